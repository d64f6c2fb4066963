import { createHash, randomUUID } from 'node:crypto';
import { Router } from 'express';

export interface ShelfFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  /** Lower-case hex, as Zalo tells it. */
  readonly md5: string;
  readonly storedAt: Date;
}

/** The platform's media host: what residents and the bot uploaded, served under unguessable addresses. */
export interface MediaShelf {
  put(file: Pick<ShelfFile, 'name' | 'mediaType' | 'bytes'>): ShelfFile;
  find(id: string): ShelfFile | null;
  /** Puts back a file of an earlier run under its old address. */
  restore(file: Omit<ShelfFile, 'md5'>): void;
  urlOf(file: ShelfFile): string;
  readonly router: Router;
}

/** The oldest files go first when the shelf holds more than this. */
const SHELF_BYTES = 256 * 1024 * 1024;
/** Only these are shown by a browser; anything else is offered for saving. */
const SHOWN = /^(?:image\/(?:png|jpeg|gif|webp)|video\/|audio\/)/u;

export function createMediaShelf(publicUrl: () => string, now: () => Date): MediaShelf {
  const files = new Map<string, ShelfFile>();
  let sizeBytes = 0;
  const router = Router();
  router.get('/media/:id/:name', (request, response) => {
    const file = files.get(request.params.id);
    if (file === undefined) {
      response.status(404).type('text').send('Not found');
      return;
    }
    response.set('content-type', file.mediaType).set('x-content-type-options', 'nosniff');
    response.set('content-security-policy', "default-src 'none'; sandbox");
    if (!SHOWN.test(file.mediaType)) response.set('content-disposition', 'attachment');
    response.send(file.bytes);
  });

  function shelve(fields: Omit<ShelfFile, 'md5'>): ShelfFile {
    const file = { ...fields, md5: createHash('md5').update(fields.bytes).digest('hex') };
    files.set(file.id, file);
    sizeBytes += file.bytes.length;
    for (const [id, oldest] of files) {
      if (sizeBytes <= SHELF_BYTES || id === file.id) break;
      files.delete(id);
      sizeBytes -= oldest.bytes.length;
    }
    return file;
  }

  return {
    router,
    put: ({ name, mediaType, bytes }) =>
      shelve({ id: randomUUID(), name, mediaType, bytes, storedAt: now() }),
    restore: (file) => void shelve(file),
    find: (id) => files.get(id) ?? null,
    urlOf: (file) => `${publicUrl()}/media/${file.id}/${encodeURIComponent(file.name)}`,
  };
}
