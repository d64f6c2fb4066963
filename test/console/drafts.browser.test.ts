import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { Report } from '../../reports/report.ts';
import type { StaffMember } from '../../reports/staff.ts';
import { launchBrowser } from '../support/chromium.ts';
import { until } from '../support/until.ts';
import type { ConsoleServer } from './console-server.ts';
import { startConsole } from './console-server.ts';
import { addStaff, codeOf, PASSWORD } from './visitor.ts';

const IDLE_MS = 16 * 60_000;
const NOTE = 'Chị Hương hẹn 8 giờ sáng mai';
const MESSAGE = 'Chào chị, mời chị mang biên lai tới';

type Officer = StaffMember & { totpSecret: string };

describe('what an officer has half typed', () => {
  let server: ConsoleServer;
  let browser: Browser;
  let context: BrowserContext;
  let officer: Officer;
  let report: Report;
  let page: Page;
  const path = () => `/console/bao-cao/${report.id}`;

  beforeAll(async () => {
    server = await startConsole();
    browser = await launchBrowser();
    officer = await addStaff(server, 'officer');
  }, 60_000);
  afterAll(async () => {
    await browser.close();
    await server.close();
  });
  beforeEach(async () => {
    context = await browser.newContext({ locale: 'vi-VN' });
    report = await server.addReport();
    page = await context.newPage();
    await page.goto(`${server.url}${path()}`);
    await signIn(officer);
  }, 60_000);

  afterEach(() => context.close());

  async function signIn(who: Officer): Promise<void> {
    // a code works once
    server.later(60_000);
    await page.fill('#login', who.login);
    await page.fill('#password', PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/dang-nhap/ma');
    await page.fill('#code', codeOf(who.totpSecret, server.clock.now));
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${path()}`);
  }

  const storedDrafts = () =>
    page.evaluate<string[]>(
      `Object.entries(sessionStorage).filter(([name]) => name.startsWith('draft ')).map((one) => one.join('|'))`,
    );
  const keptDrafts = (count: number) =>
    until(`${count} drafts to be kept`, async () => (await storedDrafts()).length === count);

  async function typeBoth(): Promise<void> {
    await page.click('#form-noted summary');
    await page.fill('#note', NOTE);
    await page.fill('#message', MESSAGE);
    await keptDrafts(2);
  }

  it('is there again after the lock and a new sign-in, and goes out as it was typed', async () => {
    await typeBoth();
    server.later(IDLE_MS);
    await page.waitForURL('**/dang-nhap?**', { timeout: 20_000 });
    expect(await page.textContent('main')).toContain('Phiên đã khóa');
    await signIn(officer);
    await page.waitForSelector('.kept');
    expect(await page.inputValue('#note')).toBe(NOTE);
    expect(await page.isVisible('#note')).toBe(true);
    expect(await page.inputValue('#message')).toBe(MESSAGE);
    await page.click('#form-noted button');
    await page.waitForSelector('.notice-good');
    await keptDrafts(1);
    expect(await page.inputValue('#note')).toBe('');
    const { history } = (await server.deps.reports.byId(report.id))!;
    expect(history.filter(({ action }) => action === 'noted').map(({ note }) => note)).toEqual([NOTE]);
  }, 90_000);

  it('is not lost when it is sent after the lock: the page says so and leads back to it', async () => {
    await typeBoth();
    server.later(IDLE_MS);
    await page.click('#form-noted button');
    await page.click('main a.button');
    await signIn(officer);
    await page.waitForSelector('.kept');
    expect([await page.inputValue('#note'), await page.inputValue('#message')]).toEqual([NOTE, MESSAGE]);
    expect((await server.deps.reports.byId(report.id))?.history.map(({ action }) => action)).not.toContain(
      'noted',
    );
  }, 90_000);

  it('cannot be read on a locked computer, and a colleague who signs in does not see it', async () => {
    await typeBoth();
    server.later(IDLE_MS);
    await page.waitForURL('**/dang-nhap?**', { timeout: 20_000 });
    expect((await storedDrafts()).join('\n')).not.toMatch(/Hương|biên lai/);
    await signIn(await addStaff(server, 'officer'));
    await keptDrafts(0);
    expect([await page.inputValue('#note'), await page.inputValue('#message')]).toEqual(['', '']);
  }, 90_000);

  it('is gone with signing out, and with being deleted', async () => {
    await typeBoth();
    await page.fill('#note', '');
    await keptDrafts(1);
    await page.click('.who button');
    await page.waitForURL('**/dang-nhap?**');
    expect(await storedDrafts()).toEqual([]);
  }, 90_000);
});
