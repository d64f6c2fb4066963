import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openDutyListener, type DutyListener } from '../support/duty-listener.ts';
import { openProduct, type Product } from '../support/product.ts';
import { exchange } from '../support/report-scam.ts';
import { until } from '../support/until.ts';

const RETRIED_WITHIN_MS = 40_000;

describe('The duty room’s own webhook', () => {
  let product: Product;
  let listener: DutyListener;
  beforeAll(async () => {
    listener = await openDutyListener();
    product = await openProduct({
      environment: { DUTY_WEBHOOK_URL: listener.url, DUTY_WEBHOOK_SECRET: listener.secret },
    });
  });
  afterAll(async () => {
    await product.close();
    await listener.close();
  });

  const lastCall = () => JSON.parse(listener.calls.at(-1)?.body ?? '{}') as unknown;
  const untold = () =>
    product.database.db
      .collection('alerts')
      .countDocuments({ $or: [{ call: { $exists: false } }, { 'call.toldAt': null }] });

  it('is told at once, signed, with urgency and a link, and without a word of the resident', async () => {
    const phone = product.platforms.phone('zalo', '8300000000000000079');
    await exchange(
      phone,
      () => phone.say('tôi vừa chuyển 20 triệu cho bọn lừa đảo vào stk 0123456789 MB'),
      /Đừng chuyển thêm/,
    );
    await until('the call', () => listener.calls.length === 1);
    expect(listener.calls[0]?.isSigned).toBe(true);
    expect(lastCall()).toEqual({
      id: expect.any(String),
      at: expect.any(String),
      urgency: 'P1',
      code: null,
      category: null,
      matter: 'sos-vua-chuyen-tien',
      url: expect.stringMatching(/\/console\/bao-dong$/),
    });
    expect(listener.calls[0]?.body).not.toMatch(/20 triệu|0123456789|8300000000000000079/);
    await until('the alert to be marked as told', async () => (await untold()) === 0);
  });

  it('is told code, category and page of an urgent report, also when it answers only after a restart', async () => {
    listener.answer(500);
    const phone = product.platforms.phone('messenger', '8300000000000000080');
    await exchange(phone, () => phone.say('báo cáo lừa đảo'), /đồng ý để bắt đầu/);
    await exchange(phone, () => phone.say('đồng ý'), /kể tôi nghe/);
    const threat = 'họ lừa tôi đặt cọc mua hàng rồi dọa giết tôi nếu còn nhắn';
    await exchange(phone, () => phone.say(threat), /113/);
    await exchange(phone, () => phone.say('viết tiếp'), /khi nào/);
    await exchange(phone, () => phone.say('hôm nay'), /qua đâu/);
    await exchange(phone, () => phone.say('zalo'), /\d\/\d/);
    await exchange(phone, () => phone.say('gửi luôn'), /liên hệ lại/);
    await exchange(phone, () => phone.say('nhắn tin tại đây'), /xem lại/);
    const before = listener.calls.length;
    await exchange(phone, () => phone.say('gửi'), /Mã hồ sơ/);
    await until('a refused call', () => listener.calls.length > before);
    expect(await untold()).toBeGreaterThan(0);
    listener.answer(200);
    await product.restart();
    await until('the alerts to be told', async () => (await untold()) === 0, RETRIED_WITHIN_MS);
    const told = listener.calls.map(({ body }) => JSON.parse(body) as Record<string, unknown>);
    const ofReport = told.find(({ code }) => code !== null);
    const report = await product.database.db.collection('reports').findOne();
    expect(ofReport).toMatchObject({
      urgency: 'P0',
      code: String(report?.['code']),
      category: 'C01',
      matter: null,
    });
    expect(String(ofReport?.['url'])).toMatch(new RegExp(`/console/bao-cao/${String(report?._id)}$`));
    expect(listener.calls.every(({ isSigned }) => isSigned)).toBe(true);
  }, 120_000);

  it('is not told of an alert that somebody took in the console meanwhile', async () => {
    listener.answer(500);
    const phone = product.platforms.phone('zalo', '8300000000000000081');
    const before = listener.calls.length;
    await exchange(phone, () => phone.say('tôi lỡ đọc mã otp cho nó rồi'), /ngân hàng nào/);
    await until('a refused call', () => listener.calls.length > before);
    await product.database.db.collection('alerts').updateMany({}, { $set: { open: false } });
    listener.answer(200);
    const tried = listener.calls.length;
    await product.restart();
    const other = product.platforms.phone('zalo', '8300000000000000082');
    await exchange(other, () => other.say('tôi vừa chuyển tiền cho bọn lừa đảo'), /Đừng chuyển thêm/);
    await until('the call of the next alert', () => listener.calls.length > tried);
    expect(lastCall()).toMatchObject({ matter: 'sos-vua-chuyen-tien' });
    expect(listener.calls.length).toBe(tried + 1);
  });
});
