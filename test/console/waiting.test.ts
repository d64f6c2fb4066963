import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Report, Urgency } from '../../reports/report.ts';
import { URGENCIES } from '../../reports/report.ts';
import type { ConsoleServer } from './console-server.ts';
import { startConsole } from './console-server.ts';
import type { Visitor } from './visitor.ts';
import { signedIn } from './visitor.ts';

/** Between the urgent ones and now: more than any page holds. */
const CALM_COUNT = 110;

describe('more reports wait than fit on a page', () => {
  let server: ConsoleServer;
  let officer: Visitor;
  const expected: string[] = [];
  beforeAll(async () => {
    server = await startConsole();
    ({ visitor: officer } = await signedIn(server, 'officer'));
    const waiting: Report[] = [];
    const add = async (urgency: Urgency) => {
      waiting.push(await server.addReport({ urgency, category: urgency === 'P1' ? 'C14' : 'C06' }));
      server.later(1_000);
    };
    await add('P1');
    await add('P4');
    await add('P1');
    for (let count = 0; count < CALM_COUNT; count += 1) await add(count % 2 === 0 ? 'P3' : 'P2');
    await add('P0');
    for (const urgency of URGENCIES) {
      expected.push(...waiting.filter((report) => report.urgency === urgency).map(({ code }) => code));
    }
  }, 60_000);
  afterAll(() => server.close());

  const codesOn = (text: string) => [...text.matchAll(/class="code">([^<]+)</g)].map(([, code]) => code);
  const linkIn = (text: string, words: string) =>
    new RegExp(`href="([^"]+)"[^>]*>${words}`).exec(text)?.[1]?.replaceAll('&amp;', '&') ?? '';

  it('the most urgent is on top however old it is, of equal ones whoever has waited longest', async () => {
    const { text } = await officer.get('/console');
    expect(codesOn(text)).toEqual(expected.slice(0, 30));
  });

  it('how many wait in all stands above the list and on the way to all of them', async () => {
    const { text } = await officer.get('/console');
    expect(text).toMatch(new RegExp(`Chờ tiếp nhận <b>${expected.length}</b>`));
    expect(text).toContain(`Xem tất cả ${expected.length} tin đang chờ`);
  });

  it('the whole list is led through page by page in the same order, without losing or repeating any', async () => {
    const seen: (string | undefined)[] = [];
    let page = await officer.get(linkIn((await officer.get('/console')).text, 'Xem tất cả'));
    for (let pages = 1; pages < 10; pages += 1) {
      seen.push(...codesOn(page.text));
      expect(page.text).toMatch(new RegExp(`<b>${expected.length}</b>`));
      const next = linkIn(page.text, 'Xem tiếp');
      if (next === '') break;
      page = await officer.get(next);
    }
    expect(seen).toEqual(expected);
  });

  it('a filter keeps the order and counts what it finds', async () => {
    const { text } = await officer.get('/console?trang-thai=new&nhom=C14');
    expect(codesOn(text)).toEqual(expected.slice(1, 3));
    expect(text).toContain('Chờ tiếp nhận <b>2</b>');
  });

  it('whoever comes last is told of, though the own place is far down', async () => {
    const before = await officer.get('/console');
    const live = /hx-get="([^"]+hang-doi[^"]*)"/.exec(before.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const { code } = await server.addReport({ urgency: 'P4' });
    const piece = await officer.get(live);
    expect(piece.text).toContain('Có tin mới: 1 hồ sơ');
    expect(codesOn(piece.text)).not.toContain(code);
  });
});
