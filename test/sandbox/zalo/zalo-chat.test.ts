import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Activity } from 'botbuilder-core';
import { openZaloWorld, RESIDENT } from './zalo-world.ts';
import type { ZaloWorld } from './zalo-world.ts';
import { understood } from '../platform/talk.ts';

let world: ZaloWorld;
beforeEach(async () => {
  world = await openZaloWorld();
});
afterEach(() => world.close());

describe('what a resident does on Zalo reaches the bot', () => {
  it('words', async () => {
    world.sandbox.sendText(RESIDENT, 'Tôi bị lừa chuyển tiền');
    expect(await understood(world)).toMatchObject([{ type: 'message', text: 'Tôi bị lừa chuyển tiền' }]);
  });

  it('words one after the other stay in order', async () => {
    const words = Array.from({ length: 12 }, (_, index) => `Câu ${index}`);
    for (const text of words) world.sandbox.sendText(RESIDENT, text);
    expect((await understood(world)).map(({ text }) => text)).toEqual(words);
  });

  it.each([
    ['image', 'anh.jpg', 'image/jpeg', 'image/jpeg'],
    ['gif', 'dong.gif', 'image/gif', 'image/gif'],
    ['audio', 'giong.aac', 'audio/aac', 'audio/aac'],
    ['video', 'phim.mp4', 'video/mp4', 'video/mp4'],
    ['file', 'hop-dong.pdf', 'application/pdf', 'application/pdf'],
    ['file', 'phim.mp4', 'video/mp4', 'video/mp4'],
  ] as const)('a file of kind %s named %s', async (kind, name, mediaType, contentType) => {
    const bytes = Buffer.from('nội dung');
    world.sandbox.sendFile(RESIDENT, { kind, name, mediaType, bytes });
    const [activity] = await understood(world);
    expect(activity?.attachments).toMatchObject([{ contentType, name }]);
    const fetched = await fetch(activity?.attachments?.[0]?.contentUrl ?? '');
    expect(Buffer.from(await fetched.arrayBuffer())).toEqual(bytes);
  });

  it('a place, a business card, a sticker and a link', async () => {
    world.sandbox.sendLocation(RESIDENT, { latitude: 12.65, longitude: 109.4, name: 'Chợ Đại Lãnh' });
    world.sandbox.sendContact(RESIDENT, { name: 'Nguyễn Văn A', phone: '84900000000' });
    world.sandbox.sendSticker(RESIDENT, { id: '46000', url: 'https://zalo-api.zadn.vn/s.png' });
    world.sandbox.sendLink(RESIDENT, { url: 'https://lua-dao.example/', description: 'Nhận quà' });
    const activities = await understood(world);
    expect(activities.map(({ text }) => text)).toEqual(['', '', '', 'https://lua-dao.example/']);
    expect(activities.map(({ attachments }) => attachments?.[0])).toMatchObject([
      { contentType: 'location', content: { latitude: 12.65, longitude: 109.4, name: 'Chợ Đại Lãnh' } },
      { contentType: 'contact', content: { name: 'Nguyễn Văn A', phone: '84900000000' } },
      { contentType: 'sticker', content: { id: '46000' } },
      { contentType: 'link', content: { url: 'https://lua-dao.example/', title: 'Nhận quà' } },
    ]);
  });

  it('following and opening the chat are arrivals, leaving and withdrawing are withdrawals', async () => {
    world.sandbox.openChat(RESIDENT);
    world.sandbox.openChat(RESIDENT);
    world.sandbox.follow(RESIDENT);
    world.sandbox.unfollow(RESIDENT);
    world.sandbox.withdraw(RESIDENT);
    await world.sandbox.deliveries.settled();
    expect(world.http.events.map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'user_click_chatnow arrival',
      'follow arrival',
      'unfollow withdrawal',
      'user_withdraw withdrawal',
    ]);
  });

  it('the answer to a request for personal data is what could have been typed', async () => {
    world.sandbox.submitInfo(RESIDENT, { name: 'Trần Thị B', phone: '84912345678', address: 'Thôn Đông' });
    expect(await understood(world)).toMatchObject([{ text: 'Trần Thị B, 0912345678, Thôn Đông' }]);
  });

  it('a person on the account’s own page takes the conversation over', async () => {
    world.sandbox.writeAsAdmin(RESIDENT, 'Chào bạn, tôi là cán bộ trực');
    await world.sandbox.deliveries.settled();
    expect(world.http.events).toMatchObject([{ kind: 'takeover', from: { userId: RESIDENT } }]);
  });

  it('the loss of permission is an alarm', async () => {
    world.sandbox.revokePermission();
    await world.sandbox.deliveries.settled();
    expect(world.http.events).toMatchObject([{ kind: 'alarm', from: null }]);
  });
});

