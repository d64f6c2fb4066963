import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { momentsOf, presetPeriods, readPeriod, trendOf } from '../../console/figures-period.ts';
import { changeStatus } from '../../reports/change-status.ts';
import { changed } from '../reports/report-builder.ts';
import type { ConsoleServer } from './console-server.ts';
import { startConsole } from './console-server.ts';
import type { Visitor } from './visitor.ts';
import { signedIn } from './visitor.ts';

const NOW = new Date('2026-11-22T07:00:00Z');
const MINUTE_MS = 60_000;

describe('the time that figures are about', () => {
  it.each([
    ['2026-10-01', '2026-10-31', '2026-10-01', '2026-10-31'],
    [null, null, '2026-11-01', '2026-11-22'],
    ['2026-10-31', '2026-10-01', '2026-11-01', '2026-11-22'],
    ['2026-02-30', '2026-03-01', '2026-11-01', '2026-11-22'],
    ['2020-01-01', '2026-10-01', '2026-11-01', '2026-11-22'],
    ["'; drop", 'x', '2026-11-01', '2026-11-22'],
  ])('from %s to %s is %s to %s', (first, last, from, to) => {
    expect(readPeriod(first, last, NOW)).toEqual({ first: from, last: to });
  });

  it('days are those of Vietnam, both ends counted in', () => {
    const { from, to } = momentsOf({ first: '2026-11-01', last: '2026-11-22' });
    expect([from.toISOString(), to.toISOString()]).toEqual([
      '2026-10-31T17:00:00.000Z',
      '2026-11-22T17:00:00.000Z',
    ]);
  });

  it('the usual periods, on a Sunday and at the turn of a year', () => {
    expect(presetPeriods(NOW)).toMatchObject({
      week: { first: '2026-11-16', last: '2026-11-22' },
      lastMonth: { first: '2026-10-01', last: '2026-10-31' },
      quarter: { first: '2026-10-01', last: '2026-11-22' },
    });
    const newYear = presetPeriods(new Date('2026-12-31T18:00:00Z'));
    expect(newYear.lastMonth).toEqual({ first: '2026-12-01', last: '2026-12-31' });
    expect(newYear.year).toEqual({ first: '2027-01-01', last: '2027-01-01' });
  });

  it.each([
    ['2026-11-20', '2026-11-22', ['2026-11-20', '2026-11-21', '2026-11-22']],
    ['2026-09-01', '2026-11-01', ['2026-09-01', '2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28']],
    ['2026-01-15', '2026-11-22', ['2026-01-15', '2026-02-01', '2026-03-01', '2026-04-01']],
  ])('%s to %s is drawn from %j', (first, last, firsts) => {
    const points = trendOf({ first, last }, []);
    expect(points.slice(0, firsts.length).map((point) => point.first)).toEqual(firsts);
    expect(points.at(-1)?.last).toBe(last);
  });
});

describe('the page of figures', () => {
  let server: ConsoleServer;
  let officer: Visitor;
  beforeAll(async () => {
    server = await startConsole();
    ({ visitor: officer } = await signedIn(server, 'officer'));
    const by = { kind: 'staff', staffId: 's', name: 'Bình' } as const;
    const report = await server.addReport({ category: 'C14', urgency: 'P0' });
    const now = new Date(server.clock.now.getTime() + 12 * MINUTE_MS);
    await server.saveReport(changed(changeStatus(report, { to: 'received', by, note: '', now })));
    await server.addReport({ category: 'C06', now: new Date('2026-10-31T16:59:59Z') });
    await server.addReport({ category: 'C10', urgency: 'P3' });
  });
  afterAll(() => server.close());

  it('counts what came in the time and how fast it was responded to, and names nobody', async () => {
    const { text } = await officer.get('/console/thong-ke?tu=2026-11-01&den=2026-11-22');
    expect(text).toMatch(/Hồ sơ gửi đến<\/dt><dd>2</);
    expect(text).toMatch(
      /P0 Nguy hiểm tính mạng<\/th><td class="number">1<\/td><td class="number">0<\/td><td class="number">12 phút/,
    );
    expect(text).not.toMatch(/style=|<script>/);
    expect(text).not.toContain('Nguyễn');
    const october = await officer.get('/console/thong-ke?tu=2026-10-01&den=2026-10-31');
    expect(october.text).toMatch(/Hồ sơ gửi đến<\/dt><dd>1</);
  });

  it('a time without reports says so', async () => {
    const { text } = await officer.get('/console/thong-ke?tu=2026-01-01&den=2026-01-31');
    expect(text).toContain('Không có hồ sơ nào trong kỳ này');
  });

  it('the table is a file that spreadsheets read', async () => {
    const file = await officer.get('/console/thong-ke/bang.csv?tu=2026-11-01&den=2026-11-22');
    expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(file.headers.get('content-disposition')).toContain('thong-ke-2026-11-01-2026-11-22.csv');
    const lines = file.text.replace('\uFEFF', '').split('\r\n');
    expect(lines).toContain('"Hồ sơ gửi đến";2');
    expect(lines).toContain('"P0 Nguy hiểm tính mạng";1;0;12;12');
    expect(lines.every((line) => line === '' || /^("[^"=+@-][^"]*"|\d+)(;("[^"]*"|\d*))*$/.test(line))).toBe(
      true,
    );
  });
});

describe('the page of facts', () => {
  let server: ConsoleServer;
  beforeAll(async () => {
    server = await startConsole();
  });
  afterAll(() => server.close());

  it('shows an editor each table, what is due first, and what residents are not told', async () => {
    const { visitor } = await signedIn(server, 'editor');
    const all = await visitor.get('/console/du-kien');
    expect(all.text).toContain('113');
    const fines = await visitor.get('/console/du-kien?bang=fines');
    expect(fines.text.match(/class="row fact"/g)).toHaveLength(server.deps.facts.fines.length);
    expect(fines.text).toContain('Chờ pháp chế duyệt');
    server.clock.now = new Date('2027-11-22T07:00:00Z');
    const { visitor: later } = await signedIn(server, 'editor');
    expect((await later.get('/console/du-kien')).text).toContain('Đến hạn đối chiếu lại từ');
  });
});
