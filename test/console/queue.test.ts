import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addToReport } from '../../reports/add-to-report.ts';
import { changeStatus } from '../../reports/change-status.ts';
import type { Report, ReportStatus } from '../../reports/report.ts';
import { withdrawReport } from '../../reports/withdraw-report.ts';
import { ADDRESS, changed } from '../reports/report-builder.ts';
import type { ConsoleServer } from './console-server.ts';
import { startConsole } from './console-server.ts';
import type { Visitor } from './visitor.ts';
import { signedIn } from './visitor.ts';

describe('the queue', () => {
  let server: ConsoleServer;
  let officer: Visitor;
  const reports = new Map<string, Report>();
  beforeAll(async () => {
    server = await startConsole();
    ({ visitor: officer } = await signedIn(server, 'officer'));
    const add = async (
      name: string,
      overrides: Parameters<ConsoleServer['addReport']>[0],
      status?: ReportStatus,
    ) => {
      let report = await server.addReport(overrides);
      if (status !== undefined) {
        const by = { kind: 'staff', staffId: 's', name: 'Bình' } as const;
        report = changed(changeStatus(report, { to: status, by, note: 'x', now: server.clock.now }));
        await server.saveReport(report);
      }
      reports.set(name, report);
    };
    await add('urgent', {
      urgency: 'P1',
      category: 'C14',
      now: new Date(server.clock.now.getTime() - 20 * 60_000),
    });
    await add('calm', { urgency: 'P3', category: 'C06' });
    await add('worked', { category: 'C01' }, 'verifying');
    await add('rejected', { category: 'C10' }, 'rejected');
    const reporter = {
      anonymous: true,
      name: null,
      phone: null,
      key: 'k',
      address: { ...ADDRESS, channel: 'messenger' },
    } as const;
    await add('messenger', { urgency: 'P0', reporter });
  });
  afterAll(() => server.close());

  const code = (name: string): string => reports.get(name)!.code;
  const namesOn = (text: string): string[] => [...reports.keys()].filter((name) => text.includes(code(name)));

  it('shows what waits, most urgent first, above what is worked on; what is finished is elsewhere', async () => {
    const { text } = await officer.get('/console');
    const order = ['messenger', 'urgent', 'calm', 'worked'].map((name) => text.indexOf(code(name)));
    expect(order.every((position) => position > 0)).toBe(true);
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(text).not.toContain(code('rejected'));
    expect(text).toContain('20 phút trước');
  });

  it('holds nothing personal', async () => {
    const { text } = await officer.get('/console?trang-thai=tat-ca');
    for (const report of reports.values()) {
      for (const answer of report.answers) expect(text).not.toContain(answer.text);
      if (report.reporter.name !== null) expect(text).not.toContain(report.reporter.name);
    }
  });

  it.each([
    ['trang-thai=verifying', ['worked']],
    ['trang-thai=da-xong', ['rejected']],
    ['muc=P1', ['urgent']],
    ['nhom=C06', ['calm']],
    ['kenh=messenger', ['messenger']],
    ['trang-thai=tat-ca', ['urgent', 'calm', 'worked', 'rejected', 'messenger']],
    ['trang-thai=tat-ca&nhom=C10&muc=P2', ['rejected']],
    ['nhom=C12', []],
  ])('the filter %s finds %j', async (query, names) => {
    const { text } = await officer.get(`/console?${query}`);
    expect(namesOn(text)).toEqual(names);
  });

  it.each(['trang-thai=x', 'muc=P1&muc=P2', 'tiep=%27', 'nhom[$ne]=C01', 'kenh=' + 'x'.repeat(2_000)])(
    'the filter %s, which is none, shows everything open',
    async (query) => {
      const answer = await officer.get(`/console?${query}`);
      expect(answer.status).toBe(200);
      expect(namesOn(answer.text)).toEqual(['urgent', 'calm', 'worked', 'messenger']);
    },
  );

  it('what an officer took is marked as theirs and has a list of its own', async () => {
    const report = await server.addReport({ category: 'C05' });
    await officer.get(`/console/bao-cao/${report.id}`);
    await officer.post(`/console/bao-cao/${report.id}/tiep-nhan`);
    const mine = await officer.get('/console?cua-toi=1');
    expect(mine.text).toContain(report.code);
    expect(mine.text).toContain('giao cho tôi');
    expect(namesOn(mine.text)).toEqual([]);
  });

  it('who has a report stands in its row, and the own ones are counted', async () => {
    const { visitor: colleague, member } = await signedIn(server, 'officer');
    const report = await server.addReport({ category: 'C05' });
    await colleague.get(`/console/bao-cao/${report.id}`);
    await colleague.post(`/console/bao-cao/${report.id}/tiep-nhan`);
    const { text } = await officer.get('/console?trang-thai=received');
    expect(text.slice(text.indexOf(report.code))).toContain(member.name);
    expect((await colleague.get('/console')).text).toMatch(/Của tôi <b>1</);
  });

  it('what a resident adds or withdraws is counted and listed until an officer acts on it', async () => {
    const added = await server.addReport({ category: 'C05' });
    const more = { messageId: 'm', text: 'Họ lại gọi', evidence: [], indicators: [], now: server.clock.now };
    await server.saveReport(changed(addToReport(added, more)));
    const withdrawn = await server.addReport({ category: 'C05' });
    await server.saveReport(
      changed(withdrawReport(withdrawn, { reason: 'Gửi nhầm', now: server.clock.now })),
    );
    expect((await officer.get('/console')).text).toMatch(/Người dân gửi thêm <b class="unread">2</);
    const list = '/console?trang-thai=tat-ca&gui-them=1';
    for (const { code } of [added, withdrawn]) expect((await officer.get(list)).text).toContain(code);
    await officer.get(`/console/bao-cao/${added.id}`);
    await officer.post(`/console/bao-cao/${added.id}/tiep-nhan`);
    const after = await officer.get(list);
    expect(after.text).toMatch(/Người dân gửi thêm <b class="unread">1</);
    expect(after.text).not.toContain(added.code);
  });

  const searched = async (words: string) => {
    const { location } = await officer.post('/console/tim', { words });
    // nothing of what was searched for is in an address
    expect(location).toBe('/console/tim');
    return officer.get('/console/tim');
  };

  it('who searched for nothing yet is led to the queue', async () => {
    const { visitor } = await signedIn(server, 'officer');
    expect((await visitor.get('/console/tim')).location).toBe('/console');
  });

  it('a code leads to its report, however it is typed', async () => {
    const { id } = reports.get('calm')!;
    for (const typed of [code('calm'), code('calm').toLowerCase().replace('-', ' '), ` ${code('calm')} `]) {
      const answer = await officer.post('/console/tim', { words: typed });
      expect(answer.location).toBe(`/console/bao-cao/${id}`);
    }
  });

  it('an unknown code is said to be unknown', async () => {
    const answer = await searched('<b>AAAA</b>');
    expect(answer.text).toContain('Không có hồ sơ mã “&lt;b>AAAA&lt;/b>”');
  });

  it.each([
    ['0999 888 777', ['phone', 'both']],
    ['gọi từ +84999888777 bảo vào giai-thuong-la.top', ['phone', 'both', 'link']],
    ['stk 19036789012345', ['account']],
    ['0999 888 776', []],
  ])('a number, account or link finds the reports that name it: %s', async (words, names) => {
    const phone = { kind: 'phone', value: '+84999888777', display: '0999 888 777' } as const;
    const link = { kind: 'link', value: 'giai-thuong-la.top', display: 'giai-thuong-la.top' } as const;
    const account = { kind: 'account', value: '970407:19036789012345', display: '19036789012345' } as const;
    const named = new Map([
      ['phone', await server.addReport({ indicators: [phone] })],
      ['both', await server.addReport({ indicators: [phone, link] })],
      ['link', await server.addReport({ indicators: [link] })],
      ['account', await server.addReport({ indicators: [account] })],
    ]);
    const { status, text } = await searched(words);
    expect(status).toBe(200);
    const found = [...named].filter(([, { code }]) => text.includes(code)).map(([name]) => name);
    expect(found).toEqual(names);
  });

  it('whoever searches for traces is in the audit, with the kinds of them and none of their words', async () => {
    await searched('stk 19036789012345, gọi từ 0999 888 777');
    const [entry] = await server.deps.audit.ofSubject('system', 1);
    expect(entry).toMatchObject({ action: 'traces-searched', staffName: expect.any(String) });
    expect(entry?.detail?.split(', ').sort()).toEqual(['account', 'phone']);
    await searched('AAAA');
    expect(await server.deps.audit.ofSubject('system', 1)).toEqual([entry]);
  });

  it('stays silent while nothing changes, and says when something came', async () => {
    const page = await officer.get('/console');
    const live = /hx-get="([^"]+hang-doi[^"]*)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await officer.get(live)).status).toBe(204);
    const fresh = await server.addReport({ urgency: 'P0' });
    const piece = await officer.get(live);
    expect(piece.text).toContain('Có tin mới: 1 hồ sơ');
    expect(piece.text).toContain(`data-alarm="${fresh.id}"`);
    expect(piece.text).toContain(fresh.code);
    expect(piece.text).not.toContain('<html');
    expect(piece.text).toMatch(/id="queue-chips"[^>]*hx-swap-oob="true"/);
    const again = /hx-get="([^"]+)"/.exec(piece.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect((await officer.get(again)).status).toBe(204);
  });

  it('counts of new reports and waiting residents stand beside the navigation', async () => {
    await server.addHandover();
    const { text } = await officer.get('/console/dem');
    expect(text).toMatch(/id="count-queue" class="count" hx-swap-oob="true"> \d/);
    expect(text).toMatch(/id="count-conversations" class="count" hx-swap-oob="true"> 1/);
    expect(text).toMatch(/id="count-alerts" class data-alarm hx-swap-oob="true"></);
  });

  it('goes back page by page without losing or repeating any', async () => {
    for (let count = 0; count < 35; count += 1) await server.addReport({ category: 'C15' });
    const first = await officer.get('/console?nhom=C15');
    const next = /href="([^"]*tiep=[^"]*)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const second = await officer.get(next);
    const codesOn = (text: string) => [...text.matchAll(/class="code">([^<]+)</g)].map(([, found]) => found);
    const all = [...codesOn(first.text), ...codesOn(second.text)];
    expect(codesOn(first.text)).toHaveLength(30);
    expect(new Set(all).size).toBe(35);
    expect(second.text).not.toContain('hang-doi?');
  });
});
