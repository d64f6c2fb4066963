import { randomInt } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newCaseCode } from '../../reports/case-code.ts';
import { changeStatus } from '../../reports/change-status.ts';
import { note } from '../../reports/note.ts';
import { writeToResident } from '../../reports/write-to-resident.ts';
import type { Report } from '../../reports/report.ts';
import { changed, SECRETS } from '../reports/report-builder.ts';
import type { ConsoleServer } from './console-server.ts';
import { startConsole } from './console-server.ts';
import { createVisitor, signedIn } from './visitor.ts';

const PIN = '480215';

/** Well formed, and of no report. */
const unknownCode = () => newCaseCode((bound) => randomInt(bound));

describe('a resident looks up a report', () => {
  let server: ConsoleServer;
  let report: Report;
  let pinHash: string;
  beforeAll(async () => {
    server = await startConsole();
    pinHash = await server.deps.pins.hash(PIN);
    report = await server.addReport({ pinHash });
  });
  afterAll(() => server.close());

  const lookUp = (code: string, pin: string, visitor = createVisitor(server.url)) =>
    visitor.post('/tra-cuu', { code, pin }, { csrf: null });

  it('needs neither script nor cookie', async () => {
    const form = await createVisitor(server.url).get('/tra-cuu');
    expect(form.status).toBe(200);
    expect(form.text).not.toContain('<script');
    expect(form.headers.get('set-cookie')).toBeNull();
    expect(form.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('whoever mistypes an address is led on, a program is not', async () => {
    const visitor = createVisitor(server.url);
    const page = await visitor.get('/tracuu', { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' });
    expect(page.status).toBe(404);
    expect(page.text).toContain('href="/tra-cuu"');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    const plain = await visitor.get('/tracuu', { accept: '*/*' });
    expect([plain.status, plain.text.includes('/tra-cuu')]).toEqual([404, false]);
  });

  it('the duty officer’s number can be touched to call it', async () => {
    const { text } = await createVisitor(server.url).get('/');
    expect(text).toContain('<a href="tel:0263000000">0263 000 000</a>');
  });

  it('the receipt’s address fills in the code and never the PIN', async () => {
    const form = await createVisitor(server.url).get(`/tra-cuu?ma=${report.code}&pin=${PIN}`);
    expect(form.text).toContain(`value="${report.code}"`);
    expect(form.text).not.toContain(PIN);
  });

  it('shows status, dates and what the police wrote, and nothing personal', async () => {
    const by = { kind: 'staff', staffId: 's', name: 'Trung úy Bình' } as const;
    const { now } = server.clock;
    let mine = await server.addReport({ pinHash });
    for (const step of [
      (one: Report) => changeStatus(one, { to: 'verifying', by, note: 'nghi vấn nội bộ', now }),
      (one: Report) => note(one, { text: 'ghi chú mật', by, now }),
      (one: Report) => writeToResident(one, { id: 'm', text: 'Anh chị giữ lại biên lai nhé', by, now }),
    ]) {
      mine = changed(step(mine));
      await server.saveReport(mine);
    }
    const { visitor: officer } = await signedIn(server, 'officer');
    await officer.get(`/console/bao-cao/${mine.id}`);
    const { text, status } = await lookUp(mine.code.toLowerCase().replace('-', ''), '480 215');
    expect(status).toBe(200);
    for (const shown of [
      'Đang xác minh',
      'Anh chị giữ lại biên lai nhé',
      'Bị lừa đảo mất tiền',
      '14:00 ngày 22/11/2026',
      '1 lượt',
    ]) {
      expect(text).toContain(shown);
    }
    for (const secret of [
      ...Object.values(SECRETS),
      'Trung úy Bình',
      'ghi chú mật',
      'nghi vấn nội bộ',
      'Gọi điện',
    ]) {
      expect(text).not.toContain(secret);
    }
  });

  it('an unknown code, a wrong PIN and nonsense get the same answer', async () => {
    const answers = [];
    for (const [code, pin] of [
      [report.code, '111222'],
      [unknownCode(), PIN],
      ['K7M4-QX9C', PIN],
      [report.code, 'abc'],
      ['xyz', ''],
      [report.code, ''],
    ]) {
      const answer = await lookUp(code!, pin!);
      expect(answer.status).toBe(422);
      answers.push(answer.text.replaceAll(/value="[^"]*"/g, ''));
    }
    expect(new Set(answers).size).toBe(1);
    expect(answers[0]).toContain('Mã hồ sơ hoặc mã PIN chưa đúng');
  });

  it.each([
    ['a known code', () => report.code, '111222'],
    ['the right PIN', () => report.code, PIN],
    ['an unknown code', unknownCode, '111222'],
    ['a malformed code', () => 'xyz', '111222'],
    ['a malformed PIN', () => report.code, 'abc'],
  ])('%s costs one slow hash', async (_name, code, pin) => {
    const before = server.pinChecks.count;
    await lookUp(code(), pin);
    expect(server.pinChecks.count).toBe(before + 1);
  });

  it('wrong PINs for one code are counted from wherever they come; the right one is then refused, too', async () => {
    const target = await server.addReport({ pinHash });
    const statuses = [];
    for (let tries = 0; tries < 8; tries += 1) statuses.push((await lookUp(target.code, '111222')).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 422, 429, 429]);
    const blocked = await lookUp(target.code, PIN);
    expect([blocked.status, blocked.text.includes('tạm dừng tra cứu')]).toEqual([429, true]);
  });

  it('a code that does not exist is counted in the same way', async () => {
    const code = unknownCode();
    const statuses = [];
    for (let tries = 0; tries < 8; tries += 1) statuses.push((await lookUp(code, '111222')).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 422, 429, 429]);
  });

  it('one address that keeps guessing rests; looking one’s own report up is not guessing', async () => {
    const own = createVisitor(server.url);
    for (let times = 0; times < 20; times += 1)
      expect((await lookUp(report.code, PIN, own)).status).toBe(200);
    const guesser = createVisitor(server.url);
    const statuses = [];
    for (let tries = 0; tries < 17; tries += 1)
      statuses.push((await lookUp(`nonsense ${tries}`, '111222', guesser)).status);
    expect(statuses.slice(0, 15).every((status) => status === 422)).toBe(true);
    expect(statuses.slice(15)).toEqual([429, 429]);
  });

  it.each([
    ['fields missing', {}],
    ['fields doubled', { code: ['a', 'b'], pin: ['1', '2'] }],
    ['fields beyond measure', { code: 'x'.repeat(1_500), pin: '1' }],
    ['a form beyond measure', { code: 'x'.repeat(50_000), pin: '1' }],
  ])('%s are answered like any wrong code', async (_name, fields) => {
    const answer = await createVisitor(server.url).post('/tra-cuu', fields, { csrf: null });
    expect([answer.status, answer.text.includes('Mã hồ sơ hoặc mã PIN chưa đúng')]).toEqual([422, true]);
  });

  it('the landing page says what this is and where to go, the privacy page what is kept', async () => {
    const visitor = createVisitor(server.url);
    const landing = (await visitor.get('/')).text;
    for (const link of [
      'href="/tra-cuu"',
      'href="/quyen-rieng-tu"',
      'href="/console"',
      'href="tel:113"',
      'https://zalo.example',
    ]) {
      expect(landing).toContain(link);
    }
    expect((await visitor.get('/quyen-rieng-tu')).text).toContain('91/2025/QH15');
  });
});
