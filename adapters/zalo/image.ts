import { MAX_IMAGE_BYTES } from './wire.ts';

export interface FittedFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mediaType: string;
  readonly width: number;
  readonly height: number;
}

const STEPS: readonly { readonly side: number; readonly quality: number }[] = [
  { side: 2000, quality: 85 },
  { side: 1600, quality: 80 },
  { side: 1280, quality: 75 },
  { side: 1024, quality: 65 },
  { side: 800, quality: 55 },
];

/** An image of at most 1 MB as JPEG, the largest Zalo takes; other files come back as they are. Null: not an image. */
export async function fitImage(bytes: Buffer, kind: 'image' | 'gif' | 'file'): Promise<FittedFile | null> {
  if (kind === 'file') return { bytes: copy(bytes), mediaType: '', width: 0, height: 0 };
  try {
    return await fit(bytes, kind);
  } catch {
    return null;
  }
}

/** A name that says what the bytes are: without a real extension Zalo answers an upload with empty data. */
export function imageName(name: string, mediaType: string): string {
  const extension = mediaType === 'image/jpeg' ? 'jpg' : mediaType.replace('image/', '');
  return `${name.replace(/\.[^.]*$/u, '')}.${extension}`;
}

async function fit(bytes: Buffer, kind: 'image' | 'gif'): Promise<FittedFile> {
  // large, and needed now and then
  const { default: sharp } = await import('sharp');
  const { width, height, format } = await sharp(bytes).metadata();
  const fits = bytes.length <= MAX_IMAGE_BYTES && (format === 'jpeg' || format === 'png');
  if (kind === 'gif' || fits) {
    return { bytes: copy(bytes), mediaType: `image/${format}`, width, height };
  }
  let fitted = bytes;
  for (const { side, quality } of STEPS) {
    fitted = await sharp(bytes)
      .rotate()
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: '#ffffff' })
      .jpeg({ quality })
      .toBuffer();
    if (fitted.length <= MAX_IMAGE_BYTES) break;
  }
  return { bytes: copy(fitted), mediaType: 'image/jpeg', width, height };
}

function copy(bytes: Buffer): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(bytes);
}
