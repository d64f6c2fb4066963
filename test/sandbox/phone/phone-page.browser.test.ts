import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser, Locator, Page } from 'playwright-core';
import { z } from 'zod';
import { launchBrowser } from '../../support/chromium.ts';
import { until } from '../../support/until.ts';
import { openPhoneWorld } from './phone-world.ts';
import type { PhoneWorld } from './phone-world.ts';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

let browser: Browser;
let world: PhoneWorld;
let page: Page;
let faults: string[];
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  world = await openPhoneWorld();
  faults = [];
  page = await open({ width: 1400, height: 900 });
});
afterEach(async () => {
  await page.context().close();
  await world.close();
});

async function open(viewport: { width: number; height: number }): Promise<Page> {
  const context = await browser.newContext({ viewport, locale: 'vi-VN' });
  const opened = await context.newPage();
  opened.on('pageerror', (error) => faults.push(error.message));
  opened.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  await opened.goto(world.pageUrl);
  await opened.locator('body[data-ready="true"]').waitFor();
  return opened;
}

const qa = (name: string): Locator => page.locator(`[data-qa="${name}"]`);

describe('the phone page', () => {
  it('sends on Enter, yet not on the Enter that ends a Vietnamese word', async () => {
    const composer = qa('zalo-composer');
    await composer.fill('tôi bị lừa');
    await composer.evaluate((box) => {
      const enter = { key: 'Enter', isComposing: true, bubbles: true, cancelable: true };
      box.dispatchEvent(new KeyboardEvent('keydown', enter));
    });
    expect(await composer.inputValue()).toBe('tôi bị lừa');
    await composer.press('Shift+Enter');
    await composer.pressSequentially('mất 5 triệu');
    await composer.press('Enter');
    await page.locator('[data-qa="zalo-message"][data-state="received"]').waitFor();
    expect(await qa('zalo-text').allTextContents()).toEqual(['tôi bị lừa\nmất 5 triệu']);
    expect(await composer.inputValue()).toBe('');
    expect(faults).toEqual([]);
  });

  it('shows quick replies above the keyboard until one is tapped', async () => {
    await qa('messenger-composer').fill('alo');
    await qa('messenger-send').click();
    await page.locator('[data-qa="messenger-message"][data-state="received"]').waitFor();
    const replies = ['Đúng', 'Không'].map((title) => ({ content_type: 'text', title, payload: title }));
    await world.botSays('messenger', world.lastWriter('messenger'), {
      text: 'Đúng?',
      quick_replies: replies,
    });
    await qa('messenger-quick-reply').filter({ hasText: 'Không' }).click();
    await qa('messenger-quick-reply').first().waitFor({ state: 'detached' });
    expect(await qa('messenger-text').allTextContents()).toEqual(['alo', 'Đúng?', 'Không']);
    expect(faults).toEqual([]);
  });

  it('shows what anybody wrote as words, never as a page', async () => {
    const evil = '<img src=x onerror="document.title=1"><b>đậm</b> https://example.vn/a?b=1.';
    await qa('zalo-composer').fill(evil);
    await qa('zalo-composer').press('Enter');
    await qa('zalo-text').waitFor();
    expect(await qa('zalo-text').textContent()).toBe(evil);
    expect(await qa('zalo-text').locator('b, img').count()).toBe(0);
    expect(await qa('zalo-text').locator('a').getAttribute('href')).toBe('https://example.vn/a?b=1');
    expect(faults).toEqual([]);
  });

  it('sends several photos at once and shows them', async () => {
    const photos = ['một.png', 'hai.png'].map((name) => ({ name, mimeType: 'image/png', buffer: PNG }));
    await qa('zalo-attach').setInputFiles(photos);
    await qa('zalo-image').nth(1).waitFor();
    await page.waitForFunction(() => {
      const images = [...document.querySelectorAll<HTMLImageElement>('[data-qa="zalo-image"] img')];
      return images.length === 2 && images.every((image) => image.naturalWidth > 0);
    });
    expect(faults).toEqual([]);
  });

  it('is the same conversation after a reload, and another one for a new resident', async () => {
    await qa('zalo-composer').fill('chuyện của người một');
    await qa('zalo-composer').press('Enter');
    await qa('zalo-text').waitFor();
    await page.reload();
    await qa('zalo-text').waitFor();
    expect(await qa('zalo-text').allTextContents()).toEqual(['chuyện của người một']);
    await qa('resident-new').click();
    await qa('zalo-start').waitFor();
    expect(await qa('zalo-message').count()).toBe(0);
    await qa('resident-select').selectOption({ label: 'Người dân 1' });
    await qa('zalo-text').waitFor();
    expect(faults).toEqual([]);
  });

  it('says why, and keeps the words, when the server is not there', async () => {
    await page.route('**/api/zalo/**', (route) => route.abort());
    await qa('zalo-composer').fill('không tới được');
    await qa('zalo-composer').press('Enter');
    await qa('zalo-error').waitFor();
    expect(await qa('zalo-error').textContent()).toContain('Không nối được với máy chủ');
    expect(await qa('zalo-composer').inputValue()).toBe('không tới được');
    expect(await qa('zalo-message').count()).toBe(0);
  });

  it('shows one phone at a time on a narrow screen, without sideways scrolling', async () => {
    await page.context().close();
    page = await open({ width: 390, height: 844 });
    expect(await qa('zalo-composer').isVisible()).toBe(true);
    expect(await qa('messenger-composer').isVisible()).toBe(false);
    await qa('tab-messenger').click();
    expect(await qa('messenger-composer').isVisible()).toBe(true);
    await qa('tab-more').click();
    await qa('suggestion').filter({ hasText: 'tôi muốn báo tin lừa đảo' }).click();
    await page.locator('[data-qa="zalo-message"][data-state="received"]').waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it('switches every fault that there is, for each app', async () => {
    const settingsOf = async (app: string) => {
      const { json } = await world.call('GET', 'faults');
      return z.object({ settings: z.record(z.string(), z.unknown()) }).parse(json[app]).settings;
    };
    const chosen: Readonly<Record<string, string>> = { sendTrouble: 'hang', tokenTrouble: 'busy' };
    const typed: Readonly<Record<string, string>> = { sendError: '-32', delayMs: '1', share: '50' };
    const meant: Readonly<Record<string, unknown>> = { ...chosen, ...typed, delayMs: 1_000, share: 0.5 };
    // in one step each: the panel is drawn anew whenever anything changed
    const enter = (control: Locator, text: string) =>
      control.evaluate((field: HTMLInputElement, value) => {
        field.value = value;
        field.dispatchEvent(new Event('change'));
      }, text);
    await qa('faults-panel').locator('summary').click();
    await qa('fault-clear').waitFor();
    const absent: string[] = [];
    for (const app of ['zalo', 'messenger']) {
      for (const name of Object.keys(await settingsOf(app))) {
        const control = qa(`fault-${app}-${name}`);
        if ((await control.count()) === 0) {
          absent.push(`${app} ${name}`);
          continue;
        }
        if (typed[name] !== undefined) await enter(control, typed[name]);
        else if (chosen[name] !== undefined) await control.selectOption(chosen[name]);
        else await control.dispatchEvent('click');
        await until(`${name} is on`, async () => (await settingsOf(app))[name] === (meant[name] ?? true));
      }
    }
    // a Page has no buttons to refuse, and no token to refresh
    expect(absent).toEqual(['messenger tokenTrouble', 'messenger buttonsRefused']);
    await qa('fault-clear').dispatchEvent('click');
    await until('all are off', async () => (await settingsOf('messenger'))['share'] === 1);
    expect(faults).toEqual([]);
  });

  it('has nothing that a screen reader or weak eyes stumble over', async () => {
    await qa('zalo-start').click();
    await qa('messenger-start').click();
    await qa('messenger-text').waitFor();
    await qa('faults-panel').locator('summary').click();
    await qa('zalo-more').click();
    const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    const context = await browser.newContext({ bypassCSP: true, viewport: { width: 1400, height: 900 } });
    const checked = await context.newPage();
    await checked.goto(world.pageUrl);
    await checked.locator('body[data-ready="true"]').waitFor();
    await checked.locator('[data-qa="messenger-text"]').waitFor();
    await checked.evaluate(axe);
    const found: unknown = await checked.evaluate(
      'axe.run({ resultTypes: ["violations"] }).then(({ violations }) => violations.map(({ id }) => id))',
    );
    await context.close();
    expect(found).toEqual([]);
  });
});
