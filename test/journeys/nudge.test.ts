import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Visitor } from '../console/visitor.ts';
import { TEMPLATE_ID, type Phone } from '../support/platforms.ts';
import { openProduct, type Product } from '../support/product.ts';
import { exchange, reportScam } from '../support/report-scam.ts';
import { smallPicture } from '../support/small-picture.ts';
import { until } from '../support/until.ts';

const DAY_MS = 86_400_000;
const WORDS = 'Ngân hàng đã tạm khóa tài khoản 0123456789.';
const TEMPLATE = 'Công an xã có tin mới cho bạn. Nhắn lại để xem.';
const NUDGE_FORECAST = 'Người dân được báo là có tin mới';
const HELD_FORECAST = 'Tin sẽ chờ đến khi người dân nhắn lại';

describe('News for a resident who has been silent for eight days', () => {
  let product: Product;
  let picture: Buffer;

  beforeAll(async () => {
    picture = await smallPicture();
  });

  const open = async (environment: Readonly<Record<string, string>>): Promise<void> => {
    product = await openProduct({ environment, clockOf: (platforms) => () => platforms.zalo.clock.now() });
  };

  const pageOf = async (channel: Phone['channel']): Promise<string> => {
    const report = await product.database.db.collection('reports').findOne({ channel });
    return `/console/bao-cao/${String(report?._id)}`;
  };
  const write = async (officer: Visitor, path: string): Promise<string> => {
    const { text } = await officer.get(path);
    const messageId = /name="messageId" value="([^"]+)"/.exec(text)?.[1] ?? '';
    expect((await officer.post(`${path}/nhan`, { messageId, text: WORDS })).status).toBeLessThan(400);
    return text;
  };
  const since = (phone: Phone, count: number) =>
    phone
      .received()
      .slice(count)
      .map(({ text }) => text);

  /** Writes what only waits, as the page says beforehand and the phone shows; gives how much the phone had received. */
  const writesWhatWaits = async (officer: Visitor, path: string, phone: Phone): Promise<number> => {
    const before = phone.received().length;
    const page = await write(officer, path);
    expect(page).toContain(HELD_FORECAST);
    expect(page).not.toContain(NUDGE_FORECAST);
    await until('it waits', async () => (await officer.get(path)).text.includes('Chờ người dân nhắn lại'));
    expect(since(phone, before)).toEqual([]);
    return before;
  };

  describe('where Zalo has approved a template', () => {
    let officer: Visitor;
    beforeAll(async () => {
      await open({ ZALO_NUDGE_TEMPLATE_ID: TEMPLATE_ID });
    });
    afterAll(() => product.close());

    it('on Zalo: the officer is told beforehand, the phone gets one nudge, and the words come once', async () => {
      const phone = product.platforms.phone('zalo', '8300000000000000091');
      await reportScam(phone, picture);
      product.platforms.zalo.clock.advance(8 * DAY_MS);
      officer = await product.signIn('officer');
      const path = await pageOf('zalo');
      const before = phone.received().length;

      expect(await write(officer, path)).toContain(NUDGE_FORECAST);
      await until('the nudge', () => phone.received().length > before);
      expect(since(phone, before)).toEqual([TEMPLATE]);
      await until('the thread says so', async () =>
        (await officer.get(path)).text.includes('Đã báo có tin mới, chờ người dân nhắn lại'),
      );
      const second = await write(officer, path);
      expect(second).toContain(HELD_FORECAST);
      expect(second).not.toContain(NUDGE_FORECAST);
      const onItsWay = { channel: 'zalo', status: { $in: ['waiting', 'unknown'] } };
      await until(
        'the second waits too',
        async () => (await product.database.db.collection('outbox').countDocuments(onItsWay)) === 0,
      );

      await exchange(phone, () => phone.say('menu'), /Ngân hàng đã tạm khóa/);
      await until(
        'both messages',
        () => since(phone, before).filter((text) => text.includes(WORDS)).length === 2,
      );
      await until('the bot’s answer', () => since(phone, before).length > 3);
      expect(since(phone, before).filter((text) => text === TEMPLATE)).toHaveLength(1);
      expect(since(phone, before).filter((text) => text.includes(WORDS))).toHaveLength(2);
    });

    it('on Messenger: nothing is allowed, so nothing goes out', async () => {
      const phone = product.platforms.phone('messenger', '7100000000000091');
      product.platforms.messenger.clock.advance(product.platforms.zalo.clock.offsetMs());
      await reportScam(phone, picture);
      product.platforms.zalo.clock.advance(8 * DAY_MS);
      product.platforms.messenger.clock.advance(8 * DAY_MS);
      officer = await product.signIn('officer');
      const path = await pageOf('messenger');
      await writesWhatWaits(officer, path, phone);
      expect(
        await product.database.db
          .collection('outbox')
          .countDocuments({ channel: 'messenger', nudge: { $exists: true } }),
      ).toBe(0);
    });
  });

  describe('where no template is set', () => {
    beforeAll(async () => {
      await open({});
    });
    afterAll(() => product.close());

    it('the words wait, as the officer is told, and come when the resident writes', async () => {
      const phone = product.platforms.phone('zalo', '8300000000000000092');
      await reportScam(phone, picture);
      product.platforms.zalo.clock.advance(8 * DAY_MS);
      const officer = await product.signIn('officer');
      const path = await pageOf('zalo');
      const before = await writesWhatWaits(officer, path, phone);
      await exchange(phone, () => phone.say('menu'), /Ngân hàng đã tạm khóa/);
      expect(since(phone, before)).not.toContain(TEMPLATE);
    });
  });
});
