import { describe, expect, it } from '@jest/globals';
import { changeStatus } from '../../reports/change-status.ts';
import { ADDRESS, changed, SECRETS } from '../reports/report-builder.ts';
import { reportScene } from './report-scene.ts';
import { addStaff } from './visitor.ts';

describe('what an officer does to a report', () => {
  const scene = reportScene();
  const actor = () => ({ kind: 'staff', staffId: scene.member.id, name: scene.member.name });

  it('a trace is verified by an officer and taken back, each in the audit; a foreign one is refused', async () => {
    const [indicator] = scene.report.indicators;
    const { kind = '', value = '' } = indicator ?? {};
    expect((await scene.officer.get(scene.path)).text).toContain('Xác nhận dấu vết');
    const verify = (act: string, of = value) =>
      scene.officer.post(`${scene.path}/dau-vet`, { kind, value: of, act });
    expect((await verify('verify')).location).toBe(`${scene.path}#indicators`);
    expect((await scene.officer.get(scene.path)).text).toContain('Đã xác minh ngày 22/11/2026');
    expect((await verify('verify', '+84900000000')).status).toBe(404);
    await verify('take-back');
    expect((await scene.officer.get(scene.path)).text).not.toContain('Đã xác minh ngày');
    expect(await scene.acts()).toEqual(
      expect.arrayContaining(['indicator-verified', 'indicator-taken-back']),
    );
  });

  it('receiving a new report gives it to who received it and tells the resident', async () => {
    expect((await scene.officer.get(scene.path)).text).toContain('Tiếp nhận và giao cho tôi');
    const answer = await scene.officer.post(`${scene.path}/tiep-nhan`);
    expect(answer.location).toBe(`${scene.path}?xong=received`);
    const now = await scene.stored();
    expect([now.status, now.assignedTo, now.receivedAt]).toEqual([
      'received',
      scene.member.id,
      scene.server.clock.now,
    ]);
    expect(await scene.sentHere()).toEqual([
      expect.objectContaining({ author: 'system', report: null, address: ADDRESS }),
    ]);
    expect(await scene.acts()).toEqual(['status-changed', 'report-viewed']);
    expect((await scene.officer.get(`${scene.path}?xong=received`)).text).toContain(
      'Đã tiếp nhận và giao cho bạn, đang báo cho người dân.',
    );
  });

  it('who has received a report is led to the one that should be received next', async () => {
    const urgent = await scene.server.addReport({ urgency: 'P0' });
    await scene.server.addReport({ urgency: 'P3' });
    const next = `href="/console/bao-cao/${urgent.id}">Tin chờ tiếp theo`;
    expect((await scene.officer.get(scene.path)).text).not.toContain('Tin chờ tiếp theo');
    await scene.officer.post(`${scene.path}/tiep-nhan`);
    expect((await scene.officer.get(scene.path)).text).toContain(next);
    await scene.officer.post(`/console/bao-cao/${urgent.id}/tiep-nhan`);
    expect((await scene.officer.get(scene.path)).text).not.toContain(next);
  });

  it('a reporter’s name and number are deleted with a reason, for good, and the reporter is told what stays and why', async () => {
    expect((await scene.officer.get(scene.path)).text).toContain('Xóa tên, số điện thoại người báo');
    const refused = await scene.officer.post(`${scene.path}/xoa-lien-he`, { note: '' });
    expect(refused.text).toContain('Mục này cần lý do');
    expect((await scene.stored()).reporter.name).toBe(SECRETS.name);
    const answer = await scene.officer.post(`${scene.path}/xoa-lien-he`, { note: 'người dân yêu cầu' });
    expect(answer.location).toBe(`${scene.path}?xong=contact-erased`);
    expect((await scene.stored()).reporter).toMatchObject({ anonymous: true, name: null, phone: null });
    const page = (await scene.officer.get(scene.path)).text;
    for (const gone of [SECRETS.name, SECRETS.phone, 'Xóa vĩnh viễn']) expect(page).not.toContain(gone);
    for (const kept of [SECRETS.words, SECRETS.scammerPhone]) expect(page).toContain(kept);
    expect(await scene.sentHere()).toEqual([
      expect.objectContaining({
        address: ADDRESS,
        text: expect.stringMatching(/đã xóa tên và số điện thoại[^]*giữ theo quy định/),
      }),
    ]);
    expect(await scene.acts()).toContain('contact-erased');
  });

  it('only allowed statuses are offered, and others are refused with what was typed', async () => {
    const page = await scene.officer.get(scene.path);
    expect(page.text).not.toMatch(/name="to" value="(answered|closed|withdrawn)"/);
    const answer = await scene.officer.post(`${scene.path}/trang-thai`, {
      seen: 'new',
      to: 'closed',
      note: 'lý do của tôi',
    });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('không chuyển sang mục đã chọn được');
    expect(answer.text).toContain('lý do của tôi');
    expect((await scene.stored()).status).toBe('new');
    expect(await scene.sentHere()).toEqual([]);
  });

  it('a status that needs a reason is not changed without one', async () => {
    const answer = await scene.officer.post(`${scene.path}/trang-thai`, {
      seen: 'new',
      to: 'transferred',
      note: '  ',
    });
    expect([answer.status, answer.text.includes('cần lý do')]).toEqual([422, true]);
    await scene.officer.post(`${scene.path}/trang-thai`, {
      seen: 'new',
      to: 'transferred',
      note: 'PA05 thụ lý',
    });
    const now = await scene.stored();
    expect(now.history.at(-1)).toMatchObject({
      action: 'status-changed',
      to: 'transferred',
      note: 'PA05 thụ lý',
      by: actor(),
    });
  });

  it('the resident is told of a new status only when the officer says so, and never the reason', async () => {
    await scene.officer.post(`${scene.path}/trang-thai`, { seen: 'new', to: 'rejected', note: 'trùng lặp' });
    expect(await scene.sentHere()).toEqual([]);
    await scene.officer.post(`${scene.path}/trang-thai`, {
      seen: 'rejected',
      to: 'verifying',
      note: 'mở lại nội bộ',
      tell: 'yes',
    });
    const [told] = await scene.sentHere();
    expect(told?.text).toContain('đang kiểm tra, xác minh');
    expect(told?.text).not.toContain('nội bộ');
  });

  it('somebody else was faster: nothing is overwritten and nothing typed is lost', async () => {
    await scene.server.saveReport(
      changed(
        changeStatus(scene.report, {
          to: 'verifying',
          by: { kind: 'staff', staffId: 'other', name: 'Bình' },
          note: null,
          now: scene.server.clock.now,
        }),
      ),
    );
    const answer = await scene.officer.post(`${scene.path}/trang-thai`, {
      seen: 'new',
      to: 'rejected',
      note: 'lý do đã gõ',
    });
    expect(answer.status).toBe(409);
    expect(answer.text).toContain('Có người vừa sửa trước bạn');
    expect(answer.text).toContain('lý do đã gõ');
    expect((await scene.stored()).status).toBe('verifying');
  });

  it('lowering the urgency needs a reason, raising it does not', async () => {
    expect((await scene.officer.post(`${scene.path}/muc`, { seen: 'P2', to: 'P3', note: '' })).status).toBe(
      422,
    );
    expect((await scene.officer.post(`${scene.path}/muc`, { seen: 'P2', to: 'P1', note: '' })).status).toBe(
      303,
    );
    expect(
      (await scene.officer.post(`${scene.path}/muc`, { seen: 'P1', to: 'P4', note: 'chỉ hỏi' })).status,
    ).toBe(303);
    expect((await scene.stored()).urgency).toBe('P4');
    expect(await scene.acts()).toEqual(['urgency-changed', 'urgency-changed', 'report-viewed']);
  });

  it('group, legal kind, assignment and note are kept with who and when', async () => {
    await scene.officer.post(`${scene.path}/nhom`, { seen: 'C01', to: 'C04', note: '' });
    await scene.officer.post(`${scene.path}/phan-loai`, { seen: '', to: 'tin-bao', note: '' });
    await scene.officer.post(`${scene.path}/giao`, { seen: '', to: 'me' });
    await scene.officer.post(`${scene.path}/ghi-chu`, { text: 'Đã gọi lại' });
    const now = await scene.stored();
    expect([now.category, now.classification, now.assignedTo]).toEqual(['C04', 'tin-bao', scene.member.id]);
    expect(now.history.slice(1).map(({ action, by }) => [action, by])).toEqual(
      ['category-changed', 'classified', 'assigned', 'noted'].map((action) => [action, actor()]),
    );
    await scene.officer.post(`${scene.path}/giao`, { seen: scene.member.id, to: 'nobody' });
    expect((await scene.stored()).assignedTo).toBeNull();
  });

  it('a report is given to a colleague who takes reports, and to nobody else', async () => {
    const colleague = await addStaff(scene.server, 'officer', { name: 'Phạm Thị Đào' });
    const editor = await addStaff(scene.server, 'editor', { name: 'Người biên tập' });
    const gone = await addStaff(scene.server, 'officer', { name: 'Người đã nghỉ', disabled: true });
    const { text } = await scene.officer.get(scene.path);
    expect(text).toContain('Phạm Thị Đào');
    for (const { name } of [editor, gone]) expect(text).not.toContain(name);
    const give = (to: string) =>
      scene.officer.post(`${scene.path}/giao`, { seen: '', to: 'colleague', colleague: to });
    for (const to of [editor.id, gone.id, 'khong-co', '']) {
      const refused = await give(to);
      expect(refused.status).toBe(422);
      expect(refused.text).toContain('không còn nhận hồ sơ');
    }
    expect((await give(colleague.id)).status).toBe(303);
    const { assignedTo, history } = await scene.stored();
    expect(assignedTo).toBe(colleague.id);
    expect(history.at(-1)).toMatchObject({ action: 'assigned', by: actor(), to: 'Phạm Thị Đào' });
  });
});