describe('what the bot says reaches the resident', () => {
  beforeEach(async () => {
    world.sandbox.sendText(RESIDENT, 'Xin chào');
    await world.sandbox.deliveries.settled();
    world.http.events.length = 0;
  });

  it('words, with an echo and both receipts', async () => {
    const [outcome] = await world.say('Chào bạn');
    world.sandbox.lookAtChat(RESIDENT);
    await world.sandbox.deliveries.settled();
    const id = world.sandbox.transcript(RESIDENT).at(-1)?.id ?? '';
    expect(outcome).toEqual({ kind: 'sent', platformMessageId: id });
    expect(world.sandbox.transcript(RESIDENT).at(-1)).toMatchObject({
      text: 'Chào bạn',
      from: 'account',
      seen: true,
    });
    expect(world.http.events).toMatchObject([
      { kind: 'echo', echo: { outboxId: null, platformMessageId: id } },
      { kind: 'receipt', receipt: { state: 'delivered', platformMessageIds: [id] } },
      { kind: 'receipt', receipt: { state: 'seen', platformMessageIds: [id] } },
    ]);
  });

  it('buttons, whose tap brings back the action and the title without showing in the chat', async () => {
    await world.say('Bạn cần gì?', [
      { title: 'Báo tin', value: 'menu:report' },
      { title: 'Hỏi đáp', value: 'menu:ask' },
    ]);
    const shown = world.sandbox.transcript(RESIDENT).at(-1)!;
    expect(shown.buttons.map(({ title }) => title)).toEqual(['Báo tin', 'Hỏi đáp']);
    expect(world.sandbox.tapButton(RESIDENT, shown.id, 0)).not.toBeNull();
    expect((await understood(world)).at(-1)).toMatchObject({
      text: 'Báo tin',
      value: { action: 'menu:report' },
    });
    expect(world.sandbox.transcript(RESIDENT).at(-1)?.id).toBe(shown.id);
  });

  it('more than five buttons in several messages', async () => {
    const actions = Array.from({ length: 12 }, (_, index) => ({
      title: `Mục ${index}`,
      value: `m:${index}`,
    }));
    expect((await world.say('Chọn mục', actions)).map(({ kind }) => kind)).toEqual(['sent', 'sent', 'sent']);
    const counts = world.sandbox.transcript(RESIDENT).map(({ buttons }) => buttons.length);
    expect(counts.slice(-3)).toEqual([5, 5, 2]);
  });

  it('links and calls as buttons that only open something', async () => {
    await world.say('Cần giúp ngay?', [
      { type: 'call', title: 'Gọi 113', value: '113' },
      { type: 'call', title: 'Gọi công an xã', value: '0258 3123 456' },
      { type: 'openUrl', title: 'Cổng cảnh báo', value: 'https://example.vn/' },
    ]);
    const shown = world.sandbox.transcript(RESIDENT).at(-1)!;
    expect(shown.buttons.map(({ kind, target }) => [kind, target])).toEqual([
      ['call', '113'],
      ['call', '842583123456'],
      ['link', 'https://example.vn/'],
    ]);
    expect(world.sandbox.tapButton(RESIDENT, shown.id, 0)).toBeNull();
  });

  const said = async (activity: Partial<Activity>) => {
    await world.show(activity);
    return world.sandbox.transcript(RESIDENT).at(-1)!;
  };
  const asking: Partial<Activity> = {
    text: 'Số của bạn?',
    attachments: [
      {
        contentType: 'application/vnd.commune-police.contact-request',
        content: { title: 'Gửi số', text: 'Hoặc gõ số vào đây.' },
      },
    ],
  };

  it('Zalo’s own form for a telephone number, which the app fills in', async () => {
    const form = await said(asking);
    expect(form.cards).toMatchObject([{ title: 'Gửi số', subtitle: 'Hoặc gõ số vào đây.' }]);
    world.sandbox.tapButton(RESIDENT, form.id, 0);
    expect((await understood(world)).at(-1)).toMatchObject({ text: 'Người dân, 0900000123' });
  });

  it('words where Zalo refuses that form', async () => {
    world.sandbox.faults.change({ buttonsRefused: true });
    expect(await said(asking)).toMatchObject({ text: 'Hoặc gõ số vào đây.', cards: [] });
  });

  it('an answer shows what it is to, and goes without where that is too old', async () => {
    const asked = world.sandbox.sendText(RESIDENT, 'Câu hỏi của tôi');
    const long = 'Một câu trả lời rất dài. '.repeat(100);
    expect(await said({ text: long, replyToId: asked })).toMatchObject({ quoted: null });
    expect(world.sandbox.transcript(RESIDENT).at(-2)).toMatchObject({ quoted: 'Câu hỏi của tôi' });
    expect(await said({ text: 'Chào bạn', replyToId: 'long-ago' })).toMatchObject({
      text: 'Chào bạn',
      quoted: null,
    });
  });

  it('the same as numbered words where Zalo refuses buttons', async () => {
    world.sandbox.faults.change({ buttonsRefused: true });
    const outcomes = await world.say('Bạn cần gì?', [
      { title: 'Báo tin', value: 'menu:report' },
      { type: 'openUrl', title: 'Cổng cảnh báo', value: 'https://example.vn/' },
    ]);
    expect(outcomes).toMatchObject([{ kind: 'sent' }]);
    expect(world.sandbox.transcript(RESIDENT).at(-1)).toMatchObject({
      text: 'Bạn cần gì?\n\n1. Báo tin\n2. Cổng cảnh báo: https://example.vn/',
      buttons: [],
    });
  });
});
