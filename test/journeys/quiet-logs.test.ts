import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { zaloEvent } from '../adapters/zalo/zalo-wire.ts';
import { createVisitor } from '../console/visitor.ts';
import { exactly, form, metaCall, zaloCall } from '../support/bad-input.ts';
import type { Phone } from '../support/platforms.ts';
import { openProduct, type Product } from '../support/product.ts';
import { exchange, reportScam } from '../support/report-scam.ts';
import { smallPicture } from '../support/small-picture.ts';
import { until } from '../support/until.ts';

const NAME = 'Lê Thị Hoa';
const NUMBER = '0912345678';
const WORDS = 'tôi mắc cỡ quá xin giữ kín giùm';
const ALL = `${NAME} ${NUMBER} ${WORDS}`;
const RESIDENTS = { zalo: '8300000000000000088', messenger: '7100000000000088' } as const;
const OTHERS = '830000000000000009';

describe('Whatever way a name, a number and a message take, the logs never say them', () => {
  let product: Product;
  let zaloSecret: string;
  let metaSecret: string;

  beforeAll(async () => {
    product = await openProduct({ retryDelaysMs: [10] });
    zaloSecret = product.platforms.environment['ZALO_OA_SECRET_KEY'] ?? '';
    metaSecret = product.platforms.environment['MESSENGER_APP_SECRET'] ?? '';
  });
  afterAll(() => product.close());
  const phoneOf = (channel: 'zalo' | 'messenger'): Phone =>
    product.platforms.phone(channel, RESIDENTS[channel]);
  const say = (phone: Phone, text: string) => exchange(phone, () => phone.say(text), /./);

  it.each(['zalo', 'messenger'] as const)(
    'asked, checked, cried for help and reported on %s',
    async (channel) => {
      const phone = phoneOf(channel);
      for (const text of [ALL, `số ${NUMBER} có lừa đảo không`, `tôi vừa chuyển tiền cho ${NAME} ${NUMBER}`])
        await say(phone, text);
      await exchange(phone, () => phone.say('menu'), /Bạn cần gì/);
      const picture = await smallPicture();
      await reportScam(phone, picture);
      await say(phone, 'cho tôi gặp cán bộ');
      await say(phone, ALL);
    },
  );

  it.each([
    ['a refused signature', () => zaloCall('another-key', zaloEvent('user_send_text', { message: { text: ALL } }))],
    ['half a JSON', () => zaloCall(zaloSecret, `{"text":"${ALL}`)],
    ['an event of wrong types', () => zaloCall(zaloSecret, zaloEvent('user_send_text', { message: ALL }))],
    ['an event nobody knows', () => zaloCall(zaloSecret, zaloEvent(NUMBER, { message: { text: ALL } }))],
    ['half a JSON of Meta', () => metaCall(metaSecret, `{"object":"${ALL}`)],
    ['another Page’s event', () => metaCall(metaSecret, JSON.stringify({ object: 'page', entry: [{ id: NUMBER, messaging: [{ message: { mid: NUMBER, text: ALL } }] }] }))],
    ['an address with a number', () => ({ method: 'GET', path: `/${NUMBER}?q=${NUMBER}` })],
    ['a header', () => ({ method: 'GET', path: '/khong-co', headers: { 'user-agent': NUMBER, referer: NUMBER } })],
    ['the look-up', () => form('/tra-cuu', `code=${NUMBER}&pin=${NUMBER}`)],
    ['the check of a receipt', () => form('/kiem-tra-bien-nhan', `lines=${NUMBER}`)],
    ['a session that was made up', () => form('/console/dang-nhap', `login=${NUMBER}&password=${NUMBER}`, { cookie: `console.sid=${NUMBER}` })],
  ] as const)('sent as %s', async (_what, call) => {
    const before = product.app.logs().length;
    await exactly(product.app.origin, call());
    expect(product.app.logs().length).toBeGreaterThanOrEqual(before);
  }); // prettier-ignore

  it('typed at the sign-in, searched in the queue and written by an officer', async () => {
    const stranger = createVisitor(product.app.origin);
    await stranger.get('/console/dang-nhap');
    await stranger.post('/console/dang-nhap', { login: NUMBER, password: WORDS });
    const visitor = await product.signIn('officer');
    await visitor.get(`/console?q=${NUMBER}`);
    const report = await product.database.db.collection('reports').findOne({ channel: 'zalo' });
    const page = await visitor.get(`/console/bao-cao/${String(report?.['_id'])}`);
    const messageId = /name="messageId" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const before = phoneOf('zalo').received().length;
    await visitor.post(`/console/bao-cao/${String(report?.['_id'])}/nhan`, { messageId, text: ALL });
    await until('the officer’s words', () => phoneOf('zalo').received().length > before);
  });

  it('quoted by a platform that refuses or breaks off', async () => {
    const faults = [
      { sendTrouble: 'error-after-acting' },
      { sendTrouble: 'broken' },
      { sendError: '-201' },
    ] as const;
    for (const [at, fault] of faults.entries()) {
      const before = product.app.logs().length;
      product.platforms.zalo.faults.change({ sendTrouble: 'none', sendError: null, ...fault });
      product.platforms.phone('zalo', `${OTHERS}${at}`).say(ALL);
      await until('the log line', () =>
        product.app.logs().slice(before).includes('"event":"message not sent"'),
      );
    }
  });

  it('— none of it was logged', () => {
    expect(product.app.logs()).toContain('"event":"started"');
    const found = [NAME, NUMBER, NUMBER.slice(1), WORDS, ...Object.values(RESIDENTS), OTHERS].filter(
      (secret) => product.app.logs().includes(secret),
    );
    expect(found).toEqual([]);
  });
});
