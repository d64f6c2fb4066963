import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { StaffMember } from '../../reports/staff.ts';
import type { ConsoleServer } from './console-server.ts';
import { startConsole } from './console-server.ts';
import type { Fields, Visitor } from './visitor.ts';
import { codeOf, createVisitor, PASSWORD, signedIn } from './visitor.ts';

const NEW_PASSWORD = 'năm con cá bơi dưới ao';

describe('one’s own password', () => {
  let server: ConsoleServer;
  beforeAll(async () => {
    server = await startConsole();
  });
  afterAll(() => server.close());

  /** Later, so that the code of the sign-in is used up and a new one is shown. */
  const wait = (seconds: number) => {
    server.later(seconds * 1_000);
  };

  const secretOf = (member: StaffMember): string => member.totpSecret ?? '';

  const change = async (visitor: Visitor, member: StaffMember, fields: Fields = {}) => {
    await visitor.get('/console/tai-khoan');
    return visitor.post('/console/tai-khoan/mat-khau', {
      current: PASSWORD,
      code: codeOf(secretOf(member), server.clock.now),
      password: NEW_PASSWORD,
      again: NEW_PASSWORD,
      ...fields,
    });
  };

  it.each(['officer', 'editor', 'admin'] as const)(
    'of an %s is changed against the old one and a code, ends every other session and is audited',
    async (role) => {
      const { visitor, member } = await signedIn(server, role);
      wait(60);
      const elsewhere = createVisitor(server.url);
      await elsewhere.get('/console/dang-nhap');
      await elsewhere.post('/console/dang-nhap', { login: member.login, password: PASSWORD });
      await elsewhere.get('/console/dang-nhap/ma');
      await elsewhere.post('/console/dang-nhap/ma', { code: codeOf(secretOf(member), server.clock.now) });
      expect((await elsewhere.get('/console/tai-khoan')).status).toBe(200);
      wait(60);
      const done = await change(visitor, member);
      expect(done.location).toBe('/console/tai-khoan?xong=password');
      expect((await visitor.get(done.location ?? '')).text).toContain('Đã đổi mật khẩu');
      expect((await elsewhere.get('/console/tai-khoan')).location).toMatch(/^\/console\/dang-nhap/);
      const [entry] = await server.deps.audit.ofSubject(`staff:${member.id}`, 1);
      expect(entry).toMatchObject({ action: 'password-changed', staffId: member.id });
      const old = createVisitor(server.url);
      await old.get('/console/dang-nhap');
      expect((await old.post('/console/dang-nhap', { login: member.login, password: PASSWORD })).status).toBe(
        422,
      );
      const fresh = await old.post('/console/dang-nhap', { login: member.login, password: NEW_PASSWORD });
      expect(fresh.location).toBe('/console/dang-nhap/ma');
    },
  );

  it.each<[string, Fields, string]>([
    ['a wrong old password', { current: 'không phải mật khẩu' }, 'Mật khẩu đang dùng không đúng'],
    ['a wrong code', { code: '000000' }, 'Mã không đúng'],
    ['two different ones', { again: 'khác hẳn với ở trên' }, 'không giống nhau'],
    ['a short one', { password: 'ngắn', again: 'ngắn' }, 'ít nhất 12 ký tự'],
    ['the one in use', { password: PASSWORD, again: PASSWORD }, 'giống mật khẩu đang dùng'],
  ])('%s changes nothing and is said so', async (_name, fields, text) => {
    const { visitor, member } = await signedIn(server, 'officer');
    wait(60);
    const answer = await change(visitor, member, fields);
    expect([answer.status, answer.text.includes(text)]).toEqual([422, true]);
    expect(answer.text).not.toContain(NEW_PASSWORD);
    const after = await server.deps.staff.byId(member.id);
    expect(after?.passwordHash).toBe(member.passwordHash);
    expect((await visitor.get('/console/tai-khoan')).status).toBe(200);
  });

  it('guessing the old one from an open screen locks the account as at the sign-in, and is audited', async () => {
    const { visitor, member } = await signedIn(server, 'officer');
    wait(60);
    for (let guess = 0; guess < 5; guess += 1)
      await change(visitor, member, { current: `đoán lần thứ ${guess}` });
    expect((await change(visitor, member)).status).toBe(422);
    const entries = await server.deps.audit.ofSubject(`staff:${member.id}`, 10);
    expect(entries.filter(({ action }) => action === 'sign-in-failed')).toHaveLength(6);
  });

  it('a code that was used for signing in is not used again', async () => {
    const { visitor, member } = await signedIn(server, 'officer');
    expect((await change(visitor, member)).text).toContain('đã dùng rồi');
  });

  it('the page tells who one is, whatever the name holds', async () => {
    const { visitor, member } = await signedIn(server, 'officer');
    const stored = await server.deps.staff.byId(member.id);
    if (stored === null) throw new Error('The account is gone');
    await server.deps.staff.save({ ...stored, name: '<b>Tên</b>', version: stored.version + 1 });
    const { text } = await visitor.get('/console/tai-khoan');
    expect(text).toContain('&lt;b>Tên');
    expect(text).not.toContain('<b>Tên');
  });
});
