import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConsoleServer } from './console-server.ts';
import { startConsole } from './console-server.ts';
import { addStaff, codeOf, createVisitor, giveCode, givePassword, PASSWORD } from './visitor.ts';

const MINUTE_MS = 60_000;

describe('signing in', () => {
  let server: ConsoleServer;
  beforeAll(async () => {
    server = await startConsole();
  });
  afterAll(() => server.close());

  const later = (ms: number) => {
    server.clock.now = new Date(server.clock.now.getTime() + ms);
  };

  it('password and code open the console, and the page that was wanted', async () => {
    const member = await addStaff(server, 'officer');
    const visitor = createVisitor(server.url);
    const first = await visitor.get('/console/tro-chuyen');
    await visitor.get(first.location!);
    const half = await visitor.post('/console/dang-nhap', {
      login: member.login,
      password: PASSWORD,
      then: '/console/tro-chuyen',
    });
    expect(half.location).toBe('/console/dang-nhap/ma');
    const done = await giveCode(visitor, codeOf(member.totpSecret, server.clock.now));
    expect(done.location).toBe('/console/tro-chuyen');
    expect((await visitor.get('/console/tro-chuyen')).status).toBe(200);
  });

  it('the password alone opens nothing', async () => {
    const member = await addStaff(server, 'officer');
    const visitor = createVisitor(server.url);
    await givePassword(visitor, member.login, PASSWORD);
    expect((await visitor.get('/console')).location).toBe('/console/dang-nhap');
  });

  it('holds from the moment of the answer, however slow the session store is', async () => {
    const member = await addStaff(server, 'officer');
    const visitor = createVisitor(server.url);
    await givePassword(visitor, member.login, PASSWORD);
    await visitor.get('/console/dang-nhap/ma');
    server.sessionStoring.takesMs = 300;
    const code = codeOf(member.totpSecret, server.clock.now);
    // a browser follows as soon as it has the headers
    const answer = await fetch(`${server.url}/console/dang-nhap/ma`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: visitor.cookie() },
      body: new URLSearchParams({ _csrf: visitor.csrf()!, code }),
    });
    const cookie = answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0])
      .join('; ');
    const next = await fetch(`${server.url}/console`, { headers: { cookie }, redirect: 'manual' });
    server.sessionStoring.takesMs = 0;
    expect([answer.status, next.status]).toEqual([303, 200]);
  });

  it('the session has a new id after each step', async () => {
    const member = await addStaff(server, 'officer');
    const visitor = createVisitor(server.url);
    await visitor.get('/console/dang-nhap');
    const before = visitor.cookie();
    await givePassword(visitor, member.login, PASSWORD);
    const between = visitor.cookie();
    await giveCode(visitor, codeOf(member.totpSecret, server.clock.now));
    const after = visitor.cookie();
    expect(new Set([before, between, after]).size).toBe(3);
    const thief = await fetch(`${server.url}/console`, { headers: { cookie: between }, redirect: 'manual' });
    expect(thief.headers.get('location')).toBe('/console/dang-nhap');
  });

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
    later(14 * MINUTE_MS);
    expect((await givePassword(createVisitor(server.url), member.login, PASSWORD)).status).toBe(422);
    later(2 * MINUTE_MS);
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
    later(MINUTE_MS);
    expect((await giveCode(other, codeOf(member.totpSecret, server.clock.now))).status).toBe(303);
  });

  it('a code five minutes after the password is too late', async () => {
    const member = await addStaff(server, 'officer');
    const visitor = createVisitor(server.url);
    await givePassword(visitor, member.login, PASSWORD);
    await visitor.get('/console/dang-nhap/ma');
    later(6 * MINUTE_MS);
    const answer = await visitor.post('/console/dang-nhap/ma', {
      code: codeOf(member.totpSecret, server.clock.now),
    });
    expect([answer.status, answer.location]).toEqual([303, '/console/dang-nhap?xong=het-gio']);
  });

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/console//evil.example',
    '/tra-cuu',
    '/console/dang-nhap',
    String.raw`/console\evil`,
    'javascript:alert(1)',
  ])('after signing in nobody is sent on to %s', async (then) => {
    const member = await addStaff(server, 'officer');
    const visitor = createVisitor(server.url);
    await visitor.get('/console/dang-nhap');
    await visitor.post('/console/dang-nhap', { login: member.login, password: PASSWORD, then });
    expect((await giveCode(visitor, codeOf(member.totpSecret, server.clock.now))).location).toBe('/console');
  });

  it.each<[string, Record<string, string | string[]>]>([
    ['fields missing', {}],
    ['a login given twice', { login: ['a', 'b'], password: 'x' }],
    ['a password beyond measure', { login: 'a', password: 'x'.repeat(5_000) }],
  ])('%s is answered clearly', async (_name, fields) => {
    const visitor = createVisitor(server.url);
    await visitor.get('/console/dang-nhap');
    const answer = await visitor.post('/console/dang-nhap', fields);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('Biểu mẫu thiếu hoặc sai');
  });

  it('forms before the sign-in need our token, too', async () => {
    const visitor = createVisitor(server.url);
    await visitor.get('/console/dang-nhap');
    for (const path of ['/console/dang-nhap', '/console/dang-nhap/ma', '/console/moi/abc']) {
      for (const csrf of [null, 'x']) expect((await visitor.post(path, {}, { csrf })).status).toBe(403);
    }
  });

  it('style and scripts are served to everyone, and nothing else of the disk', async () => {
    const visitor = createVisitor(server.url);
    for (const file of ['console.css', 'console.js', 'htmx.js', 'emblem.svg']) {
      for (const root of ['/console/tinh', '/tinh'])
        expect((await visitor.get(`${root}/${file}`)).status).toBe(200);
    }
    for (const file of ['../route.ts', '%2e%2e/route.ts', '..%2froute.ts', '']) {
      expect((await visitor.get(`/tinh/${file}`)).status).toBe(404);
    }
  });

  it('too many tries from one address rest', async () => {
    const visitor = createVisitor(server.url);
    const statuses = [];
    for (let tries = 0; tries < 42; tries += 1)
      statuses.push((await visitor.get('/console/dang-nhap')).status);
    expect(statuses.slice(0, 40).every((status) => status === 200)).toBe(true);
    expect(statuses.slice(40)).toEqual([429, 429]);
  });

  it('who signed in, and who failed to, is in the audit; what was typed is not', async () => {
    const member = await addStaff(server, 'officer');
    const visitor = createVisitor(server.url);
    await givePassword(visitor, member.login, 'my real password elsewhere');
    await givePassword(visitor, member.login, PASSWORD);
    await giveCode(visitor, codeOf(member.totpSecret, server.clock.now));
    const entries = await server.deps.audit.ofSubject(`staff:${member.id}`, 10);
    expect(entries.map(({ action, detail }) => [action, detail])).toEqual([
      ['signed-in', null],
      ['sign-in-failed', null],
    ]);
  });

  it('the cookie is out of reach of scripts and other sites, and the pages forbid whatever is not ours', async () => {
    const answer = await createVisitor(server.url).get('/console/dang-nhap');
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).toMatch(/Path=\/console/);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toMatch(/unsafe|http:/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });
});
