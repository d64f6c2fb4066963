import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openMessengerWorld, RESIDENT } from './messenger-world.ts';
import type { MessengerWorld } from './messenger-world.ts';
import { understood } from '../platform/talk.ts';

let world: MessengerWorld;
beforeEach(async () => {
  world = await openMessengerWorld();
});
afterEach(() => world.close());

async function kinds(): Promise<string[]> {
  await world.sandbox.deliveries.settled();
  return world.http.events.map(({ name, kind }) => `${name} ${kind}`);
}

describe('what a resident does on Messenger reaches the bot', () => {
  it('the webhook is verified before anything else', async () => {
    expect(await world.sandbox.verifyWebhook()).toBe(true);
  });

  it('words, signed with escaped letters', async () => {
    world.sandbox.sendText(RESIDENT, 'Tôi bị lừa đảo 😢');
    expect(await understood(world)).toMatchObject([{ type: 'message', text: 'Tôi bị lừa đảo 😢' }]);
    const body = world.http.calls[0]!.body.toString();
    expect(body).toContain('\\u00f4');
    expect(body).not.toContain('ô');
  });

  it.each([
    ['image', 'anh.jpg', 'image/jpeg'],
    ['video', 'phim.mp4', 'video/mp4'],
    ['audio', 'giong.mp4', 'audio/mp4'],
    ['file', 'hop-dong.pdf', 'application/pdf'],
  ] as const)('a file of kind %s named %s', async (kind, name, contentType) => {
    const bytes = Buffer.from('nội dung');
    world.sandbox.sendFile(RESIDENT, { kind, name, mediaType: contentType, bytes });
    const [activity] = await understood(world);
    expect(activity).toMatchObject({ text: '', attachments: [{ contentType, name }] });
    const fetched = await fetch(activity?.attachments?.[0]?.contentUrl ?? '');
    expect(Buffer.from(await fetched.arrayBuffer())).toEqual(bytes);
  });

  it('a sticker and a shared link', async () => {
    world.sandbox.sendSticker(RESIDENT, { id: '369239263222822', url: 'https://scontent.example/s.png' });
    world.sandbox.sendLink(RESIDENT, { url: 'https://lua-dao.example/', title: 'Nhận quà' });
    expect(await understood(world)).toMatchObject([
      { text: '', attachments: [{ contentType: 'sticker', content: { id: '369239263222822' } }] },
      {
        text: 'https://lua-dao.example/',
        attachments: [{ contentType: 'link', content: { title: 'Nhận quà' } }],
      },
    ]);
  });

  it('Get started and links to the Page are arrivals', async () => {
    world.sandbox.openChat(RESIDENT);
    world.sandbox.followLink(RESIDENT, 'tram-canh-bao');
    expect(await kinds()).toEqual(['postback arrival', 'referral arrival']);
    expect((await understood(world))[0]).toMatchObject({
      type: 'conversationUpdate',
      membersAdded: [{ id: RESIDENT }],
    });
  });

  it('edits are noted, reactions open the window; nobody answers either', async () => {
    const id = world.sandbox.sendText(RESIDENT, 'Xin chào');
    world.sandbox.editText(RESIDENT, id, 'Xin chào ạ');
    world.sandbox.react(RESIDENT, id, '❤');
    expect(await kinds()).toEqual(['message message', 'message_edit edit', 'reaction presence']);
  });

  it('a thread that another app owns is only listened to', async () => {
    world.sandbox.setOwner(RESIDENT, '263902037430900');
    world.sandbox.sendText(RESIDENT, 'Cho tôi gặp cán bộ');
    expect(await kinds()).toEqual(['standby.message ignored']);
  });

  it('a person in the inbox takes the conversation over', async () => {
    world.sandbox.writeAsAdmin(RESIDENT, 'Chào bạn, tôi là cán bộ trực');
    await world.sandbox.deliveries.settled();
    expect(world.http.events).toMatchObject([{ kind: 'takeover', from: { userId: RESIDENT } }]);
  });

  it('a warning of Meta is an alarm', async () => {
    world.sandbox.enforcePolicy('warning', 'spam');
    expect(await kinds()).toEqual(['policy_enforcement alarm']);
  });
});

