import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openProduct, type Product } from '../support/product.ts';
import { exchange } from '../support/report-scam.ts';
import { until } from '../support/until.ts';

const RESIDENT = '8300000000000000077';

describe('Somebody who needs help now', () => {
  let product: Product;
  beforeAll(async () => {
    product = await openProduct();
  });
  afterAll(() => product.close());

  it('is on the duty officer’s strip and in the log at once, without a word of theirs or who they are', async () => {
    const phone = product.platforms.phone('zalo', RESIDENT);
    await exchange(phone, () => phone.say('tôi vừa chuyển 20 triệu cho bọn lừa đảo'), /Đừng chuyển thêm/);
    const stored = await product.database.db.collection('alerts').find().toArray();
    expect(stored).toMatchObject([{ kind: 'card', slug: 'sos-vua-chuyen-tien', urgency: 'P1', open: true }]);
    expect(JSON.stringify(stored)).not.toMatch(/20 triệu|8300000000000000077/);
    const line = await until('the log line', () => /.*duty alert.*/.exec(product.app.logs())?.[0] ?? null);
    expect(JSON.parse(line)).toMatchObject({ channel: 'zalo', name: 'sos-vua-chuyen-tien', code: 'P1' });
    expect(line).not.toContain(RESIDENT);
  });
});
