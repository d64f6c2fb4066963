import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openPlatforms, type Platforms } from '../support/platforms.ts';
import { pictureOf, RECEIPT_LINES } from '../support/receipt-picture.ts';
import { exchange } from '../support/report-scam.ts';
import { until } from '../support/until.ts';

const READ_WITHIN_MS = 90_000;

describe.each(['zalo', 'messenger'] as const)('A transfer receipt sent over %s', (channel) => {
  let database: TestDatabase;
  let platforms: Platforms;
  let app: TestApp;
  const DATA_KEY = randomBytes(32).toString('base64');
  const start = (): Promise<TestApp> => startApp(database, platforms, { DATA_KEY });
  beforeAll(async () => {
    database = await openTestDatabase();
    platforms = await openPlatforms();
    app = await start();
  });
  afterAll(async () => {
    await app.stop();
    await platforms.close();
    await database.close();
  });

  it('is taken at once, read in the background and offered to confirm, also after a restart', async () => {
    const phone = platforms.phone(channel, '8300000000000000078');
    await exchange(phone, () => phone.say('báo cáo lừa đảo'), /đồng ý để bắt đầu/);
    await exchange(phone, () => phone.say('đồng ý'), /Đúng không\?/);
    await exchange(phone, () => phone.say('đúng'), /kể tôi nghe/);
    await exchange(phone, () => phone.say('họ lừa tôi đặt cọc mua hàng rồi chặn tôi'), /khi nào/);
    const receipt = await pictureOf(RECEIPT_LINES);
    await exchange(phone, () => phone.photo(receipt), /Đã nhận 1 ảnh/);
    const files = database.db.collection('evidence.files');
    const stored = await until(
      'the words of the picture',
      () => files.findOne({ 'metadata.words': { $exists: true } }),
      READ_WITHIN_MS,
    );
    expect(JSON.stringify(stored)).not.toMatch(/0123456789012|NGUYEN VAN TUAN/);
    await app.stop();
    app = await start();
    const offered = await exchange(phone, () => phone.say('hôm qua'), /đúng không\?/);
    expect(offered).toMatch(/Biên lai ghi 15\.000\.000đ tới tài khoản 0123456789012 – MB/);
    await exchange(phone, () => phone.tap('Đúng rồi'), /qua đâu/);
    expect(app.logs()).not.toMatch(/0123456789012/);
  }, 180_000);
});
