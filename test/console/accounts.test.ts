import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConsoleServer } from './console-server.ts';
import { startConsole } from './console-server.ts';
import type { Visitor } from './visitor.ts';
import { addStaff, createVisitor, PASSWORD, signedIn } from './visitor.ts';

describe('accounts, audit and system', () => {
  let server: ConsoleServer;
  let admin: Visitor;
  let adminId: string;
  beforeAll(async () => {
    server = await startConsole();
    const signed = await signedIn(server, 'admin');
    admin = signed.visitor;
    adminId = signed.member.id;
  });
  afterAll(() => server.close());

  const linkIn = (text: string): string =>
    /data-invitation="([^"]+)"/.exec(text)?.[1]?.slice(server.url.length) ?? '';

  it('a new account gets a one-time link, shown once, whose token is kept nowhere', async () => {
    const answer = await admin.post('/console/can-bo', {
      name: 'Lê Thị Tư',
      login: ' Tu.LE ',
      role: 'officer',
    });
    const path = linkIn(answer.text);
    expect((await createVisitor(server.url).get(path)).text).toContain('Lê Thị Tư');
    const member = await server.deps.staff.byLogin('tu.le');
    expect(member).toMatchObject({ role: 'officer', passwordHash: null });
    expect(JSON.stringify(member)).not.toContain(path.slice('/console/moi/'.length));
    expect((await admin.get('/console/can-bo')).text).toContain('Chờ kích hoạt');
    const [entry] = await server.deps.audit.ofSubject(`staff:${member!.id}`, 1);
    expect(entry).toMatchObject({ action: 'staff-added', staffId: adminId });
  });

  it.each([
    [{ name: '', login: 'ok', role: 'officer' }, 422, 'Hãy ghi họ tên'],
    [{ name: 'x'.repeat(81), login: 'ok', role: 'officer' }, 422, 'Hãy ghi họ tên'],
    [{ name: 'A', login: 'có dấu', role: 'officer' }, 422, 'chưa đúng dạng'],
    [{ name: 'A', login: 'ok', role: 'king' }, 400, 'Biểu mẫu thiếu hoặc sai'],
    [{ name: ['A', 'B'], login: 'ok', role: 'officer' }, 400, 'Biểu mẫu thiếu hoặc sai'],
    [{}, 400, 'Biểu mẫu thiếu hoặc sai'],
  ])('%j makes no account', async (fields, status, text) => {
    const count = (await server.deps.staff.list()).length;
    const answer = await admin.post('/console/can-bo', fields);
    expect([answer.status, answer.text.includes(text)]).toEqual([status, true]);
    expect((await server.deps.staff.list()).length).toBe(count);
  });

  it('a login is given once, and what was typed stays', async () => {
    const taken = await addStaff(server, 'editor');
    const answer = await admin.post('/console/can-bo', {
      name: 'Tên đã gõ',
      login: taken.login,
      role: 'officer',
    });
    expect([
      answer.status,
      answer.text.includes('đã có người dùng'),
      answer.text.includes('Tên đã gõ'),
    ]).toEqual([422, true, true]);
  });

  it('a reset voids password, second factor and sessions', async () => {
    const { visitor, member } = await signedIn(server, 'officer');
    const answer = await admin.post(`/console/can-bo/${member.id}/cap-lai`);
    expect((await createVisitor(server.url).get(linkIn(answer.text))).status).toBe(200);
    expect((await visitor.get('/console')).status).toBe(303);
    expect(await server.deps.staff.byId(member.id)).toMatchObject({ passwordHash: null, totpSecret: null });
    const stranger = createVisitor(server.url);
    await stranger.get('/console/dang-nhap');
    expect(
      (await stranger.post('/console/dang-nhap', { login: member.login, password: PASSWORD })).status,
    ).toBe(422);
  });

  it('a disabled account may be opened again', async () => {
    const member = await addStaff(server, 'officer');
    await admin.post(`/console/can-bo/${member.id}/khoa`);
    expect((await server.deps.staff.byId(member.id))?.disabled).toBe(true);
    await admin.post(`/console/can-bo/${member.id}/mo`);
    expect((await server.deps.staff.byId(member.id))?.disabled).toBe(false);
  });

  it('administrators do not lock themselves out', async () => {
    for (const act of ['khoa', 'cap-lai']) {
      const answer = await admin.post(`/console/can-bo/${adminId}/${act}`);
      expect([answer.status, answer.text.includes('không tự khóa')]).toEqual([422, true]);
    }
    expect(await server.deps.staff.byId(adminId)).toMatchObject({ disabled: false });
  });

  it('an account that does not exist is not there', async () => {
    for (const act of ['khoa', 'mo', 'cap-lai']) {
      expect((await admin.post(`/console/can-bo/khong-co/${act}`)).status).toBe(404);
    }
  });

  it('the audit shows who did what, of everything or of one report', async () => {
    const { visitor, member } = await signedIn(server, 'officer');
    const report = await server.addReport();
    const other = await server.addReport();
    await visitor.get(`/console/bao-cao/${report.id}`);
    const page = await admin.get(`/console/nhat-ky?ma=${report.code.toLowerCase()}`);
    expect(page.text).toContain('Mở xem hồ sơ');
    expect(page.text).toContain(member.name);
    expect(page.text).toMatch(new RegExp(`Hồ sơ <bdi[^>]*>${report.code}`));
    expect((await admin.get(`/console/nhat-ky?ma=${other.code}`)).text).toContain('Chưa có gì trong nhật ký');
    expect((await admin.get('/console/nhat-ky?ma=AAAA')).text).toContain('Không có hồ sơ mã này');
    expect((await admin.get('/console/nhat-ky')).text).toContain('Đăng nhập');
  });

  it('channels say how they do, and a dead letter is put back once', async () => {
    server.deadLetters.push({
      id: 'event-1',
      channel: 'zalo',
      kind: 'user_send_text',
      receivedAt: server.clock.now,
      attempts: 5,
      failure: 'ReportError',
    });
    const page = await admin.get('/console/he-thong');
    expect(page.text).toContain('Chạy thử (chưa nối thật)');
    expect(page.text).toContain('Mã truy cập đã hết hạn.');
    expect(page.text).toContain('đã thử 5 lần');
    expect(page.text).toContain('5 tin chờ vì kênh đang tắt');
    expect(page.text).toMatch(/3 tin đang gửi.*7 tin chờ người dân nhắn lại. Đây không phải lỗi/s);
    expect(page.text).toContain('2 tin đã thử gửi nhiều lần mà nền tảng không nhận');
    expect((await admin.post('/console/he-thong/su-kien/event-1')).location).toBe(
      '/console/he-thong?xong=replayed',
    );
    expect(server.deadLetters).toEqual([]);
    const again = await admin.post('/console/he-thong/su-kien/event-1');
    expect([again.status, again.text.includes('không còn hoặc đã được chạy lại')]).toEqual([409, true]);
  });

  it('a dead letter is put back however long the id is that its platform gave it', async () => {
    const id = `messenger:${'1'.repeat(64)}:reaction:m_${'a'.repeat(510)}:react:1764000000000`;
    const kind = 'presence';
    server.deadLetters.push({
      id,
      channel: 'messenger',
      kind,
      receivedAt: server.clock.now,
      attempts: 4,
      failure: null,
    });
    const page = await admin.get('/console/he-thong');
    const action = /action="(\/console\/he-thong\/su-kien\/messenger[^"]*)"/.exec(page.text)?.[1] ?? '';
    expect((await admin.post(action)).location).toBe('/console/he-thong?xong=replayed');
  });
});
