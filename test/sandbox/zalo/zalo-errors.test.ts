import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { openZaloWorld, RESIDENT } from './zalo-world.ts';
import type { ZaloWorld } from './zalo-world.ts';
import { sendTroubles } from '../platform/send-troubles.ts';

const HOUR_MS = 3_600_000;
let world: ZaloWorld;
beforeEach(async () => {
  world = await openZaloWorld();
  world.sandbox.sendText(RESIDENT, 'Xin chào');
  await world.sandbox.deliveries.settled();
});
afterEach(() => world.close());

const sendBody = (body: unknown) =>
  world.channel.send({ userId: RESIDENT, message: { body }, outboxId: 'o', author: 'bot', window: 'open' });
const shown = () => world.sandbox.transcript(RESIDENT).filter(({ from }) => from === 'account');

describe('what Zalo answers to a message', () => {
  it.each([
    ['-32', 'retry'],
    ['-100', 'refused'],
    ['-200', 'unknown'],
    ['-201', 'refused'],
    ['-204', 'channel-down'],
    ['-205', 'channel-down'],
    ['-208', 'refused'],
    ['-209', 'channel-down'],
    ['-210', 'refused'],
    ['-211', 'channel-down'],
    ['-212', 'channel-down'],
    ['-213', 'unreachable'],
    ['-214', 'retry'],
    ['-217', 'unreachable'],
    ['-218', 'retry'],
    ['-219', 'channel-down'],
    ['-221', 'channel-down'],
    ['-223', 'channel-down'],
    ['-224', 'channel-down'],
    ['-227', 'unreachable'],
    ['-230', 'window-closed'],
    ['-232', 'window-closed'],
    ['-233', 'refused'],
    ['-234', 'retry'],
    ['-235', 'channel-down'],
    ['-237', 'refused'],
    ['-240', 'refused'],
    ['-242', 'channel-down'],
    ['-244', 'unreachable'],
    ['-248', 'refused'],
    ['-320', 'channel-down'],
    ['-321', 'channel-down'],
    ['-403', 'refused'],
    // said of tokens in the field; the documentation has them not
    ['216', 'channel-down'],
    ['401', 'channel-down'],
    ['-401', 'channel-down'],
    ['-777', 'refused'],
  ])('%s is %s', async (sendError, kind) => {
    world.sandbox.faults.change({ sendError });
    expect(await world.say('Chào bạn')).toEqual([expect.objectContaining({ kind, code: sendError })]);
    expect(shown()).toEqual([]);
  });

  sendTroubles(RESIDENT, (channel) => openZaloWorld({}, channel));

  it('every call proves that it comes from the app, where that is switched on', async () => {
    const proving = { appSecretProof: true };
    const strict = await openZaloWorld({ requireProof: true }, proving);
    strict.sandbox.sendText(RESIDENT, 'Xin chào');
    expect(await strict.say('Chào bạn')).toMatchObject([{ kind: 'sent' }]);
    await strict.close();
    const other = await openZaloWorld({ requireProof: true, appSecret: 'another' }, proving);
    other.sandbox.sendText(RESIDENT, 'Xin chào');
    expect(await other.say('Chào bạn')).toMatchObject([{ kind: 'channel-down', code: '-242' }]);
    await other.close();
    const without = await openZaloWorld({ requireProof: true });
    without.sandbox.sendText(RESIDENT, 'Xin chào');
    expect(await without.say('Chào bạn')).toMatchObject([{ kind: 'channel-down', code: '-242' }]);
    await without.close();
  });

  it('what Zalo says is left of the quota is known, and nothing is made up where it does not', async () => {
    expect(world.channel.quota()).toBeNull();
    await world.say('Chào bạn');
    expect(world.channel.quota()).toEqual({ type: 'reply', remaining: 8, total: 8 });
  });

  it('too many calls in one minute wait for the next', async () => {
    await world.close();
    const start = new Date('2026-11-22T03:00:20Z');
    world = await openZaloWorld({ callsPerMinute: 2, clock: () => start });
    world.sandbox.sendText(RESIDENT, 'Xin chào');
    await world.say('Một');
    await world.say('Hai');
    const [third] = await world.say('Ba');
    expect(third).toMatchObject({ kind: 'retry', code: '-32' });
    const afterMs = third?.kind === 'retry' ? third.afterMs : 0;
    expect(afterMs).toBeGreaterThanOrEqual(40_000);
    expect(afterMs).toBeLessThan(45_000);
    world.sandbox.clock.advance(afterMs);
    expect(await world.say('Ba')).toMatchObject([{ kind: 'sent' }]);
  });

  it('messages stay free for 48 hours, are billed for 7 days and then refused', async () => {
    await world.say('Một');
    world.sandbox.clock.advance(49 * HOUR_MS);
    expect(await world.say('Hai')).toMatchObject([{ kind: 'sent' }]);
    expect(world.sandbox.counts.billed).toBe(1);
    world.sandbox.clock.advance(6 * 24 * HOUR_MS);
    expect(await world.say('Ba')).toEqual([{ kind: 'window-closed', code: '-230' }]);
    world.sandbox.sendText(RESIDENT, 'Tôi đây');
    expect(await world.say('Bốn')).toMatchObject([{ kind: 'sent' }]);
  });

  it('one who never wrote cannot be written to', async () => {
    const message = world.channel.render({ text: 'Chào bạn' })[0]!;
    const request = { userId: '1', message, outboxId: 'o', author: 'bot', window: 'open' } as const;
    expect(await world.channel.send(request)).toEqual({ kind: 'refused', code: '-201' });
  });

  it('our own clock agrees with the window', () => {
    const last = new Date('2026-11-22T00:00:00Z');
    const at = (hours: number) => world.channel.window(last, new Date(last.getTime() + hours * HOUR_MS));
    expect([at(47.9), at(48.1), at(167.9), at(168.1)]).toEqual([
      'open',
      'officer-only',
      'officer-only',
      'closed',
    ]);
  });
});

