import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { CHANNEL_NAMES, type ChannelName } from '../../reports/report.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { launchBrowser } from '../support/chromium.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { readPdf } from '../support/read-pdf.ts';
import { totpCode } from '../support/totp.ts';

const PASSWORD = 'Mat-khau-rat-dai-2026';
const STEP_MS = 60_000;

/** One of the two telephones of the phone page, as a resident uses it. */
function residentOn(page: Page, app: ChannelName = 'zalo') {
  const qa = (name: string) => page.locator(`[data-qa="${app}-${name}"]`);
  const accountTexts = () => page.locator(`[data-qa="${app}-message"][data-from="account"]`);
  const answer = async (wanted: RegExp): Promise<string> => {
    const found = accountTexts().filter({ hasText: wanted }).last();
    await found.waitFor({ timeout: 20_000 });
    return found.innerText();
  };
  return {
    answer,
    say: async (text: string, wanted: RegExp): Promise<string> => {
      await qa('composer').fill(text);
      await qa('send').click();
      return answer(wanted);
    },
    tap: async (title: string, wanted: RegExp): Promise<string> => {
      await qa('button')
        .or(qa('quick-reply'))
        .filter({ hasText: new RegExp(`^\\s*${title}\\s*$`) })
        .last()
        .click();
      return answer(wanted);
    },
    photo: async (bytes: Buffer, wanted: RegExp): Promise<string> => {
      await qa('attach').setInputFiles({ name: 'bien-lai.png', mimeType: 'image/png', buffer: bytes });
      return answer(wanted);
    },
  };
}

