import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import axe from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import { alertOfCard } from '../../reports/duty-alert.ts';
import type { Report } from '../../reports/report.ts';
import type { StaffMember } from '../../reports/staff.ts';
import { ADDRESS } from '../reports/report-builder.ts';
import { launchBrowser } from '../support/chromium.ts';
import { until } from '../support/until.ts';
import type { ConsoleServer } from './console-server.ts';
import { startConsole } from './console-server.ts';
import { addStaff, codeOf, PASSWORD } from './visitor.ts';

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 800 };
const PIN = '480215';

describe('the pages in a real browser', () => {
  let server: ConsoleServer;
  let browser: Browser;
  let context: BrowserContext;
  let admin: StaffMember & { totpSecret: string };
  let report: Report;
  let talkId: string;
  /** What the browser complained about: a script that was refused, an error of ours. */
  const complaints: string[] = [];

  beforeAll(async () => {
    server = await startConsole();
    browser = await launchBrowser();
    admin = await addStaff(server, 'admin');
    const bytes = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#3366aa' } })
      .png()
      .toBuffer();
    const evidence = await server.deps.evidence.put({
      id: server.deps.newId(),
      kind: 'image',
      name: `${'ten-tep-rat-dai-'.repeat(20)}.png`,
      mediaType: 'image/png',
      bytes,
      arrivedAt: server.clock.now,
    });
    report = await server.addReport({ evidence: [evidence], pinHash: await server.deps.pins.hash(PIN) });
    talkId = (await server.addHandover()).id;
    await server.deps.missedQuestions.add({
      question: 'câu này chưa ai trả lời',
      offered: [],
      at: server.clock.now,
      kbVersion: 'x',
    });
    context = await browser.newContext({ viewport: DESK, locale: 'vi-VN' });
    await signIn();
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });

  async function open(path: string, viewport = DESK): Promise<Page> {
    const page = await context.newPage();
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complaints.push(`${path}: ${message.text()}`);
    });
    page.on('pageerror', (error) => complaints.push(`${path}: ${error.message}`));
    await page.setViewportSize(viewport);
    await page.goto(`${server.url}${path}`);
    return page;
  }

  /** By keyboard alone. */
  async function signIn(): Promise<void> {
    const page = await open('/console');
    await page.keyboard.type(admin.login);
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/dang-nhap/ma');
    await page.focus('#code');
    await page.keyboard.type(codeOf(admin.totpSecret, server.clock.now));
    await page.keyboard.press('Enter');
    await page.waitForSelector('#queue');
    await page.close();
  }

  const pages = (): string[] => [
    '/',
    '/tra-cuu',
    '/quyen-rieng-tu',
    '/console',
    '/console?nhom=C12',
    '/console/bao-dong',
    `/console/bao-cao/${report.id}`,
    `/console/bao-cao/${report.id}/in`,
    `/console/bao-cao/${report.id}/chung-cu/${report.evidence[0]!.id}/goc`,
    '/console/tro-chuyen',
    `/console/tro-chuyen/${talkId}`,
    '/console/bai-viet',
    '/console/bai-viet-moi',
    '/console/bai-viet/sos-vua-chuyen-tien',
    '/console/bai-viet/sos-vua-chuyen-tien/lich-su',
    '/console/hoi-thu?q=an+danh',
    '/console/cau-hoi',
    '/console/du-kien',
    '/console/thong-ke',
    '/console/tai-khoan',
    '/console/can-bo',
    '/console/nhat-ky',
    '/console/he-thong',
    '/console/khong-co',
  ];

  /** Rules of WCAG that the page breaks, with the places. */
  const faultsOf = async (page: Page): Promise<string[]> => {
    await page.evaluate(axe.source);
    return page.evaluate(async () => {
      // what was evaluated above put it there, which the page's types cannot know
      const tool = (globalThis as unknown as { axe: typeof axe }).axe;
      const { violations, passes } = await tool.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'],
      });
      if (passes.length < 10) return ['nothing was checked'];
      return violations.map(
        ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`,
      );
    });
  };

  it('every page fits a small phone and can be read by a screen reader and with weak eyes (WCAG 2.1 AA)', async () => {
    const faults: string[] = [];
    for (const path of pages()) {
      const page = await open(path, PHONE);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      if (width !== PHONE.width) faults.push(`${path} is ${String(width)} wide`);
      faults.push(...(await faultsOf(page)).map((fault) => `${path} ${fault}`));
      await page.close();
    }
    expect(faults).toEqual([]);
  }, 120_000);

  it('a long name leaves the unit its own, on a phone and at a desk', async () => {
    const stored = (await server.deps.staff.byId(admin.id))!;
    const name = 'Nguyễn Hoàng Phương Thảo Vy Trần Lê Công Tằng Tôn Nữ Huyền Trân Ngọc Anh Đào';
    await server.deps.staff.save({ ...stored, name, version: stored.version + 1 });
    for (const viewport of [PHONE, DESK]) {
      const page = await open('/console/tai-khoan', viewport);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
      expect(await page.evaluate(`document.querySelector('.brand strong').offsetHeight`)).toBeLessThan(60);
      expect(await page.evaluate(`document.querySelector('.who a').offsetHeight`)).toBeLessThan(60);
      await page.close();
    }
  });

  it('a new report appears by itself, is announced, and rings once the bell is on', async () => {
    const page = await open('/console');
    await page.click('.bell');
    expect(await page.getAttribute('.bell', 'aria-pressed')).toBe('true');
    const fresh = await server.addReport({ urgency: 'P0' });
    await page.waitForSelector(`#row-${fresh.id}`);
    expect(await page.textContent('.fresh-banner')).toContain('Có tin mới: 1 hồ sơ');
    await until('the announcement', async () =>
      (await page.textContent('#announcer'))?.includes('Có tin mới'),
    );
    expect(await page.title()).toMatch(/^●/);
    await page.close();
  });

  it('who needs help now rings on every page once the bell is on, each alarm once', async () => {
    // as the browser's own sound: three tones a ring
    await context.addInitScript(
      `let tones = 0; const { start } = OscillatorNode.prototype;
       OscillatorNode.prototype.start = function (...at) { document.documentElement.dataset.tones = ++tones; return start.apply(this, at); };`,
    );
    const raise = (slug: string) => {
      const who = { id: server.deps.newId(), now: server.clock.now, address: ADDRESS, residentKey: slug };
      return server.deps.transact((work) => {
        work.alerts.raise(alertOfCard(who, slug), null);
        return Promise.resolve();
      });
    };
    const tonesOf = (page: Page) => page.evaluate('Number(document.documentElement.dataset.tones ?? 0)');
    const tones = (page: Page, count: number) =>
      until(`${count} tones`, async () => (await tonesOf(page)) === count, 20_000);

    const page = await open('/console');
    await raise('sos-vua-chuyen-tien');
    await page.waitForSelector('.alert-strip');
    expect(await tonesOf(page)).toBe(0);
    await page.click('.bell');
    await tones(page, 3);
    await raise('sos-bat-coc-online');
    await tones(page, 6);

    await page.goto(`${server.url}/console/bao-cao/${report.id}`);
    await page.waitForSelector('#count-alerts.count');
    expect(await page.textContent('#count-alerts')).toContain('Gấp: 2');
    expect(await tonesOf(page)).toBe(0);
    await raise('sos-tong-tien-anh-nong');
    await tones(page, 3);

    await page.goto(`${server.url}/console`);
    expect(await page.getAttribute('.bell', 'aria-pressed')).toBe('true');
    await page.click('.bell');
    await raise('sos-tre-em-bi-xam-hai-du-do');
    await until('the fourth', async () => (await page.textContent('#count-alerts'))?.includes('4'), 20_000);
    expect(await tonesOf(page)).toBe(0);
    await page.close();
  }, 90_000);

  it('an officer receives a report, writes, and sees how far the message got', async () => {
    const page = await open(`/console/bao-cao/${report.id}`);
    expect(await page.evaluate(`document.querySelector('.evidence img').loading`)).toBe('lazy');
    await until('the photo', () => page.evaluate(`document.querySelector('.evidence img').naturalWidth > 0`));
    await page.click('.receive button');
    await page.waitForSelector('.status-received');
    await page.fill('#message', 'Chào anh chị');
    await page.click('#form-resident-written button');
    await page.waitForSelector('.delivery-waiting');
    const stored = (await server.deps.reports.byId(report.id))!;
    const messages = stored.messages.map((message) => ({ ...message, delivery: 'delivered' as const }));
    await server.saveReport({ ...stored, messages, version: stored.version + 1 });
    await page.waitForSelector('.delivery-delivered', { timeout: 15_000 });
    await page.close();
  });

  it('an editor sees the preview and tries a question without leaving the form', async () => {
    const page = await open('/console/bai-viet/sos-vua-chuyen-tien');
    await page.fill('#title', 'Tên bài đang gõ dở');
    await page.click('button[hx-post="/console/bai-viet-xem-truoc"]');
    await page.waitForSelector('#preview h2');
    await page.fill('#question', 'toi vua chuyen tien');
    await page.press('#question', 'Enter');
    // beside what is being written, not far below it
    await page.waitForSelector('aside #try-result h2');
    expect(server.tried.at(-1)).toEqual({ question: 'toi vua chuyen tien', draft: 'sos-vua-chuyen-tien' });
    expect(await page.inputValue('#title')).toBe('Tên bài đang gõ dở');
    await page.close();
  });

  it('Enter in a field of an article never publishes', async () => {
    const page = await open('/console/bai-viet/kenh-that-cua-cong-an');
    await page.press('#title', 'Enter');
    await page.waitForSelector('.notice-good');
    expect(await page.textContent('.notice-good')).toContain('Đã lưu nháp');
    expect((await server.deps.articles.bySlug('kenh-that-cua-cong-an'))?.published?.version).toBe(1);
    await page.close();
  });

  it('a resident looks the report up on a phone without a script', async () => {
    const phone = await browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
    const page = await phone.newPage();
    await page.goto(`${server.url}/tra-cuu?ma=${report.code}`);
    await page.fill('#pin', PIN);
    await page.click('main button');
    await page.waitForSelector('.found');
    expect(await page.textContent('.found')).toContain(report.code);
    await phone.close();
  });

  it('the browser complained about nothing', () => {
    expect(complaints.filter((line) => !line.startsWith('/console/khong-co'))).toEqual([]);
  });
});
