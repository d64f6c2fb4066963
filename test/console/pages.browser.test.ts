import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import type { Report } from '../../reports/report.ts';
import { submissionOf } from '../reports/report-builder.ts';
import type { BrowserScene } from './browser-scene.ts';
import { addPictureReport, DESK, openBrowserScene, PHONE } from './browser-scene.ts';
import { addStaff } from './visitor.ts';

const PIN = '480215';

describe('the pages in a real browser', () => {
  let scene: BrowserScene;
  let report: Report;
  let talkId: string;

  beforeAll(async () => {
    scene = await openBrowserScene();
    const { deps, clock } = scene.server;
    const { reporter } = submissionOf();
    const phone = '0977 665 544 (Công Tằng Tôn Nữ Diễm Phương Thảo Nguyên 0977665544, gọi sau 17 giờ)';
    report = await addPictureReport(scene.server, {
      pinHash: await deps.pins.hash(PIN),
      reporter: { ...reporter, phone },
    });
    talkId = (await scene.server.addHandover()).id;
    await deps.missedQuestions.add({
      question: 'câu này chưa ai trả lời',
      offered: [],
      at: clock.now,
      kbVersion: 'x',
    });
  }, 60_000);
  afterAll(() => scene.close());

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
    const page = await scene.open('/', PHONE);
    for (const path of pages()) {
      await scene.lead(page, path);
      const width = await page.evaluate('document.documentElement.scrollWidth');
      if (width !== PHONE.width) faults.push(`${path} is ${String(width)} wide`);
      faults.push(...(await faultsOf(page)).map((fault) => `${path} ${fault}`));
    }
    await page.close();
    expect(faults).toEqual([]);
  }, 120_000);

  it('a long name leaves the unit its own, on a phone and at a desk', async () => {
    const stored = (await scene.server.deps.staff.byId(scene.admin.id))!;
    const name = 'Nguyễn Hoàng Phương Thảo Vy Trần Lê Công Tằng Tôn Nữ Huyền Trân Ngọc Anh Đào';
    await scene.server.deps.staff.save({ ...stored, name, version: stored.version + 1 });
    for (const viewport of [PHONE, DESK]) {
      const page = await scene.open('/console/tai-khoan', viewport);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
      expect(await page.evaluate(`document.querySelector('.brand strong').offsetHeight`)).toBeLessThan(60);
      expect(await page.evaluate(`document.querySelector('.who a').offsetHeight`)).toBeLessThan(60);
      await page.close();
    }
  });

  it('a colleague’s long name fits the form that gives a report away, on a phone and at a desk', async () => {
    const colleague = await addStaff(scene.server, 'officer');
    const name = 'Đại úy Nguyễn Hoàng Phương Thảo Vy Trần Lê Công Tằng Tôn Nữ';
    await scene.server.deps.staff.save({ ...colleague, name, version: colleague.version + 1 });
    for (const viewport of [PHONE, DESK]) {
      const page = await scene.open(`/console/bao-cao/${report.id}`, viewport);
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width);
      expect(await page.evaluate(`document.querySelector('.beside button').offsetHeight`)).toBeLessThan(60);
      await page.close();
    }
  });

  it('a resident looks the report up on a phone without a script', async () => {
    const phone = await scene.browser.newContext({ viewport: PHONE, javaScriptEnabled: false });
    const page = await phone.newPage();
    await page.goto(`${scene.server.url}/tra-cuu?ma=${report.code}`);
    await page.fill('#pin', PIN);
    await page.click('main button');
    await page.waitForSelector('.found');
    expect(await page.textContent('.found')).toContain(report.code);
    await phone.close();
  });

  it('the browser complained about nothing', () => {
    expect(scene.complaints.filter((line) => !line.startsWith('/console/khong-co'))).toEqual([]);
  });
});