describe('what the bot says reaches the resident', () => {
  beforeEach(async () => {
    world.sandbox.sendText(RESIDENT, 'Xin chào');
    await world.sandbox.deliveries.settled();
    world.http.events.length = 0;
  });

  it('words, with the echo that names the outbox row, and both receipts', async () => {
    const [outcome] = await world.say('Chào bạn');
    world.sandbox.lookAtChat(RESIDENT);
    await world.sandbox.deliveries.settled();
    const shown = world.sandbox.transcript(RESIDENT).at(-1)!;
    expect(outcome).toEqual({ kind: 'sent', platformMessageId: shown.id });
    expect(shown).toMatchObject({ text: 'Chào bạn', from: 'account', seen: true });
    expect(world.http.events).toMatchObject([
      { kind: 'echo', echo: { outboxId: 'outbox-0', platformMessageId: shown.id } },
      { kind: 'receipt', receipt: { state: 'delivered', platformMessageIds: [shown.id] } },
      { kind: 'receipt', receipt: { state: 'seen', platformMessageIds: [] } },
    ]);
  });

  it('quick replies, which bring back their action and then are gone', async () => {
    await world.say('Bạn cần gì?', [
      { title: 'Báo tin', value: 'menu:report' },
      { title: 'Hỏi đáp', value: 'menu:ask' },
    ]);
    const shown = world.sandbox.transcript(RESIDENT).at(-1)!;
    expect(shown.quickReplies.map(({ title }) => title)).toEqual(['Báo tin', 'Hỏi đáp']);
    expect(world.sandbox.tapButton(RESIDENT, shown.id, 1)).not.toBeNull();
    expect(world.sandbox.tapButton(RESIDENT, shown.id, 0)).toBeNull();
    expect(await understood(world)).toMatchObject([{ text: 'Hỏi đáp', value: { action: 'menu:ask' } }]);
  });

  it('a quick reply with the number that Meta knows, whose tap is that number in words', async () => {
    await world.show({
      text: 'Số của bạn?',
      suggestedActions: { to: [], actions: [{ type: 'postBack', title: 'Bỏ qua', value: 'skip' }] },
      attachments: [
        {
          contentType: 'application/vnd.commune-police.contact-request',
          content: { title: 'Gửi số', text: 'Hoặc gõ số vào đây.' },
        },
      ],
    });
    const shown = world.sandbox.transcript(RESIDENT).at(-1)!;
    expect(shown.quickReplies.map(({ title }) => title)).toEqual(['+84900000123', 'Bỏ qua']);
    world.sandbox.tapButton(RESIDENT, shown.id, 0);
    const [activity] = await understood(world);
    expect(activity).toMatchObject({ text: '+84900000123' });
    expect(activity?.value).toBeUndefined();
  });

  it('an answer shows what it is to, and goes without where that is gone', async () => {
    const answer = async (replyToId: string) => {
      await world.show({ text: 'Chào bạn', replyToId });
      return world.sandbox.transcript(RESIDENT).at(-1)!;
    };
    const asked = world.sandbox.sendText(RESIDENT, 'Câu hỏi của tôi');
    expect(await answer(asked)).toMatchObject({ text: 'Chào bạn', quoted: 'Câu hỏi của tôi' });
    expect(await answer('m-gone')).toMatchObject({ text: 'Chào bạn', quoted: null });
  });

  it('long and many choices as a numbered list with short quick replies', async () => {
    const actions = Array.from({ length: 15 }, (_, index) => ({
      title: `Bị lừa chuyển tiền qua ngân hàng ${index}`,
      value: `c:${index}`,
    }));
    expect((await world.say('Chuyện gì đã xảy ra?', actions)).map(({ kind }) => kind)).toEqual(['sent']);
    const shown = world.sandbox.transcript(RESIDENT).at(-1)!;
    expect(shown.text).toContain('15. Bị lừa chuyển tiền qua ngân hàng 14');
    expect(shown.quickReplies).toHaveLength(13);
    expect(shown.quickReplies[0]?.title).toBe('1. Bị lừa chuyển ti…');
    for (const { title } of shown.quickReplies) expect(title.length).toBeLessThanOrEqual(20);
  });

  it('links and calls as template buttons, short numbers as words', async () => {
    await world.say('Cần giúp ngay?', [
      { type: 'call', title: 'Gọi 113', value: '113' },
      { type: 'call', title: 'Gọi công an xã', value: '0258 3123 456' },
      { type: 'openUrl', title: 'Cổng cảnh báo', value: 'https://example.vn/' },
    ]);
    const shown = world.sandbox.transcript(RESIDENT).at(-1)!;
    expect(shown.text).toBe('Cần giúp ngay?\n\nGọi 113');
    expect(shown.buttons.map(({ kind, target }) => [kind, target])).toEqual([
      ['call', '+842583123456'],
      ['link', 'https://example.vn/'],
    ]);
  });

  it('a link beside many choices as a template with quick replies', async () => {
    const actions = [
      { type: 'openUrl', title: 'Cổng cảnh báo', value: 'https://example.vn/' },
      ...Array.from({ length: 4 }, (_, index) => ({ title: `Mục ${index}`, value: `m:${index}` })),
    ];
    expect((await world.say('Chọn mục', actions)).map(({ kind }) => kind)).toEqual(['sent']);
    const shown = world.sandbox.transcript(RESIDENT).at(-1)!;
    expect([shown.buttons.length, shown.quickReplies.length]).toEqual([1, 4]);
    world.sandbox.tapButton(RESIDENT, shown.id, 3);
    expect(await understood(world)).toMatchObject([{ value: { action: 'm:2' } }]);
  });

  it('cards as a carousel when they fit, else one by one', async () => {
    const card = (title: string, text: string) => ({
      contentType: 'application/vnd.microsoft.card.hero',
      content: { title, text, buttons: [{ type: 'postBack', title: 'Xem', value: `see:${title}` }] },
    });
    const before = world.sandbox.transcript(RESIDENT).length;
    await world.show({
      attachmentLayout: 'carousel',
      attachments: [card('Một', 'ngắn'), card('Hai', 'ngắn')],
    });
    await world.show({
      attachmentLayout: 'carousel',
      attachments: [card('Một', 'dài '.repeat(50)), card('Hai', 'ngắn')],
    });
    const shown = world.sandbox.transcript(RESIDENT).slice(before);
    expect(shown.map(({ cards, buttons }) => [cards.length, buttons.length])).toEqual([
      [2, 0],
      [0, 1],
      [0, 1],
    ]);
    world.sandbox.tapButton(RESIDENT, shown[0]!.id, 1);
    expect(await understood(world)).toMatchObject([{ text: 'Xem', value: { action: 'see:Hai' } }]);
  });

  it.each([
    ['image/png', 'qr.png', 'image'],
    ['audio/mpeg', 'loi-nhan.mp3', 'audio'],
    ['video/mp4', 'huong-dan.mp4', 'video'],
    ['application/pdf', 'huong-dan.pdf', 'file'],
  ])('%s of ours by upload, and one at an address by that', async (contentType, name, kind) => {
    const contentUrl = `data:${contentType};base64,${Buffer.from('bytes').toString('base64')}`;
    const address = `https://example.vn/${name}`;
    const attachments = [
      { contentType, contentUrl, name },
      { contentType, contentUrl: address, name },
    ];
    expect(await world.show({ attachments })).toMatchObject([{ kind: 'sent' }, { kind: 'sent' }]);
    const [ours, theirs] = world.sandbox.transcript(RESIDENT).slice(-2);
    expect(ours?.media).toMatchObject({ kind, name });
    expect(await (await fetch(ours?.media?.url ?? '')).text()).toBe('bytes');
    expect(theirs?.media).toMatchObject({ kind, url: address });
  });

  it('a sign of typing', async () => {
    const seen: boolean[] = [];
    world.sandbox.subscribeTyping(({ isTyping }) => seen.push(isTyping));
    await world.channel.showBusy?.(RESIDENT);
    expect(seen).toEqual([true]);
    expect(world.sandbox.counts.markedSeen).toBe(1);
  });
});
