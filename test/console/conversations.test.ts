import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ADDRESS } from '../reports/report-builder.ts';
import type { StaffMember } from '../../reports/staff.ts';
import type { ConsoleServer } from './console-server.ts';
import { startConsole } from './console-server.ts';
import type { Visitor } from './visitor.ts';
import { signedIn } from './visitor.ts';

describe('talks with residents', () => {
  let server: ConsoleServer;
  let officer: Visitor;
  let member: StaffMember;
  beforeAll(async () => {
    server = await startConsole();
    ({ visitor: officer, member } = await signedIn(server, 'officer'));
  });
  afterAll(() => server.close());

  /** What the open page knows of the talk. */
  const stampOf = async (path: string) => /\/moi\?thay=([\d.]+)/.exec((await officer.get(path)).text)?.[1];

  it('an empty list says what will be there', async () => {
    expect((await officer.get('/console/tro-chuyen')).text).toContain('Không có ai đang chờ');
  });

  it('who waits is listed without their words; opening the talk is in the audit', async () => {
    const handover = await server.addHandover({ urgent: true, firstWords: 'Tôi vừa chuyển tiền' });
    const list = await officer.get('/console/tro-chuyen');
    expect(list.text).toContain(`/console/tro-chuyen/${handover.id}`);
    expect(list.text).not.toContain('Tôi vừa chuyển tiền');
    const talk = await officer.get(`/console/tro-chuyen/${handover.id}`);
    expect(talk.text).toContain('Tôi vừa chuyển tiền');
    expect(talk.text).not.toContain(ADDRESS.userId);
    const [entry] = await server.deps.audit.ofSubject(`handover:${handover.id}`, 5);
    expect(entry).toMatchObject({ action: 'conversation-viewed', staffId: member.id });
  });

  it('the urgent stand first, however long others have waited', async () => {
    const calm = await server.addHandover();
    const urgent = await server.addHandover({ urgent: true });
    const { text } = await officer.get('/console/tro-chuyen');
    expect(text.indexOf(urgent.id)).toBeLessThan(text.indexOf(calm.id));
  });

  it('an answer opens the talk and goes to the resident', async () => {
    const handover = await server.addHandover();
    const answer = await officer.post(`/console/tro-chuyen/${handover.id}`, { text: 'Chào anh chị' });
    expect(answer.status).toBe(303);
    const stored = await server.deps.handovers.byId(handover.id);
    expect(stored?.status).toBe('open');
    expect(stored?.messages.at(-1)).toMatchObject({
      from: 'officer',
      staffId: member.id,
      text: 'Chào anh chị',
    });
    expect((await server.sent()).at(-1)).toEqual({
      address: ADDRESS,
      text: 'Cán bộ trực: Chào anh chị',
      author: 'officer',
      report: null,
    });
  });

  it('ending gives the resident back to the bot and says so; nothing can be written after', async () => {
    const handover = await server.addHandover();
    expect((await officer.post(`/console/tro-chuyen/${handover.id}/ket-thuc`)).location).toBe(
      '/console/tro-chuyen?xong=ended',
    );
    expect((await server.deps.handovers.byId(handover.id))?.status).toBe('ended');
    expect((await server.sent()).at(-1)).toMatchObject({
      author: 'system',
      text: expect.stringContaining('trợ lý tự động'),
    });
    const count = (await server.sent()).length;
    const late = await officer.post(`/console/tro-chuyen/${handover.id}`, { text: 'Còn một điều' });
    expect([late.status, late.text.includes('đã kết thúc, tin chưa được gửi')]).toEqual([422, true]);
    expect((await officer.post(`/console/tro-chuyen/${handover.id}/ket-thuc`)).status).toBe(422);
    expect((await server.sent()).length).toBe(count);
  });

  it('the live piece is silent until something was said', async () => {
    const handover = await server.addHandover();
    const path = `/console/tro-chuyen/${handover.id}`;
    const stamp = await stampOf(path);
    expect((await officer.get(`${path}/moi?thay=${stamp}`)).status).toBe(204);
    await officer.post(path, { text: 'Tôi nghe đây' });
    const piece = (await officer.get(`${path}/moi?thay=${stamp}`)).text;
    expect(piece).toContain('Tôi nghe đây');
    expect(piece).toContain(member.name);
    expect((await server.sent()).at(-1)?.text).not.toContain(member.name);
  });

  it.each([
    [{ onTheWay: 0, channelOff: 0, forResident: 0, notTaken: 0 }, 'Tin của cán bộ đã gửi tới người dân'],
    [{ onTheWay: 1, channelOff: 0, forResident: 0, notTaken: 0 }, 'Đang gửi'],
    [
      { onTheWay: 0, channelOff: 0, forResident: 2, notTaken: 0 },
      '2 tin của cán bộ đang chờ người dân nhắn lại',
    ],
    [
      { onTheWay: 0, channelOff: 3, forResident: 1, notTaken: 0 },
      '3 tin của cán bộ đang chờ: kênh này đang tắt',
    ],
    [{ onTheWay: 1, channelOff: 0, forResident: 2, notTaken: 1 }, '1 tin của cán bộ chưa tới được người này'],
  ])('who wrote sees whether it arrived: %j', async (counts, words) => {
    const handover = await server.addHandover();
    const path = `/console/tro-chuyen/${handover.id}`;
    expect((await officer.get(path)).text).not.toContain('class="delivery');
    await officer.post(path, { text: 'Tôi nghe đây' });
    const stamp = await stampOf(path);
    server.notArrived.next = counts;
    const isAll = words.startsWith('Tin của');
    const piece = await officer.get(`${path}/moi?thay=${stamp}`);
    const page = (await officer.get(path)).text;
    server.notArrived.next = { onTheWay: 0, channelOff: 0, forResident: 0, notTaken: 0 };
    expect([piece.status, page.includes(words)]).toEqual([isAll ? 204 : 200, true]);
    if (!isAll) expect(piece.text).toContain(words);
  });

  it('the live piece of a talk is one look with its page, and a look of its own for who opened no page', async () => {
    const handover = await server.addHandover();
    const path = `/console/tro-chuyen/${handover.id}`;
    const looks = async () =>
      (await server.deps.audit.ofSubject(`handover:${handover.id}`, 10)).map(({ staffId }) => staffId);
    await officer.get(path);
    await officer.get(`${path}/moi`);
    expect(await looks()).toEqual([member.id]);
    const { visitor: colleague, member: other } = await signedIn(server, 'officer');
    expect((await colleague.get(`${path}/moi`)).text).toContain('Tôi cần gặp cán bộ');
    await colleague.get(`${path}/moi`);
    expect(await looks()).toEqual([other.id, member.id]);
  });

  it.each([
    ['nothing', { text: ' ' }, 422, 'chưa gõ nội dung'],
    ['too much', { text: 'dài '.repeat(600) }, 422, 'dài quá'],
    ['no field', {}, 400, 'Biểu mẫu thiếu hoặc sai'],
    ['two fields', { text: ['a', 'b'] }, 400, 'Biểu mẫu thiếu hoặc sai'],
  ])('%s is not sent', async (_name, fields, status, text) => {
    const handover = await server.addHandover();
    const count = (await server.sent()).length;
    const answer = await officer.post(`/console/tro-chuyen/${handover.id}`, fields);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(text);
    expect(await server.deps.handovers.byId(handover.id)).toEqual(handover);
    expect((await server.sent()).length).toBe(count);
  });

  it('says beforehand when an answer would have to wait', async () => {
    const handover = await server.addHandover();
    server.forecast.next = 'held';
    expect((await officer.get(`/console/tro-chuyen/${handover.id}`)).text).toContain(
      'Tin sẽ chờ đến khi người dân nhắn lại',
    );
    server.forecast.next = 'nudge';
    expect((await officer.get(`/console/tro-chuyen/${handover.id}`)).text).toContain(
      'Người dân được báo là có tin mới, không kèm nội dung',
    );
    server.forecast.next = 'off';
    expect((await officer.get(`/console/tro-chuyen/${handover.id}`)).text).toContain('Kênh này đang tắt');
    server.forecast.next = 'now';
  });

  it('a talk that does not exist is not there', async () => {
    expect((await officer.get('/console/tro-chuyen/khong-co')).status).toBe(404);
    expect((await officer.post('/console/tro-chuyen/khong-co', { text: 'x' })).status).toBe(404);
  });
});
