import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { alertOfCard } from '../../reports/duty-alert.ts';
import type { Report } from '../../reports/report.ts';
import { ADDRESS } from '../reports/report-builder.ts';
import { until } from '../support/until.ts';
import type { BrowserScene } from './browser-scene.ts';
import { addPictureReport, openBrowserScene } from './browser-scene.ts';

describe('what staff do in a real browser', () => {
  let scene: BrowserScene;
  let report: Report;

  beforeAll(async () => {
    scene = await openBrowserScene();
    report = await addPictureReport(scene.server);
  }, 60_000);
  afterAll(() => scene.close());

  it.each(['/console', '/console/tro-chuyen'])('the bell on %s says what it does', async (path) => {
    const page = await scene.open(path);
    expect(await page.textContent('.bell')).toBe('Bật chuông tin khẩn');
    await page.click('.bell');
    expect(await page.textContent('.bell')).toBe('Chuông đang bật');
    await page.close();
  });

  it('a new report appears by itself, is announced, and rings once the bell is on', async () => {
    const page = await scene.open('/console');
    await page.click('.bell');
    expect(await page.getAttribute('.bell', 'aria-pressed')).toBe('true');
    const fresh = await scene.server.addReport({ urgency: 'P0' });
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
    await scene.context.addInitScript(
      `let tones = 0; const { start } = OscillatorNode.prototype;
       OscillatorNode.prototype.start = function (...at) { document.documentElement.dataset.tones = ++tones; return start.apply(this, at); };`,
    );
    const raise = (slug: string) => {
      const who = {
        id: scene.server.deps.newId(),
        now: scene.server.clock.now,
        address: ADDRESS,
        residentKey: slug,
      };
      return scene.server.deps.transact((work) => {
        work.alerts.raise(alertOfCard(who, slug), null);
        return Promise.resolve();
      });
    };
    const tonesOf = (page: Page) => page.evaluate('Number(document.documentElement.dataset.tones ?? 0)');
    const tones = (page: Page, count: number) =>
      until(`${count} tones`, async () => (await tonesOf(page)) === count, 20_000);

    const page = await scene.open('/console');
    await raise('sos-vua-chuyen-tien');
    await page.waitForSelector('.alert-strip');
    expect(await tonesOf(page)).toBe(0);
    await page.click('.bell');
    await tones(page, 3);
    await raise('sos-bat-coc-online');
    await tones(page, 6);

    await page.goto(`${scene.server.url}/console/bao-cao/${report.id}`);
    await page.waitForSelector('#count-alerts.count');
    expect(await page.textContent('#count-alerts')).toContain('Gấp: 2');
    expect(await tonesOf(page)).toBe(0);
    await raise('sos-tong-tien-anh-nong');
    await tones(page, 3);

    await page.goto(`${scene.server.url}/console`);
    expect(await page.getAttribute('.bell', 'aria-pressed')).toBe('true');
    await page.click('.bell');
    await raise('sos-tre-em-bi-xam-hai-du-do');
    await until('the fourth', async () => (await page.textContent('#count-alerts'))?.includes('4'), 20_000);
    expect(await tonesOf(page)).toBe(0);
    await page.close();
  }, 90_000);

  it('an officer receives a report, writes, and sees how far the message got', async () => {
    const page = await scene.open(`/console/bao-cao/${report.id}`);
    expect(await page.evaluate(`document.querySelector('.evidence img').loading`)).toBe('lazy');
    await until('the photo', () => page.evaluate(`document.querySelector('.evidence img').naturalWidth > 0`));
    await page.click('.receive button');
    await page.waitForSelector('.status-received');
    await page.fill('#message', 'Chào anh chị');
    await page.click('#form-resident-written button[type=submit]');
    await page.waitForSelector('.delivery-waiting');
    const stored = (await scene.server.deps.reports.byId(report.id))!;
    const messages = stored.messages.map((message) => ({ ...message, delivery: 'delivered' as const }));
    await scene.server.saveReport({ ...stored, messages, version: stored.version + 1 });
    await page.waitForSelector('.delivery-delivered', { timeout: 15_000 });
    await page.close();
  });

  it('ready words go below what was typed, with the gap chosen, and are kept like any other draft', async () => {
    const page = await scene.open(`/console/bao-cao/${report.id}`);
    await page.fill('#message', 'Chào chị Hoa.');
    await page.click('.phrases summary');
    await page.click('[data-phrase]:has-text("Mời đến trụ sở")');
    await page.keyboard.type('8 giờ sáng mai');
    expect(await page.inputValue('#message')).toMatch(
      /^Chào chị Hoa\.\nMời bạn đến trụ sở .* lúc 8 giờ sáng mai, mang theo/,
    );
    await until('the draft', () =>
      page.evaluate(`Object.keys(sessionStorage).some((name) => name.startsWith('draft '))`),
    );
    await page.fill('#message', '');
    await page.close();
  });

  it('a trace is copied as a bank or a platform wants it', async () => {
    await scene.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const indicators = [
      { kind: 'account', value: '970422:0123456789', display: '0123456789 – MB – TRAN VAN B' },
    ] as const;
    const { id } = await scene.server.addReport({ indicators });
    const page = await scene.open(`/console/bao-cao/${id}`);
    await page.click('[data-copy]');
    await until('the word', async () => (await page.textContent('[data-copy]')) === 'Đã chép');
    expect(await page.evaluate('navigator.clipboard.readText()')).toBe('0123456789');
    await page.close();
  });

  it('from a report that was found, "back" leads to what was found', async () => {
    const indicators = [{ kind: 'phone', value: '+84999123456', display: '0999 123 456' }] as const;
    const { id, code } = await scene.server.addReport({ indicators });
    const page = await scene.open('/console');
    await page.fill('#words', '0999123456');
    await page.keyboard.press('Enter');
    await page.click(`#row-${id}`);
    await page.waitForURL(`**/bao-cao/${id}`);
    await page.goBack();
    expect(await page.inputValue('#words')).toBe('0999123456');
    expect(await page.textContent('main')).toContain(code);
    await page.close();
  });

  it('an editor sees the preview and tries a question without leaving the form', async () => {
    const page = await scene.open('/console/bai-viet/sos-vua-chuyen-tien');
    await page.fill('#title', 'Tên bài đang gõ dở');
    await page.click('button[hx-post="/console/bai-viet-xem-truoc"]');
    await page.waitForSelector('#preview h2');
    await page.fill('#question', 'toi vua chuyen tien');
    await page.press('#question', 'Enter');
    // beside what is being written, not far below it
    await page.waitForSelector('aside #try-result h2');
    expect(scene.server.tried.at(-1)).toEqual({
      question: 'toi vua chuyen tien',
      draft: 'sos-vua-chuyen-tien',
    });
    expect(await page.inputValue('#title')).toBe('Tên bài đang gõ dở');
    await page.close();
  });

  it('Enter in a field of an article never publishes', async () => {
    const page = await scene.open('/console/bai-viet/kenh-that-cua-cong-an');
    await page.press('#title', 'Enter');
    await page.waitForSelector('.notice-good');
    expect(await page.textContent('.notice-good')).toContain('Đã lưu nháp');
    expect((await scene.server.deps.articles.bySlug('kenh-that-cua-cong-an'))?.published?.version).toBe(1);
    await page.close();
  });

  it('the browser complained about nothing', () => {
    expect(scene.complaints).toEqual([]);
  });
});
