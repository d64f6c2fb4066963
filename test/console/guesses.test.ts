import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConsoleServer } from './console-server.ts';
import { startConsole } from './console-server.ts';
import { addStaff, codeOf, createVisitor, giveCode, givePassword, PASSWORD, signedIn } from './visitor.ts';

const MINUTE_MS = 60_000;

describe('whoever guesses at the sign-in', () => {
  let server: ConsoleServer;
  beforeAll(async () => {
    server = await startConsole();
  });
  afterAll(() => server.close());

  it('unknown login, wrong password, disabled and invited account get the same answer', async () => {
    const known = await addStaff(server, 'officer');
    const disabled = await addStaff(server, 'officer', { disabled: true });
    const invited = await addStaff(server, 'officer', { passwordHash: null });
    const answers = [];
    for (const login of ['nobody', known.login, disabled.login, invited.login, '<script>', 'ă'.repeat(60)]) {
      const answer = await givePassword(
        createVisitor(server.url),
        login,
        login === known.login ? 'wrong wrong wrong' : PASSWORD,
      );
      expect(answer.status).toBe(422);
      answers.push(answer.text.replaceAll(/value="[^"]*"/g, ''));
    }
    expect(new Set(answers).size).toBe(1);
  });

  it('five wrong passwords lock the account for a quarter of an hour, also for who knows it', async () => {
    const member = await addStaff(server, 'officer');
    for (let tries = 0; tries < 5; tries += 1) {
      expect((await givePassword(createVisitor(server.url), member.login, 'not the password')).status).toBe(
        422,
      );
    }
    expect((await givePassword(createVisitor(server.url), member.login, PASSWORD)).status).toBe(422);
    server.later(14 * MINUTE_MS);
    expect((await givePassword(createVisitor(server.url), member.login, PASSWORD)).status).toBe(422);
    server.later(2 * MINUTE_MS);
    expect((await givePassword(createVisitor(server.url), member.login, PASSWORD)).status).toBe(303);
  });

  it('guesses made at the same moment are not more than five either', async () => {
    const member = await addStaff(server, 'officer');
    const visitors = await Promise.all(
      Array.from({ length: 12 }, async () => {
        const visitor = createVisitor(server.url);
        await visitor.get('/console/dang-nhap');
        return visitor;
      }),
    );
    await Promise.all(
      visitors.map((visitor) =>
        visitor.post('/console/dang-nhap', { login: member.login, password: 'x'.repeat(12) }),
      ),
    );
    const stored = await server.deps.staff.byId(member.id);
    expect(stored?.failedLogins).toBeLessThanOrEqual(5);
    expect((await givePassword(createVisitor(server.url), member.login, PASSWORD)).status).toBe(422);
  });

  it('five wrong codes lock the account, however often the password is given again', async () => {
    const member = await addStaff(server, 'officer');
    const right = codeOf(member.totpSecret, server.clock.now);
    const wrong = right === '000000' ? '111111' : '000000';
    for (let tries = 0; tries < 5; tries += 1) {
      const visitor = createVisitor(server.url);
      expect((await givePassword(visitor, member.login, PASSWORD)).status).toBe(303);
      expect((await giveCode(visitor, wrong)).status).toBe(422);
    }
    expect((await givePassword(createVisitor(server.url), member.login, PASSWORD)).status).toBe(422);
  });

  it('a code works once, also for another browser', async () => {
    const member = await addStaff(server, 'officer');
    const code = codeOf(member.totpSecret, server.clock.now);
    const one = createVisitor(server.url);
    await givePassword(one, member.login, PASSWORD);
    expect((await giveCode(one, code)).status).toBe(303);
    const other = createVisitor(server.url);
    await givePassword(other, member.login, PASSWORD);
    expect((await giveCode(other, code)).status).toBe(422);
    server.later(MINUTE_MS);
    expect((await giveCode(other, codeOf(member.totpSecret, server.clock.now))).status).toBe(303);
  });

  it('a code five minutes after the password is too late', async () => {
    const member = await addStaff(server, 'officer');
    const visitor = createVisitor(server.url);
    await givePassword(visitor, member.login, PASSWORD);
    await visitor.get('/console/dang-nhap/ma');
    server.later(6 * MINUTE_MS);
    const answer = await visitor.post('/console/dang-nhap/ma', {
      code: codeOf(member.totpSecret, server.clock.now),
    });
    expect([answer.status, answer.location]).toEqual([303, '/console/dang-nhap?xong=het-gio']);
  });

  it('screens that lock themselves, and colleagues who sign in, are no tries', async () => {
    const screen = createVisitor(server.url);
    for (let opened = 0; opened < 60; opened += 1)
      expect((await screen.get('/console/dang-nhap')).status).toBe(200);
    for (let colleagues = 0; colleagues < 21; colleagues += 1)
      expect((await signedIn(server, 'officer')).member.role).toBe('officer');
  });

  it('too many wrong tries from one address rest', async () => {
    const visitor = createVisitor(server.url);
    await visitor.get('/console/dang-nhap');
    const statuses = [];
    for (let tries = 0; tries < 50; tries += 1)
      statuses.push((await visitor.post('/console/dang-nhap', { login: 'ai-do' })).status);
    expect(statuses.filter((status) => status === 400).length).toBeLessThanOrEqual(40);
    expect(statuses.slice(40).every((status) => status === 429)).toBe(true);
  });

  it('so do too many looks at the sign-in page, each of which begins a session', async () => {
    const statuses = new Set<number>();
    for (let opened = 0; opened < 610; opened += 1)
      statuses.add((await fetch(`${server.url}/console/dang-nhap`, { method: 'HEAD' })).status);
    expect([...statuses]).toEqual([200, 429]);
  });
});
