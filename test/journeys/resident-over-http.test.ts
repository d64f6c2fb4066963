import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openProduct, type Product } from '../support/product.ts';
import { exchange, reportScam } from '../support/report-scam.ts';
import { smallPicture } from '../support/small-picture.ts';
import { until } from '../support/until.ts';

describe('A resident over signed webhooks', () => {
  let product: Product;
  let picture: Buffer;

  beforeAll(async () => {
    picture = await smallPicture();
    product = await openProduct();
  });
  afterAll(() => product.close());

  it.each(['zalo', 'messenger'] as const)(
    'asks on %s and gets an answer with its source',
    async (channel) => {
      const phone = product.platforms.phone(
        channel,
        channel === 'zalo' ? '8300000000000000001' : '7100000000000001',
      );
      const answer = await exchange(phone, () => phone.say('shipper gọi bảo hủy hội viên'), /Nguồn:/);
      expect(answer).toMatch(/lừa đảo/);
    },
  );

  it.each(['zalo', 'messenger'] as const)(
    'sees the emergency card first on %s, before any question',
    async (channel) => {
      const phone = product.platforms.phone(
        channel,
        channel === 'zalo' ? '8300000000000000002' : '7100000000000002',
      );
      await exchange(
        phone,
        () => phone.say('toi vua chuyen 20 trieu cho bon lua dao roi cuu toi'),
        /Đừng chuyển thêm/,
      );
    },
  );

  it.each(['zalo', 'messenger'] as const)(
    'reports a scam with a photo on %s, and the report is in the case file',
    async (channel) => {
      const phone = product.platforms.phone(
        channel,
        channel === 'zalo' ? '8300000000000000003' : '7100000000000003',
      );
      const { code, pin } = await reportScam(phone, picture);
      expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
      expect(pin).toMatch(/^\d{6}$/);
      const report = await until('the report', () =>
        product.database.db.collection('reports').findOne({ code }),
      );
      expect(report).toMatchObject({ category: 'C01', status: 'new', channel });
      expect(report['evidence']).toHaveLength(1);
      // Messenger shows that the photo was seen and is being looked at; Zalo has no such sign
      expect(product.platforms.messenger.counts.markedSeen).toBe(channel === 'zalo' ? 0 : 1);
      expect(JSON.stringify(report)).not.toMatch(/0912345678|NGUYEN VAN A|Thị Hoa/);
      const page = await fetch(`${product.app.origin}/tra-cuu`, {
        method: 'POST',
        body: new URLSearchParams({ code, pin }),
      });
      expect(await page.text()).toContain(code);
    },
  );

  it('never writes a name, a number or a message into the logs', () => {
    expect(product.app.logs()).toContain('"event":"started"');
    expect(product.app.logs()).not.toMatch(
      /0912345678|912345678|NGUYEN VAN A|15tr|Lê Thị Hoa|8300000000000000003/,
    );
  });
});
