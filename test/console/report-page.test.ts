import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { addToReport } from '../../reports/add-to-report.ts';
import { changeStatus } from '../../reports/change-status.ts';
import type { Report } from '../../reports/report.ts';
import type { StaffMember } from '../../reports/staff.ts';
import { withdrawReport } from '../../reports/withdraw-report.ts';
import { ADDRESS, changed, SECRETS } from '../reports/report-builder.ts';
import type { ConsoleServer } from './console-server.ts';
import { COMMUNE, startConsole } from './console-server.ts';
import type { Fields, Visitor } from './visitor.ts';
import { addStaff, signedIn } from './visitor.ts';

describe('the report’s page', () => {
  let server: ConsoleServer;
  let officer: Visitor;
  let member: StaffMember;
  let report: Report;
  let path: string;
  beforeAll(async () => {
    server = await startConsole();
    ({ visitor: officer, member } = await signedIn(server, 'officer'));
  });
  afterAll(() => server.close());
  beforeEach(async () => {
    report = await server.addReport();
    path = `/console/bao-cao/${report.id}`;
    server.forecast.next = 'now';
  });

  const stored = async (): Promise<Report> => (await server.deps.reports.byId(report.id))!;
  const acts = async () =>
    (await server.deps.audit.ofSubject(`report:${report.id}`, 50)).map(({ action }) => action);
  const sentHere = async () => (await server.sent()).filter(({ text }) => text.includes(report.code));
  const actor = () => ({ kind: 'staff', staffId: member.id, name: member.name });

  it('a trace is verified by an officer and taken back, each in the audit; a foreign one is refused', async () => {
    const [indicator] = report.indicators;
    const { kind = '', value = '' } = indicator ?? {};
    expect((await officer.get(path)).text).toContain('Xác nhận dấu vết');
    const verify = (act: string, of = value) => officer.post(`${path}/dau-vet`, { kind, value: of, act });
    expect((await verify('verify')).location).toBe(`${path}#indicators`);
    expect((await officer.get(path)).text).toContain('Đã xác minh ngày 22/11/2026');
    expect((await verify('verify', '+84900000000')).status).toBe(404);
    await verify('take-back');
    expect((await officer.get(path)).text).not.toContain('Đã xác minh ngày');
    expect(await acts()).toEqual(expect.arrayContaining(['indicator-verified', 'indicator-taken-back']));
  });

  it('shows who, what, when and where, and is in the audit before it is shown', async () => {
    const page = await officer.get(path);
    expect(page.status).toBe(200);
    for (const text of [
      report.code,
      SECRETS.name,
      SECRETS.phone,
      SECRETS.words,
      'Gọi điện',
      SECRETS.scammerPhone,
    ]) {
      expect(page.text).toContain(text);
    }
    const [entry] = await server.deps.audit.ofSubject(`report:${report.id}`, 5);
    expect(entry).toMatchObject({ action: 'report-viewed', staffId: member.id, staffName: member.name });
  });

  it('each look is an entry of its own; the queue and live pieces are no looks', async () => {
    await officer.get('/console');
    await officer.get('/console/hang-doi');
    await officer.get(`${path}/moi?thay=0.0.0`);
    expect(await acts()).toEqual([]);
    await officer.get(path);
    await officer.get(`${path}/in`);
    expect(await acts()).toEqual(['report-printed', 'report-viewed']);
  });

  it('the address of the resident is shown nowhere', async () => {
    for (const page of [await officer.get(path), await officer.get(`${path}/in`)]) {
      expect(page.text).not.toContain(ADDRESS.userId);
      expect(page.text).not.toContain(report.pinHash);
    }
  });

  it('other reports with the same trace are counted and linked', async () => {
    const indicators = [{ kind: 'phone', value: '+84999000111', display: '0999 000 111' }] as const;
    const one = await server.addReport({ indicators });
    const other = await server.addReport({ indicators });
    report = await server.addReport({ indicators });
    const page = await officer.get(`/console/bao-cao/${report.id}`);
    expect(page.text).toContain('cùng số này trong 2 tin khác');
    expect(page.text).toContain(one.code);
    expect(page.text).toContain(other.code);
  });

  it('receiving a new report gives it to who received it and tells the resident', async () => {
    expect((await officer.get(path)).text).toContain('Tiếp nhận và giao cho tôi');
    const answer = await officer.post(`${path}/tiep-nhan`);
    expect(answer.location).toBe(`${path}?xong=status-changed`);
    const now = await stored();
    expect([now.status, now.assignedTo, now.receivedAt]).toEqual(['received', member.id, server.clock.now]);
    expect(await sentHere()).toEqual([
      expect.objectContaining({ author: 'system', report: null, address: ADDRESS }),
    ]);
    expect(await acts()).toEqual(['status-changed', 'report-viewed']);
  });

  it('only allowed statuses are offered, and others are refused with what was typed', async () => {
    const page = await officer.get(path);
    expect(page.text).not.toMatch(/name="to" value="(answered|closed|withdrawn)"/);
    const answer = await officer.post(`${path}/trang-thai`, {
      seen: 'new',
      to: 'closed',
      note: 'lý do của tôi',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('không chuyển sang mục đã chọn được');
    expect(answer.text).toContain('lý do của tôi');
    expect((await stored()).status).toBe('new');
    expect(await sentHere()).toEqual([]);
  });

  it('a status that needs a reason is not changed without one', async () => {
    const answer = await officer.post(`${path}/trang-thai`, { seen: 'new', to: 'transferred', note: '  ' });
    expect([answer.status, answer.text.includes('cần lý do')]).toEqual([422, true]);
    await officer.post(`${path}/trang-thai`, { seen: 'new', to: 'transferred', note: 'PA05 thụ lý' });
    const now = await stored();
    expect(now.history.at(-1)).toMatchObject({
      action: 'status-changed',
      to: 'transferred',
      note: 'PA05 thụ lý',
      by: actor(),
    });
  });

  it('the resident is told of a new status only when the officer says so, and never the reason', async () => {
    await officer.post(`${path}/trang-thai`, { seen: 'new', to: 'rejected', note: 'trùng lặp' });
    expect(await sentHere()).toEqual([]);
    await officer.post(`${path}/trang-thai`, {
      seen: 'rejected',
      to: 'verifying',
      note: 'mở lại nội bộ',
      tell: 'yes',
    });
    const [told] = await sentHere();
    expect(told?.text).toContain('đang kiểm tra, xác minh');
    expect(told?.text).not.toContain('nội bộ');
  });

  it('somebody else was faster: nothing is overwritten and nothing typed is lost', async () => {
    await server.saveReport(
      changed(
        changeStatus(report, {
          to: 'verifying',
          by: { kind: 'staff', staffId: 'other', name: 'Bình' },
          note: null,
          now: server.clock.now,
        }),
      ),
    );
    const answer = await officer.post(`${path}/trang-thai`, {
      seen: 'new',
      to: 'rejected',
      note: 'lý do đã gõ',
    });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Có người vừa sửa trước bạn');
    expect(answer.text).toContain('lý do đã gõ');
    expect((await stored()).status).toBe('verifying');
  });

  it('lowering the urgency needs a reason, raising it does not', async () => {
    expect((await officer.post(`${path}/muc`, { seen: 'P2', to: 'P3', note: '' })).status).toBe(422);
    expect((await officer.post(`${path}/muc`, { seen: 'P2', to: 'P1', note: '' })).status).toBe(303);
    expect((await officer.post(`${path}/muc`, { seen: 'P1', to: 'P4', note: 'chỉ hỏi' })).status).toBe(303);
    expect((await stored()).urgency).toBe('P4');
    expect(await acts()).toEqual(['urgency-changed', 'urgency-changed', 'report-viewed']);
  });

  it('group, legal kind, assignment and note are kept with who and when', async () => {
    await officer.post(`${path}/nhom`, { seen: 'C01', to: 'C04', note: '' });
    await officer.post(`${path}/phan-loai`, { seen: '', to: 'tin-bao', note: '' });
    await officer.post(`${path}/giao`, { seen: '', to: 'me' });
    await officer.post(`${path}/ghi-chu`, { text: 'Đã gọi lại' });
    const now = await stored();
    expect([now.category, now.classification, now.assignedTo]).toEqual(['C04', 'tin-bao', member.id]);
    expect(now.history.slice(1).map(({ action, by }) => [action, by])).toEqual(
      ['category-changed', 'classified', 'assigned', 'noted'].map((action) => [action, actor()]),
    );
    await officer.post(`${path}/giao`, { seen: member.id, to: 'nobody' });
    expect((await stored()).assignedTo).toBeNull();
  });

  it('a report is given to a colleague who takes reports, and to nobody else', async () => {
    const colleague = await addStaff(server, 'officer', { name: 'Phạm Thị Đào' });
    const editor = await addStaff(server, 'editor', { name: 'Người biên tập' });
    const gone = await addStaff(server, 'officer', { name: 'Người đã nghỉ', disabled: true });
    const { text } = await officer.get(path);
    expect(text).toContain('Phạm Thị Đào');
    for (const { name } of [editor, gone]) expect(text).not.toContain(name);
    const give = (to: string) => officer.post(`${path}/giao`, { seen: '', to: 'colleague', colleague: to });
    for (const to of [editor.id, gone.id, 'khong-co', '']) {
      const refused = await give(to);
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('không còn nhận hồ sơ');
    }
    expect((await give(colleague.id)).status).toBe(303);
    const { assignedTo, history } = await stored();
    expect(assignedTo).toBe(colleague.id);
    expect(history.at(-1)).toMatchObject({ action: 'assigned', by: actor(), to: 'Phạm Thị Đào' });
  });

  it('what the resident did since an officer acted stands above everything, with the reason of a withdrawal', async () => {
    expect((await officer.get(path)).text).not.toContain('class="news"');
    await server.saveReport(
      changed(withdrawReport(await stored(), { reason: 'Đã nhận lại tiền', now: server.clock.now })),
    );
    const { text } = await officer.get(path);
    expect(text).toMatch(/class="news">[^]*Người dân rút tin[^]*Đã nhận lại tiền[^]*id="told"/);
    await officer.post(`${path}/ghi-chu`, { text: 'Đã gọi lại, đúng là như vậy' });
    expect((await officer.get(path)).text).not.toContain('class="news"');
  });

  it('colleagues see who wrote to the resident, the resident does not', async () => {
    await officer.post(`${path}/nhan`, { messageId: 'm-2', text: 'Chào anh chị' });
    expect((await officer.get(path)).text).toMatch(
      new RegExp(`class="message-head"><b><bdi class="outside">${member.name}`),
    );
    for (const { text } of await sentHere()) expect(text).not.toContain(member.name);
  });

  it('a message goes to the thread and to the resident, once, however often the form is sent', async () => {
    const messageId = server.deps.newId();
    const fields = { messageId, text: 'Anh chị cho biết giờ chuyển tiền?' };
    for (let times = 0; times < 2; times += 1) {
      expect((await officer.post(`${path}/nhan`, fields)).status).toBe(303);
    }
    expect((await stored()).messages).toEqual([
      expect.objectContaining({ id: messageId, delivery: 'waiting' }),
    ]);
    expect(await sentHere()).toEqual([
      {
        address: ADDRESS,
        author: 'officer',
        text: `Cán bộ ${COMMUNE} nhắn về hồ sơ ${report.code}:\nAnh chị cho biết giờ chuyển tiền?`,
        report: { reportId: report.id, messageId },
      },
    ]);
    expect(await acts()).toEqual(['resident-written']);
  });

  it('says beforehand whether a message goes out now or waits', async () => {
    expect((await officer.get(path)).text).toContain('Tin sẽ gửi ngay');
    server.forecast.next = 'held';
    expect((await officer.get(path)).text).toContain('Tin sẽ chờ đến khi người dân nhắn lại, vì');
    server.forecast.next = 'nudge';
    const page = (await officer.get(path)).text;
    expect(page.match(/Người dân được báo là có tin mới, không kèm nội dung/g)).toHaveLength(2);
  });

  it('says so for the news of a change of status too, which may have to wait when an officer may still write', async () => {
    server.forecast.next = 'now';
    server.forecast.nextOfSystem = 'held';
    const page = (await officer.get(path)).text;
    delete server.forecast.nextOfSystem;
    expect(page).toMatch(/Tin sẽ gửi ngay/);
    expect(page).toMatch(/name="tell"[\s\S]{0,300}Tin sẽ chờ đến khi người dân nhắn lại/);
  });

  it('an empty or overlong message is not sent and comes back', async () => {
    const messageId = server.deps.newId();
    expect((await officer.post(`${path}/nhan`, { messageId, text: '  \n ' })).status).toBe(422);
    const long = 'dài '.repeat(500);
    const answer = await officer.post(`${path}/nhan`, { messageId, text: long });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('dài dài dài');
    expect((await stored()).messages).toEqual([]);
  });

  it('live pieces tell how far messages got and that something came, without what it is', async () => {
    await officer.post(`${path}/nhan`, { messageId: 'm-1', text: 'Chào anh chị' });
    const stamp = /\/moi\?thay=([\d.]+)/.exec((await officer.get(path)).text)?.[1];
    expect((await officer.get(`${path}/moi?thay=${stamp}`)).text).toBe(
      '<span id="delivery-m-1" class="delivery delivery-waiting" hx-swap-oob="true">Đang gửi</span>',
    );
    await server.saveReport(
      changed(
        addToReport(await stored(), {
          messageId: 'r-1',
          text: 'Tôi nhớ ra rồi',
          evidence: [],
          indicators: [],
          now: server.clock.now,
        }),
      ),
    );
    const fresh = (await officer.get(`${path}/moi?thay=${stamp}`)).text;
    expect(fresh).toContain('Hồ sơ vừa có nội dung mới');
    expect(fresh).not.toContain('Tôi nhớ ra rồi');
  });

  it.each<[string, Fields]>([
    ['trang-thai', {}],
    ['trang-thai', { seen: 'new', to: 'deleted', note: '' }],
    ['trang-thai', { seen: 'new', to: ['received', 'rejected'], note: '' }],
    ['trang-thai', { seen: 'new', to: 'received', note: 'x'.repeat(5_000) }],
    ['muc', { seen: 'P2', to: 'P9' }],
    ['nhom', { seen: 'C01', to: 'C77' }],
    ['phan-loai', { seen: '', to: 'toi-ac' }],
    ['giao', { seen: '', to: 'somebody-else' }],
    ['ghi-chu', {}],
    ['ghi-chu', { text: ['a', 'b'] }],
    ['ghi-chu', { text: 'x'.repeat(90_000) }],
    ['nhan', { text: 'không có mã' }],
    ['nhan', { messageId: '../../x', text: 'mã lạ' }],
    ['nhan', { messageId: ['a', 'b'], text: 'hai mã' }],
  ])('%s with %j is answered clearly and changes nothing', async (form, fields) => {
    const answer = await officer.post(`${path}/${form}`, fields);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Biểu mẫu thiếu hoặc sai');
    expect(await stored()).toEqual(report);
    expect(await sentHere()).toEqual([]);
  });

  it.each(['khong-co', '../../etc', "' || 1==1", 'x'.repeat(500)])('the id %s is no report', async (id) => {
    expect((await officer.get(`/console/bao-cao/${encodeURIComponent(id)}`)).status).toBe(404);
    expect(
      (await officer.post(`/console/bao-cao/${encodeURIComponent(id)}/ghi-chu`, { text: 'x' })).status,
    ).toBe(404);
  });
});
