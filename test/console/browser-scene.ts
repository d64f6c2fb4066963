import type { Browser, BrowserContext, Page } from 'playwright-core';
import sharp from 'sharp';
import type { Report } from '../../reports/report.ts';
import type { StaffMember } from '../../reports/staff.ts';
import { launchBrowser } from '../support/chromium.ts';
import type { ConsoleServer } from './console-server.ts';
import { startConsole } from './console-server.ts';
import { addStaff, codeOf, PASSWORD } from './visitor.ts';

export const PHONE = { width: 360, height: 740 };
export const DESK = { width: 1280, height: 800 };

/** The console with an administrator who is signed in, in a real browser. */
export interface BrowserScene {
  readonly server: ConsoleServer;
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly admin: StaffMember;
  /** What the browser complained about: a script that was refused, an error of ours. */
  readonly complaints: readonly string[];
  open(path: string, viewport?: typeof DESK): Promise<Page>;
  /** Leads an open page to another address; a new page starts a process of its own. */
  lead(page: Page, path: string): Promise<void>;
  close(): Promise<void>;
}

export async function openBrowserScene(): Promise<BrowserScene> {
  const server = await startConsole();
  const browser = await launchBrowser();
  const admin = await addStaff(server, 'admin');
  const context = await browser.newContext({ viewport: DESK, locale: 'vi-VN' });
  const complaints: string[] = [];
  const paths = new WeakMap<Page, string>();

  async function open(path: string, viewport = DESK): Promise<Page> {
    const page = await context.newPage();
    const complain = (what: string) => complaints.push(`${paths.get(page) ?? ''}: ${what}`);
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) complain(message.text());
    });
    page.on('pageerror', (error) => complain(error.message));
    await page.setViewportSize(viewport);
    await lead(page, path);
    return page;
  }

  async function lead(page: Page, path: string): Promise<void> {
    paths.set(page, path);
    await page.goto(`${server.url}${path}`);
  }

  /** By keyboard alone. */
  async function signIn(): Promise<void> {
    const page = await open('/console');
    await page.keyboard.type(admin.login);
    await page.keyboard.press('Tab');
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.waitForURL('**/dang-nhap/ma');
    await page.keyboard.type(codeOf(admin.totpSecret, server.clock.now));
    await page.keyboard.press('Enter');
    await page.waitForSelector('#queue');
    await page.close();
  }

  await signIn();
  return {
    server,
    browser,
    context,
    admin,
    complaints,
    open,
    lead,
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** A report whose one photo has a very long name. */
export async function addPictureReport(
  server: ConsoleServer,
  overrides: Parameters<ConsoleServer['addReport']>[0] = {},
): Promise<Report> {
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
  return server.addReport({ evidence: [evidence], ...overrides });
}