describe('the limits of Zalo', () => {
  it.each([
    [{ text: 'ă'.repeat(2001) }, '-210'],
    [{ text: 'ă'.repeat(2000) }, null],
    [{}, '-201'],
    [buttons(6), '-201'],
    [buttons(5), null],
    [buttons(1, 'ă'.repeat(101)), '-201'],
    [buttons(1, 'ă'.repeat(100)), null],
    [buttons(1, 'x', 'p'.repeat(1001)), '-210'],
    [buttons(1, 'x', 'p'.repeat(1000)), null],
    [{ attachment: { type: 'file', payload: { token: 'no such upload' } } }, '-100'],
  ])('%#: a message of its own form is judged as documented', async (message, code) => {
    const outcome = await sendBody({ message });
    expect(outcome).toMatchObject(code === null ? { kind: 'sent' } : { kind: 'refused', code });
  });

  function buttons(count: number, title = 'Báo tin', payload = 'p') {
    const button = { title, type: 'oa.query.hide', payload };
    return {
      text: 'Chọn',
      attachment: { type: 'template', payload: { buttons: Array.from({ length: count }, () => button) } },
    };
  }
});

describe('pictures and files of ours', () => {
  const attach = async (contentType: string, bytes: Buffer, name: string) => {
    const contentUrl = `data:${contentType};base64,${bytes.toString('base64')}`;
    const messages = world.channel.render({ attachments: [{ contentType, contentUrl, name }] });
    const outcomes = [];
    for (const { body } of messages) outcomes.push(await sendBody(body));
    return outcomes;
  };

  it('a picture above 1 MB is made smaller and arrives', async () => {
    const side = 700;
    const noise = Buffer.from(Array.from({ length: side * side * 3 }, (_, index) => (index * 7919) % 251));
    const png = await sharp(noise, { raw: { width: side, height: side, channels: 3 } })
      .png({ compressionLevel: 0 })
      .toBuffer();
    expect(png.length).toBeGreaterThan(1024 * 1024);
    expect(await attach('image/png', png, 'so-do.png')).toMatchObject([{ kind: 'sent' }]);
    const media = shown()[0]?.media;
    expect(media).toMatchObject({ kind: 'image', name: 'so-do.jpg' });
    expect(media?.sizeBytes).toBeLessThanOrEqual(1024 * 1024);
    const fetched = await sharp(Buffer.from(await (await fetch(media?.url ?? '')).arrayBuffer())).metadata();
    expect(fetched.format).toBe('jpeg');
  });

  it('a picture that is none is refused without a call', async () => {
    expect(await attach('image/png', Buffer.from('not a picture'), 'x.png')).toEqual([
      { kind: 'refused', code: 'unreadable-image' },
    ]);
  });

  it('a document goes by upload, what Zalo does not take is named', async () => {
    expect(await attach('application/pdf', Buffer.from('%PDF-1.7'), 'huong-dan.pdf')).toMatchObject([
      { kind: 'sent' },
    ]);
    expect(await attach('video/mp4', Buffer.from('x'), 'phim.mp4')).toMatchObject([{ kind: 'sent' }]);
    expect(shown().map(({ text, media }) => [text, media?.name])).toEqual([
      ['', 'huong-dan.pdf'],
      ['phim.mp4', undefined],
    ]);
  });

  it('a document above 5 MB is refused', async () => {
    expect(await attach('application/pdf', Buffer.alloc(5 * 1024 * 1024 + 1), 'to.pdf')).toEqual([
      { kind: 'refused', code: '-210' },
    ]);
  });

  it('a picture at an address is sent as one', async () => {
    const attachment = { contentType: 'image/jpeg', contentUrl: 'https://example.vn/a.jpg', name: 'a.jpg' };
    const [message] = world.channel.render({ text: 'Sơ đồ', attachments: [attachment] });
    expect(await sendBody(message?.body)).toMatchObject({ kind: 'sent' });
    expect(shown()[0]?.media).toMatchObject({ kind: 'image', url: 'https://example.vn/a.jpg' });
  });
});

describe('an echo without our mark', () => {
  it('is known by its words', async () => {
    await world.say('Chào bạn');
    await world.say('Bạn cần gì?', [{ title: 'Báo tin', value: 'a' }]);
    await world.sandbox.deliveries.settled();
    const echoes = world.http.events.filter(({ kind }) => kind === 'echo').map(({ payload }) => payload);
    const messages = ['Chào bạn', 'Bạn cần gì?', 'Khác'].map((text) => world.channel.render({ text })[0]!);
    const matches = messages.map((message) => echoes.map((echo) => world.channel.isEchoOf?.(message, echo)));
    expect(matches).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });
});
