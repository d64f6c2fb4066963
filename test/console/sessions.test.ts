import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Role } from '../../reports/staff.ts';
import type { ConsoleServer } from './console-server.ts';
import { startConsole } from './console-server.ts';
import { addStaff, createVisitor, givePassword, PASSWORD, signedIn } from './visitor.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

describe('a session', () => {
  let server: ConsoleServer;
  beforeAll(async () => {
    server = await startConsole();
  });
  afterAll(() => server.close());

  it.each<[Role, number]>([
    ['officer', 15],
    ['editor', 15],
    ['admin', 5],
  ])('an idle %s is signed out after %d minutes', async (role, minutes) => {
    const { visitor } = await signedIn(server, role);
    const path = role === 'editor' ? '/console/bai-viet' : '/console/tro-chuyen';
    server.later((minutes - 1) * MINUTE_MS);
    expect((await visitor.get(path)).status).toBe(200);
    server.later((minutes - 1) * MINUTE_MS);
    expect((await visitor.get(path)).status).toBe(200);
    server.later((minutes + 1) * MINUTE_MS);
    expect((await visitor.get(path)).status).toBe(303);
  });

  it('a page that keeps itself fresh does not keep an abandoned screen open, a typing person does', async () => {
    const { visitor } = await signedIn(server, 'officer');
    for (let minute = 0; minute < 14; minute += 7) {
      server.later(7 * MINUTE_MS);
      expect((await visitor.get('/console/dem', { 'HX-Request': 'true' })).status).toBe(200);
    }
    server.later(2 * MINUTE_MS);
    const locked = await visitor.get('/console/dem', { 'HX-Request': 'true' });
    expect([locked.status, locked.headers.get('hx-redirect')]).toEqual([
      401,
      '/console/dang-nhap?xong=da-khoa',
    ]);
    expect((await visitor.get('/console/dang-nhap?xong=da-khoa')).text).toContain(
      'chuông báo tin khẩn không reo',
    );
    const { visitor: typing } = await signedIn(server, 'officer');
    for (let minute = 0; minute < 20; minute += 10) {
      server.later(10 * MINUTE_MS);
      expect(
        (await typing.post('/console/con-day', {}, { headers: { 'x-csrf-token': typing.csrf()! } })).status,
      ).toBe(204);
    }
    expect((await typing.get('/console/tro-chuyen')).status).toBe(200);
  });

  it('however busy, a session ends after twelve hours', async () => {
    const { visitor } = await signedIn(server, 'officer');
    for (let minute = 0; minute < 12 * 60; minute += 10) {
      server.later(10 * MINUTE_MS);
      const lastActs = minute + 10 >= 12 * 60;
      if (!lastActs) expect((await visitor.post('/console/con-day')).status).toBe(204);
    }
    server.later(10 * MINUTE_MS);
    expect((await visitor.get('/console')).status).toBe(303);
  });

  it('an account that nobody used for 45 days is closed until it is reset', async () => {
    const member = await addStaff(server, 'officer');
    server.later(46 * DAY_MS);
    expect((await givePassword(createVisitor(server.url), member.login, PASSWORD)).status).toBe(422);
  });

  it('disabling or resetting an account ends its sessions at once', async () => {
    const { visitor, member } = await signedIn(server, 'officer');
    const { visitor: admin } = await signedIn(server, 'admin');
    expect((await visitor.get('/console')).status).toBe(200);
    expect((await admin.post(`/console/can-bo/${member.id}/khoa`)).status).toBe(303);
    expect((await visitor.get('/console')).status).toBe(303);
  });

  it('signing out ends the session, also for who kept the cookie', async () => {
    const { visitor } = await signedIn(server, 'officer');
    const kept = visitor.cookie();
    expect((await visitor.post('/console/dang-xuat')).location).toBe('/console/dang-nhap?xong=dang-xuat');
    const answer = await fetch(`${server.url}/console`, { headers: { cookie: kept }, redirect: 'manual' });
    expect(answer.status).toBe(303);
  });
});
