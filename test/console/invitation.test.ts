import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createInvitation, newStaffMember } from '../../console/accounts/invitation.ts';
import { passwordFault } from '../../console/accounts/password.ts';
import type { StaffMember } from '../../reports/staff.ts';
import type { ConsoleServer } from './console-server.ts';
import { startConsole } from './console-server.ts';
import type { Page } from './visitor.ts';
import { codeOf, createVisitor, giveCode, givePassword, PASSWORD } from './visitor.ts';

const DAY_MS = 86_400_000;

describe('the one-time link', () => {
  let server: ConsoleServer;
  let counter = 0;
  beforeAll(async () => {
    server = await startConsole();
  });
  afterAll(() => server.close());

  async function invite(): Promise<{ readonly member: StaffMember; readonly path: string }> {
    counter += 1;
    const { token, invitation } = createInvitation(server.clock.now);
    const member = newStaffMember({
      id: server.deps.newId(),
      login: `moi-${counter}`,
      name: 'Lê Văn Mới',
      role: 'admin',
      invitation,
      now: server.clock.now,
    });
    await server.deps.staff.add(member);
    return { member, path: `/console/moi/${token}` };
  }

  const secretOn = (page: Page): string =>
    /class="secret">([A-Z2-7 ]+)</.exec(page.text)?.[1]?.replaceAll(' ', '') ?? '';

  it('sets password and second factor, which then open the console', async () => {
    const { member, path } = await invite();
    const visitor = createVisitor(server.url);
    const page = await visitor.get(path);
    expect(page.text).toContain('data:image/svg+xml;base64,');
    const secret = secretOn(page);
    const done = await visitor.post(path, {
      password: PASSWORD,
      again: PASSWORD,
      code: codeOf(secret, server.clock.now),
    });
    expect(done.location).toBe('/console/dang-nhap?xong=da-dat');
    server.later(60_000);
    await givePassword(visitor, member.login, PASSWORD);
    expect((await giveCode(visitor, codeOf(secret, server.clock.now))).location).toBe('/console');
    expect(await server.deps.staff.hasAdministrator()).toBe(true);
  });

  it('works once', async () => {
    const { path } = await invite();
    const visitor = createVisitor(server.url);
    const secret = secretOn(await visitor.get(path));
    const code = codeOf(secret, server.clock.now);
    await visitor.post(path, { password: PASSWORD, again: PASSWORD, code });
    expect((await createVisitor(server.url).get(path)).status).toBe(404);
  });

  it('is over after 48 hours, and unknown links lead nowhere', async () => {
    const { path } = await invite();
    server.later(2 * DAY_MS + 1_000);
    expect((await createVisitor(server.url).get(path)).status).toBe(404);
    expect((await createVisitor(server.url).get('/console/moi/abc')).status).toBe(404);
  });

  it('who only looked at the page does not know the second factor of who used it', async () => {
    const { path } = await invite();
    const looked = secretOn(await createVisitor(server.url).get(path));
    const used = secretOn(await createVisitor(server.url).get(path));
    expect(looked).toMatch(/^[A-Z2-7]{32}$/);
    expect(used).not.toBe(looked);
  });

  it.each([
    ['a short password', { password: 'ngắn quá', again: 'ngắn quá' }, 'ít nhất 12 ký tự'],
    ['a password of one letter', { password: 'a'.repeat(20), again: 'a'.repeat(20) }, 'quá đơn giản'],
    ['two different passwords', { password: PASSWORD, again: `${PASSWORD}x` }, 'không giống nhau'],
    ['a wrong code', { password: PASSWORD, again: PASSWORD, code: '12' }, 'Mã không đúng'],
  ])('%s changes nothing and says what to do', async (_name, fields, text) => {
    const { path, member } = await invite();
    const visitor = createVisitor(server.url);
    const secret = secretOn(await visitor.get(path));
    const answer = await visitor.post(path, { code: codeOf(secret, server.clock.now), ...fields });
    expect(answer.status).toBe(422);
    expect(answer.text).toContain(text);
    expect(answer.text).not.toContain(PASSWORD);
    expect(secretOn(answer)).toBe(secret);
    expect(await server.deps.staff.byId(member.id)).toEqual(member);
  });

  it('missing or doubled fields are answered clearly', async () => {
    const { path } = await invite();
    const visitor = createVisitor(server.url);
    await visitor.get(path);
    expect((await visitor.post(path, {})).status).toBe(400);
    expect((await visitor.post(path, { password: ['a', 'b'], again: 'a', code: '1' })).status).toBe(400);
  });

  it('the second factor’s secret waits in the session as ciphertext', async () => {
    const { path } = await invite();
    const visitor = createVisitor(server.url);
    const secret = secretOn(await visitor.get(path));
    const kept = await server.sessions();
    expect(kept.length).toBeGreaterThan(0);
    expect(kept.join('\n')).toContain('sealedSecret');
    expect(kept.join('\n')).not.toContain(secret);
  });
});

describe('passwords', () => {
  it.each([
    ['bốn con mèo ngủ', 'binh', null],
    ['correct horse battery', 'binh', null],
    ['12345678901', 'binh', 'too-short'],
    ['binhbinhbinh1', 'binh', 'like-login'],
    ['ledinhbinh-ledinhbinh', 'ledinhbinh', 'like-login'],
    ['x'.repeat(129), 'binh', 'too-long'],
    ['aaaaaaaaaaaaaaa', 'binh', 'too-simple'],
  ])('%s', (password, login, fault) => {
    expect(passwordFault(password, login)).toBe(fault);
  });
});
