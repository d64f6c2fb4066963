import type { Request } from 'express';

export interface UploadedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

export interface MultipartForm {
  readonly texts: ReadonlyMap<string, string>;
  readonly files: ReadonlyMap<string, UploadedFile>;
}

/** A multipart body whose bytes a raw body parser has read; null when it is none. */
export async function readMultipart(request: Request): Promise<MultipartForm | null> {
  const contentType = request.headers['content-type'] ?? '';
  const body: unknown = request.body;
  if (!contentType.startsWith('multipart/form-data') || !Buffer.isBuffer(body)) return null;
  const texts = new Map<string, string>();
  const files = new Map<string, UploadedFile>();
  try {
    const form = await new Response(Uint8Array.from(body), {
      headers: { 'content-type': contentType },
    }).formData();
    for (const [field, value] of form) {
      if (typeof value === 'string') {
        texts.set(field, value);
        continue;
      }
      files.set(field, {
        name: value.name,
        mediaType: value.type,
        bytes: Buffer.from(await value.arrayBuffer()),
      });
    }
    return { texts, files };
  } catch {
    return null;
  }
}
