import { randomBytes } from 'node:crypto';
import sharp from 'sharp';

/** Noise does not compress: three bytes a dot. */
const SIDE_DOTS = 160;
export const PICTURE_BYTES = SIDE_DOTS * SIDE_DOTS * 3;

/** As many pictures, no two alike. */
export function drawPictures(count: number): Promise<Buffer[]> {
  const raw = { width: SIDE_DOTS, height: SIDE_DOTS, channels: 3 } as const;
  const draw = () => sharp(randomBytes(PICTURE_BYTES), { raw }).png().toBuffer();
  return Promise.all(Array.from({ length: count }, draw));
}
