import sharp from 'sharp';

/** A red picture with nothing to read in it. */
export function smallPicture(): Promise<Buffer> {
  return sharp({ create: { width: 40, height: 30, channels: 3, background: '#c00' } })
    .png()
    .toBuffer();
}
