import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { alertOfCard, alertOfReport } from '../../reports/duty-alert.ts';
import type { DutyAlert } from '../../reports/duty-alert.ts';
import { ADDRESS, reportOf } from '../reports/report-builder.ts';
import type { ConsoleServer } from './console-server.ts';
import { startConsole } from './console-server.ts';
import type { Visitor } from './visitor.ts';
import { signedIn } from './visitor.ts';

describe('duty alerts', () => {
  let server: ConsoleServer;
  let officer: Visitor;
  beforeAll(async () => {
    server = await startConsole();
    ({ visitor: officer } = await signedIn(server, 'officer'));
  });
  afterAll(() => server.close());

  const raise = async (slug: string, residentKey: string, words = 'giúp tôi'): Promise<DutyAlert> => {
    const { clock, deps } = server;
    const alert = alertOfCard({ id: deps.newId(), now: clock.now, address: ADDRESS, residentKey }, slug);
    await deps.transact((work) => {
      work.alerts.raise(alert, words);
      return Promise.resolve();
    });
    return alert;
  };

  it('shows no strip while nobody needs help', async () => {
    expect((await officer.get('/console')).text).not.toContain('Có người đang cần giúp gấp');
  });

  it('shows which card and rings, until an officer takes it; a second click changes nothing', async () => {
    const alert = await raise('sos-vua-chuyen-tien', 'resident-1');
    const page = await officer.get('/console');
    expect(page.text).toContain('Có người đang cần giúp gấp');
    expect(page.text).toContain('Vừa chuyển tiền cho kẻ lừa đảo');
    expect(page.text).toContain(`data-alarm="alert-${alert.id}"`);
    expect(page.text).not.toContain(ADDRESS.userId);
    const taken = await officer.post(`/console/bao-dong/${alert.id}/da-biet`);
    expect(taken.location).toBe('/console');
    expect((await officer.get('/console')).text).not.toContain('Có người đang cần giúp gấp');
    await officer.post(`/console/bao-dong/${alert.id}/da-biet`);
    const audited = await server.deps.audit.ofSubject(`alert:${alert.id}`, 10);
    expect(audited.map(({ action }) => action)).toEqual(['alert-taken']);
    expect((await server.deps.alerts.byId(alert.id))?.acknowledged).not.toBeNull();
  });

  it('the alert of a report is taken with the first step on the report, those of others stay', async () => {
    const { clock, deps } = server;
    const report = await server.addReport({ urgency: 'P1' });
    const other = await server.addReport({ urgency: 'P1' });
    const residentKey = report.reporter.key;
    const alerts = [report, other].flatMap(
      (one) => alertOfReport({ id: deps.newId(), now: clock.now, address: ADDRESS, residentKey }, one) ?? [],
    );
    await deps.transact((work) => {
      for (const alert of alerts) work.alerts.raise(alert, null);
      return Promise.resolve();
    });
    await officer.get(`/console/bao-cao/${report.id}`);
    await officer.post(`/console/bao-cao/${report.id}/ghi-chu`, { text: 'Đang gọi' });
    const isTaken = async () =>
      Promise.all(alerts.map(async ({ id }) => (await deps.alerts.byId(id))?.acknowledged !== null));
    expect(await isTaken()).toEqual([false, false]);
    await officer.post(`/console/bao-cao/${report.id}/tiep-nhan`);
    expect(await isTaken()).toEqual([true, false]);
    await officer.post(`/console/bao-cao/${other.id}/tiep-nhan`);
  });

  it('comes to a page that is open by itself', async () => {
    await officer.get('/console');
    const before = await officer.get('/console/hang-doi');
    const alert = await raise('sos-bat-coc-online', 'resident-2');
    expect(before.text).not.toContain(alert.id);
    const after = await officer.get('/console/hang-doi');
    expect(after.text).toContain(alert.id);
    expect(after.text).toContain('P0');
  });

  it('opens one urgent talk with the resident, however often it is asked for', async () => {
    const alert = await raise('sos-tong-tien-anh-nong', 'resident-3');
    await officer.get('/console');
    const opened = await officer.post(`/console/bao-dong/${alert.id}/tro-chuyen`);
    const talk = await server.deps.handovers.current('resident-3');
    expect(talk).toMatchObject({ urgent: true, status: 'waiting', address: ADDRESS });
    expect(opened.location).toBe(`/console/tro-chuyen/${talk?.id ?? ''}`);
    const again = await officer.post(`/console/bao-dong/${alert.id}/tro-chuyen`);
    expect(again.location).toBe(opened.location);
  });

  it('the talk shows the message that raised the alert; the lists do not, and looking is in the audit', async () => {
    const words = 'tôi vừa chuyển 50 triệu cho <b>Lan</b>';
    const alert = await raise('sos-vua-chuyen-tien', 'resident-11', words);
    for (const list of ['/console', '/console/hang-doi', '/console/bao-dong'])
      expect((await officer.get(list)).text).not.toContain('50 triệu');
    const { location } = await officer.post(`/console/bao-dong/${alert.id}/tro-chuyen`);
    const { text } = await officer.get(location ?? '');
    expect(text).toContain('tôi vừa chuyển 50 triệu cho &lt;b>Lan');
    const talk = await server.deps.handovers.current('resident-11');
    const audited = await server.deps.audit.ofSubject(`handover:${talk?.id ?? ''}`, 10);
    expect(audited.map(({ action }) => action)).toEqual(['conversation-viewed', 'conversation-opened']);
  });

  it('what opened the talk is not told twice', async () => {
    await raise('sos-bat-coc-online', 'resident-12', 'con tôi bị bắt cóc');
    const firstWords = 'con tôi bị bắt cóc\nhọ đòi 500 triệu';
    const { id } = await server.addHandover({ residentKey: 'resident-12', firstWords });
    const { text } = await officer.get(`/console/tro-chuyen/${id}`);
    expect(text.match(/con tôi bị bắt cóc/g)).toHaveLength(1);
  });

  it('whoever has the words deleted leaves the alert without them', async () => {
    const alert = await raise('sos-lo-otp-thong-tin-the', 'resident-13', 'tôi đọc otp cho nó rồi');
    const other = await raise('sos-lo-otp-thong-tin-the', 'resident-14', 'em cũng đọc otp');
    await server.deps.transact((work) => {
      work.alerts.forgetWords('resident-13');
      return Promise.resolve();
    });
    expect(await server.deps.alerts.ofResident('resident-13', 5)).toEqual([{ ...alert, words: null }]);
    expect(await server.deps.alerts.ofResident('resident-14', 5)).toMatchObject([
      { id: other.id, words: 'em cũng đọc otp' },
    ]);
  });

  it('beside the talk stands what the same person raised and reported, but nothing sent without a name', async () => {
    const residentKey = 'resident-9';
    const alert = await raise('sos-bat-coc-online', residentKey);
    const named = { ...reportOf().reporter, key: residentKey };
    const report = await server.addReport({ reporter: named });
    const hidden = await server.addReport({
      reporter: { ...named, anonymous: true, name: null, phone: null },
    });
    await officer.get('/console');
    const opened = await officer.post(`/console/bao-dong/${alert.id}/tro-chuyen`);
    const { text } = await officer.get(opened.location ?? '');
    expect(text).toContain('Nghi bắt cóc, người thân mất liên lạc');
    expect(text).toContain(report.code);
    expect(text).not.toContain(hidden.code);
  });

  it('the strip shows the most urgent three with the counts, the page shows all of them', async () => {
    const late = await raise('sos-khung-hoang-muon-tu-tu', 'resident-5');
    for (const resident of ['6', '7', '8']) await raise('sos-lo-otp-thong-tin-the', resident);
    const open = await server.deps.alerts.open(100);
    const urgencies = open.map(({ urgency }) => urgency);
    expect(urgencies).toEqual([...urgencies].sort());
    const { text } = await officer.get('/console');
    expect(text.match(/class="alert-P\d"/g)).toHaveLength(3);
    expect(text).toContain(`Xem tất cả (${open.length})`);
    expect(text).toContain(`/console/bao-dong/${late.id}/da-biet`);
    const all = await officer.get('/console/bao-dong');
    expect(all.text.match(/class="alert-P\d"/g)).toHaveLength(open.length);
    const taken = await officer.post(`/console/bao-dong/${late.id}/da-biet`, { then: '/console/bao-dong' });
    expect(taken.location).toBe('/console/bao-dong');
  });

  it('is refused to an editor', async () => {
    const alert = await raise('sos-vua-chuyen-tien', 'resident-4');
    const { visitor: editor } = await signedIn(server, 'editor');
    await editor.get('/console/bai-viet');
    expect((await editor.post(`/console/bao-dong/${alert.id}/da-biet`)).status).toBe(403);
    expect((await server.deps.alerts.byId(alert.id))?.acknowledged).toBeNull();
  });

  it.each([
    ['P0', true],
    ['P1', true],
    ['P2', false],
  ] as const)('a report of %s alerts: %s', (urgency, alerts) => {
    const who = { id: 'a', now: server.clock.now, address: ADDRESS, residentKey: 'r' };
    expect(alertOfReport(who, { id: 'report', urgency }) !== null).toBe(alerts);
  });
});