describe('The whole product in a browser', () => {
  let database: TestDatabase;
  let app: TestApp;
  let browser: Browser;
  let phone: Page;
  let desk: Page;
  /** What was said to the resident when the report had gone out. */
  const sent: Record<ChannelName, { code: string; pin: string; receipt: string }> = {
    zalo: { code: '', pin: '', receipt: '' },
    messenger: { code: '', pin: '', receipt: '' },
  };
  const faults: string[] = [];

  const open = async (path: string, { javaScriptEnabled = true } = {}): Promise<Page> => {
    const viewport = { width: 1300, height: 900 };
    const context = await browser.newContext({ viewport, locale: 'vi-VN', javaScriptEnabled });
    const page = await context.newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(path);
    return page;
  };

  beforeAll(async () => {
    database = await openTestDatabase();
    app = await startApp(database, null);
    browser = await launchBrowser();
    phone = await open(`${app.origin}/sandbox`);
    await phone.locator('body[data-ready="true"]').waitFor();
  }, STEP_MS);
  afterAll(async () => {
    await browser.close();
    await app.stop();
    await database.close();
  });

  it(
    'a resident asks on the phone page and gets an answer with its source',
    async () => {
      const resident = residentOn(phone);
      const answer = await resident.say('shipper gọi bảo hủy hội viên', /Nguồn:/);
      expect(answer).toContain('Đây là lừa đảo');
      expect(answer).toMatch(/cập nhật \d\d\/\d\d\/\d{4}/);
    },
    STEP_MS,
  );

  it.each(CHANNEL_NAMES)(
    'reports a scam with a photo on %s and receives a code, a PIN and a receipt; the report is in the case file',
    async (channel) => {
      const resident = residentOn(phone, channel);
      const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#a11' } })
        .png()
        .toBuffer();
      await resident.say('báo cáo lừa đảo', /Bạn đồng ý để bắt đầu chứ/);
      await resident.tap('Đồng ý, bắt đầu', /kể tôi nghe/);
      await resident.say(
        'sáng nay có người xưng công an gọi số 0912345678 bảo tôi chuyển 15tr vào tài khoản 0123456789 MB',
        /15\.000\.000đ[^]*qua đâu/,
      );
      await resident.tap('Gọi điện', /lỡ đưa cho họ/);
      await resident.tap('Không có gì', /báo cho mình hay/);
      await resident.tap('Cho tôi', /ảnh chụp màn hình/);
      await resident.photo(photo, /liên hệ lại/);
      await resident.tap('Gọi điện cho tôi', /tên và số điện thoại/);
      await resident.say('Lê Thị Hoa 0987654321', /xem lại trước khi gửi/);
      const told = await resident.tap('Gửi tin', /Mã PIN/);
      const code = /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(told)?.[0] ?? '';
      await resident.answer(/Biên nhận có chữ ký số/);
      const receipt = phone.locator(`[data-qa="${channel}-message"] a[href*="/bien-nhan/${code}"]`);
      sent[channel] = {
        code,
        pin: /\b\d{6}\b/.exec(told)?.[0] ?? '',
        receipt: (await receipt.first().getAttribute('href')) ?? '',
      };
      const report = await database.db.collection('reports').findOne({ code });
      expect(report).toMatchObject({ category: 'C01', status: 'new', channel });
      expect(report?.['evidence']).toMatchObject([
        { kind: 'image', state: 'stored', sha256: createHash('sha256').update(photo).digest('hex') },
      ]);
      expect(report?.['indicators']).toMatchObject([{ kind: 'account' }, { kind: 'phone' }]);
      expect(JSON.stringify(report)).not.toMatch(/0912345678|Thị Hoa/);
    },
    STEP_MS,
  );

  it(
    'the first administrator signs in by the one-time link, a password and a code',
    async () => {
      const link = /http\S+\/console\/moi\/\S+/.exec((await app.app.greeting()).join('\n'))?.[0] ?? '';
      desk = await open(link);
      const secret = ((await desk.locator('code').first().textContent()) ?? '').replace(/\s/g, '');
      await desk.fill('input[name=password]', PASSWORD);
      await desk.fill('input[name=again]', PASSWORD);
      await desk.fill('input[name=code]', totpCode(secret));
      await desk.locator('main button[type=submit]').click();
      await desk.fill('input[name=login]', 'admin');
      await desk.fill('input[name=password]', PASSWORD);
      await desk.locator('main button[type=submit]').click();
      await desk.fill('input[name=code]', totpCode(secret, 1));
      await desk.locator('main button[type=submit]').click();
      await desk.getByRole('heading', { name: 'Hàng đợi' }).waitFor();
      expect((await app.app.greeting()).join('\n')).not.toContain('/console/moi/');
    },
    STEP_MS,
  );

  it(
    'the officer opens the report, sees the photo and writes back; the resident reads it',
    async () => {
      await desk.getByRole('link', { name: sent.zalo.code }).click();
      await desk.getByText('Lê Thị Hoa').first().waitFor();
      const image = desk.locator('img[src*="/chung-cu/"]').first();
      await image.waitFor();
      await desk.waitForFunction(() =>
        [...document.images].some((each) => each.src.includes('/chung-cu/') && each.naturalWidth > 0),
      );
      await desk.getByRole('button', { name: 'Tiếp nhận và giao cho tôi' }).click();
      await desk.getByText('Đã tiếp nhận').first().waitFor();
      await desk.fill(
        'textarea#message',
        'Chào chị Hoa, chúng tôi đã nhận tin và đang làm việc với ngân hàng.',
      );
      await desk.getByRole('button', { name: 'Gửi', exact: true }).click();
      await residentOn(phone).answer(/đang làm việc với ngân hàng/);
      await desk
        .getByText(/Đã (gửi|tới máy)/)
        .first()
        .waitFor();
      const audit = await database.db.collection('audit').countDocuments();
      expect(audit).toBeGreaterThanOrEqual(3);
    },
    STEP_MS,
  );

  it.each(CHANNEL_NAMES)(
    'the link in the confirmation on %s opens the receipt as a PDF, whose signed lines the check page knows as real',
    async (channel) => {
      const receipt = await phone.request.get(sent[channel].receipt);
      expect(receipt.status()).toBe(200);
      expect(receipt.headers()['content-type']).toContain('application/pdf');
      const { lines } = readPdf(await receipt.body());
      const page = await open(`${app.origin}/kiem-tra-bien-nhan`);
      await page.fill('textarea', lines.slice(lines.indexOf('commune-police-receipt/1')).join('\n'));
      await page.locator('main button').click();
      await page.getByText(`Biên nhận thật: hồ sơ ${sent[channel].code}`).waitFor();
    },
    STEP_MS,
  );

  it.each([
    ['zalo', 'Đã tiếp nhận', 'đang làm việc với ngân hàng'],
    ['messenger', 'Mới', 'đang chờ cán bộ trực xem'],
  ] as const)(
    'the resident of %s looks the report up by code and PIN, with JavaScript off',
    async (channel, status, words) => {
      const page = await open(`${app.origin}/tra-cuu`, { javaScriptEnabled: false });
      await page.fill('#code', sent[channel].code);
      await page.fill('#pin', sent[channel].pin);
      await page.getByRole('button', { name: 'Xem hồ sơ' }).click();
      await page.getByText(sent[channel].code).first().waitFor();
      expect(await page.textContent('main')).not.toContain('0912345678');
      expect(await page.textContent('main')).toContain(status);
      expect(await page.textContent('main')).toContain(words);
    },
    STEP_MS,
  );

  it(
    'an editor changes and publishes an article, and the bot answers with it at once',
    async () => {
      await desk.goto(`${app.origin}/console/bai-viet/lua-dao-shipper`);
      const short = desk.locator('textarea[name=shortAnswer]');
      const before = await short.inputValue();
      await short.fill(`${before.split('\n')[0] ?? ''}\nĐiều mới: Công an xã vừa cập nhật hướng dẫn này.`);
      await desk.locator('button[name=act][value=publish]').click();
      await desk.getByText('Đã xuất bản').first().waitFor();
      // another resident: the first is asked whether free words are meant for the officer who wrote
      await phone.locator('[data-qa="resident-new"]').click();
      await residentOn(phone).say('giả shipper', /Công an xã vừa cập nhật hướng dẫn này/);
    },
    STEP_MS,
  );

  it('no page raised an error', () => {
    expect(faults).toEqual([]);
  });
});
