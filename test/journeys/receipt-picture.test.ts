import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openProduct, type Product } from '../support/product.ts';
import { pictureOf, RECEIPT_LINES } from '../support/receipt-picture.ts';
import { exchange } from '../support/report-scam.ts';
import { until } from '../support/until.ts';

const READ_WITHIN_MS = 90_000;

describe.each(['zalo', 'messenger'] as const)('A transfer receipt sent over %s', (channel) => {
  let product: Product;
  beforeAll(async () => {
    product = await openProduct();
  });
  afterAll(() => product.close());

  it('is taken at once, read in the background and offered to confirm, also after a restart', async () => {
    const phone = product.platforms.phone(channel, '8300000000000000078');
    await exchange(phone, () => phone.say('báo cáo lừa đảo'), /đồng ý để bắt đầu/);
    await exchange(phone, () => phone.say('đồng ý'), /kể tôi nghe/);
    await exchange(phone, () => phone.say('họ lừa tôi đặt cọc mua hàng rồi chặn tôi'), /khi nào/);
    const receipt = await pictureOf(RECEIPT_LINES);
    await exchange(phone, () => phone.photo(receipt), /Đã nhận 1 ảnh/);
    const files = product.database.db.collection('evidence.files');
    const stored = await until(
      'the words of the picture',
      () => files.findOne({ 'metadata.words': { $exists: true } }),
      READ_WITHIN_MS,
    );
    expect(JSON.stringify(stored)).not.toMatch(/0123456789012|NGUYEN VAN TUAN/);
    await product.restart();
    const offered = await exchange(phone, () => phone.say('hôm qua'), /đúng không\?/);
    expect(offered).toMatch(/Biên lai ghi 15\.000\.000đ tới tài khoản 0123456789012 – MB/);
    await exchange(phone, () => phone.tap('Đúng rồi'), /qua đâu/);
    expect(product.app.logs()).not.toMatch(/0123456789012/);
  }, 180_000);
});
