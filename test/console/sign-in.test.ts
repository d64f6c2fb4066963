import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ConsoleServer } from './console-server.ts';
import { startConsole } from './console-server.ts';
import { addStaff, codeOf, createVisitor, giveCode, givePassword, PASSWORD } from './visitor.ts';

describe('signing in', () => {
  let server: ConsoleServer;
  beforeAll(async () => {
    server = await startConsole();
  });
  afterAll(() => server.close());

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

  it('typing begins where the next thing is wanted: the name, a password that was wrong, the code', async () => {
    const member = await addStaff(server, 'officer');
    const visitor = createVisitor(server.url);
    const focused = (text: string) =>
      text.match(/<input[^>]* autofocus[^>]*>/g)?.map((input) => /id="(\w+)"/.exec(input)?.[1]);
    expect(focused((await visitor.get('/console/dang-nhap')).text)).toEqual(['login']);
    const wrong = await givePassword(visitor, member.login, 'sai-mat-khau-nay');
    expect(focused(wrong.text)).toEqual(['password']);
    await givePassword(visitor, member.login, PASSWORD);
    expect(focused((await visitor.get('/console/dang-nhap/ma')).text)).toEqual(['code']);
  });

  it('the password alone opens nothing', async () => {
    const member = await addStaff(server, 'officer');
    const visitor = createVisitor(server.url);
    await givePassword(visitor, member.login, PASSWORD);
    expect((await visitor.get('/console')).location).toBe('/console/dang-nhap');
  });

  it('each step holds from the head of its answer, however slow the session store is', async () => {
    const member = await addStaff(server, 'officer');
    const visitor = createVisitor(server.url);
    const steps = [
      ['/console/dang-nhap', { login: member.login, password: PASSWORD }],
      ['/console/dang-nhap/ma', { code: codeOf(member.totpSecret, server.clock.now) }],
      ['/console/dang-xuat', {}],
    ] as const;
    await visitor.get('/console/dang-nhap');
    for (const [path, fields] of steps) {
      server.sessionStoring.takesMs = 300;
      const answer = await visitor.head(path, fields);
      server.sessionStoring.takesMs = 0;
      // a browser follows at once; what is still stored after that must not undo what the next page stores
      const next = await visitor.get(answer.location ?? '');
      await answer.end();
      expect([path, answer.status, next.status]).toEqual([path, 303, 200]);
    }
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
