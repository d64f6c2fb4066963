import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { createPictureReader } from '../../../adapters/ocr/picture-reader.ts';
import { pictureFacts } from '../../../reports/pictures/picture-facts.ts';
import { pictureOf, RECEIPT_LINES } from '../../support/receipt-picture.ts';
import { until } from '../../support/until.ts';

const NOW = new Date('2026-11-22T02:00:00Z');
const reader = createPictureReader();

afterAll(async () => {
  await reader.stop();
});

/** The numbers of the engines that this process started and that run. */
function engines(): number[] {
  const children = readFileSync(`/proc/self/task/${process.pid}/children`, 'utf8').trim().split(' ');
  const isEngine = (pid: string) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('reading-process');
  return children.filter((pid) => pid !== '' && isEngine(pid)).map(Number);
}

describe('reading pictures', () => {
  it('reads a Vietnamese transfer receipt', async () => {
    const words = await reader.read(await pictureOf(RECEIPT_LINES));
    expect(pictureFacts(words ?? '', NOW)?.text).toMatch(
      /^15\.000\.000đ tới tài khoản 0123456789012 – MB – NGUYEN VAN TUAN, 20:45 ngày 20\/11\/2026/,
    );
  }, 120_000);

  it('reads one after another, whoever asks first', async () => {
    const [first, second] = await Promise.all([
      reader.read(await pictureOf(['Chuyển khoản một'])),
      reader.read(await pictureOf(['Chuyển khoản hai'])),
    ]);
    expect([first, second]).toEqual(['Chuyển khoản một', 'Chuyển khoản hai']);
  }, 120_000);

  it('says nothing about what is no picture, or one without words', async () => {
    expect(await reader.read(Buffer.from('%PDF-1.7 no picture'))).toBeNull();
    expect(await reader.read(await pictureOf([]))).toBeNull();
  }, 120_000);

  it('does not open a picture that is far too large', async () => {
    const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="20000" height="20000"/>';
    expect(await reader.read(Buffer.from(svg))).toBeNull();
  }, 120_000);

  it('leaves icons alone', async () => {
    const icon = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#c00' } })
      .png()
      .toBuffer();
    expect(await reader.read(icon)).toBeNull();
  });

  it('gives up on a picture that takes too long', async () => {
    const hurried = createPictureReader({ timeoutMs: 1 });
    expect(await hurried.read(await pictureOf(RECEIPT_LINES))).toBeNull();
    await hurried.stop();
  }, 120_000);

  it('starts again after it was idle', async () => {
    const forgetful = createPictureReader({ idleMs: 0 });
    const picture = await pictureOf(['Chuyển khoản một']);
    expect(await forgetful.read(picture)).toBe('Chuyển khoản một');
    expect(await forgetful.read(picture)).toBe('Chuyển khoản một');
    await forgetful.stop();
  }, 120_000);

  it('takes a picture over which the engine dies for unread, and reads the next', async () => {
    const others = engines();
    const robust = createPictureReader();
    const reading = robust.read(await pictureOf(RECEIPT_LINES));
    const pid = await until('the engine', () => engines().find((one) => !others.includes(one)), 60_000);
    process.kill(pid, 'SIGKILL');
    expect(await reading).toBeNull();
    expect(await robust.read(await pictureOf(['Chuyển khoản một']))).toBe('Chuyển khoản một');
    await robust.stop();
  }, 120_000);

  it('stops at once, also in the middle of a picture', async () => {
    const stopped = createPictureReader();
    const reading = stopped.read(await pictureOf(RECEIPT_LINES));
    await stopped.stop();
    expect(await reading).toBeNull();
    expect(await stopped.read(await pictureOf(['Chuyển khoản']))).toBeNull();
  }, 120_000);
});
