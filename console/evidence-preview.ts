/** Formats that are decoded for a preview, with their endings; SVG and PDF can hold programs and are not among them. */
const PREVIEWABLE: ReadonlyMap<string, string> = new Map([
  ['image/jpeg', 'jpg'],
  ['image/png', 'png'],
  ['image/webp', 'webp'],
  ['image/gif', 'gif'],
  ['image/avif', 'avif'],
]);

/** What browsers play without help, with the endings. */
const PLAYABLE: ReadonlyMap<string, string> = new Map([
  ['audio/mpeg', 'mp3'],
  ['audio/mp4', 'm4a'],
  ['audio/x-m4a', 'm4a'],
  ['audio/aac', 'aac'],
  ['audio/ogg', 'ogg'],
  ['audio/webm', 'webm'],
  ['audio/wav', 'wav'],
  ['video/mp4', 'mp4'],
  ['video/webm', 'webm'],
  ['video/quicktime', 'mov'],
]);

const PREVIEW_MAX_PX = 1_600;
const THUMBNAIL_MAX_PX = 360;
/** A picture of a few kilobytes may claim to be of gigapixels. */
const INPUT_MAX_PIXELS = 60_000_000;
const DECODING_MAX_SECONDS = 10;

export function isImagePreviewable(mediaType: string | null): boolean {
  return PREVIEWABLE.has(mediaType ?? '');
}

export function isPlayable(mediaType: string | null): mediaType is string {
  return mediaType !== null && PLAYABLE.has(mediaType);
}

/** The ending of a downloaded original; "bin" for whatever might run when it is opened. */
export function fileEnding(mediaType: string | null): string {
  return PREVIEWABLE.get(mediaType ?? '') ?? PLAYABLE.get(mediaType ?? '') ?? 'bin';
}

/** The picture as WebP, upright and without EXIF, place or any other hidden data; null when it cannot be decoded. */
export async function previewImage(bytes: Uint8Array, size: 'page' | 'thumbnail'): Promise<Buffer | null> {
  // large, and needed now and then
  const { default: sharp } = await import('sharp');
  const maxPx = size === 'page' ? PREVIEW_MAX_PX : THUMBNAIL_MAX_PX;
  try {
    return await sharp(bytes, { limitInputPixels: INPUT_MAX_PIXELS, pages: 1 })
      .timeout({ seconds: DECODING_MAX_SECONDS })
      .rotate()
      .resize({ width: maxPx, height: maxPx, fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 82 })
      .toBuffer();
  } catch {
    return null;
  }
}
