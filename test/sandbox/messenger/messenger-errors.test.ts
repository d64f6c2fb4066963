import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startPlatformStandIn } from '../../contracts/platform-stand-in.ts';
import { messengerOptions } from '../../adapters/messenger/messenger-wire.ts';
import { createMessengerChannel } from '../../../adapters/messenger/index.ts';
import { openMessengerWorld, RESIDENT } from './messenger-world.ts';
import type { MessengerWorld } from './messenger-world.ts';
import { sendTroubles } from '../platform/send-troubles.ts';

const HOUR_MS = 3_600_000;
let world: MessengerWorld;
beforeEach(async () => {
  world = await openMessengerWorld();
  world.sandbox.sendText(RESIDENT, 'Xin chào');
  await world.sandbox.deliveries.settled();
});
afterEach(() => world.close());

const sendBody = (body: unknown, window: 'open' | 'officer-only' = 'open') => {
  const author = window === 'open' ? 'bot' : 'officer';
  return world.channel.send({ userId: RESIDENT, message: { body }, outboxId: 'o', author, window });
};
const shown = () => world.sandbox.transcript(RESIDENT).filter(({ from }) => from === 'account');

describe('what Meta answers to a message', () => {
  it.each([
    ['1', 'unknown'],
    ['1/1357046', 'unknown'],
    ['2', 'unknown'],
    ['4', 'retry'],
    ['17', 'retry'],
    ['32', 'retry'],
    ['613', 'retry'],
    ['613/2018338', 'channel-down'],
    ['80006', 'retry'],
    ['10/2018278', 'window-closed'],
    ['10/2534022', 'window-closed'],
    ['10/2018065', 'window-closed'],
    ['10/2018108', 'unreachable'],
    ['10/1893063', 'channel-down'],
    ['10', 'channel-down'],
    ['10/99', 'channel-down'],
    ['200', 'channel-down'],
    ['200/2018028', 'channel-down'],
    ['200/1545041', 'unreachable'],
    ['100', 'refused'],
    ['100/2018001', 'unreachable'],
    ['100/1893061', 'refused'],
    ['100/2018008', 'retry'],
    ['100/2018047', 'refused'],
    ['100/2018109', 'refused'],
    ['100/2018294', 'refused'],
    ['100/2018074', 'refused'],
    ['100/2018014', 'refused'],
    ['100/2534037', 'refused'],
    ['2018300', 'refused'],
    ['2018321', 'retry'],
    ['190', 'channel-down'],
    ['190/463', 'channel-down'],
    ['368', 'channel-down'],
    ['551', 'unreachable'],
    ['551/1545041', 'unreachable'],
    ['2022', 'refused'],
    ['9000001', 'refused'],
    ['777777', 'refused'],
  ])('%s is %s', async (sendError, kind) => {
    world.sandbox.faults.change({ sendError });
    expect(await world.say('Chào bạn')).toEqual([expect.objectContaining({ kind, code: sendError })]);
    expect(shown()).toEqual([]);
  });

  sendTroubles(RESIDENT, (channel) => openMessengerWorld({}, channel));

  it('a message whose answer was lost is known by its echo', async () => {
    world.sandbox.faults.change({ sendTrouble: 'lost-answer' });
    await world.say('Chào bạn');
    await world.sandbox.deliveries.settled();
    const echoes = world.http.events.filter(({ kind }) => kind === 'echo');
    expect(echoes).toMatchObject([{ echo: { outboxId: 'outbox-0', platformMessageId: shown()[0]?.id } }]);
  });

  it('a call goes to the version that is configured, with token and proof where no log shows them', async () => {
    const standIn = await startPlatformStandIn();
    const options = messengerOptions({ graphUrl: standIn.url, graphVersion: 'v26.0' });
    const channel = createMessengerChannel(options);
    const message = channel.render({ text: 'x' })[0]!;
    await channel.send({ userId: RESIDENT, message, outboxId: 'o', author: 'bot', window: 'open' });
    const [call] = standIn.calls;
    expect(call?.path).toMatch(/^\/v26\.0\/\d+\/messages\?appsecret_proof=[0-9a-f]{64}$/u);
    expect(call?.headers.authorization).toBe(`Bearer ${options.pageAccessToken}`);
    await standIn.close();
  });

  it('the usage header says how long to wait', async () => {
    const standIn = await startPlatformStandIn();
    standIn.answer = {
      status: 400,
      body: JSON.stringify({ error: { code: 80_006, message: 'slow down' } }),
      headers: {
        'x-business-use-case-usage': '{"1":[{"type":"messenger","estimated_time_to_regain_access":7}]}',
      },
    };
    const channel = createMessengerChannel(messengerOptions({ graphUrl: standIn.url }));
    const message = channel.render({ text: 'x' })[0]!;
    const request = { userId: RESIDENT, message, outboxId: 'o', author: 'bot', window: 'open' } as const;
    const outcome = await channel.send(request);
    expect(outcome).toMatchObject({ kind: 'retry', code: '80006' });
    const afterMs = outcome.kind === 'retry' ? outcome.afterMs : 0;
    expect(Math.floor(afterMs / 60_000)).toBe(7);
    await standIn.close();
  });

  it('a wrong token stops the channel, a missing proof of the secret is refused', async () => {
    const wrong = { ...messengerOptions({ graphUrl: world.http.platformUrl }), pageAccessToken: 'wrong' };
    const request = {
      userId: RESIDENT,
      message: world.channel.render({ text: 'x' })[0]!,
      outboxId: 'o',
      author: 'bot',
      window: 'open',
    } as const;
    expect(await createMessengerChannel(wrong).send(request)).toEqual({
      kind: 'channel-down',
      code: '190/463',
    });
    const foreign = createMessengerChannel({
      ...wrong,
      pageAccessToken: messengerOptions().pageAccessToken,
      appSecret: 'x',
    });
    expect(await foreign.send(request)).toEqual({ kind: 'refused', code: '100' });
  });

  it('one who blocked the Page is unreachable, one who never wrote too', async () => {
    world.sandbox.block(RESIDENT);
    expect(await world.say('Chào bạn')).toEqual([{ kind: 'unreachable', code: '551/1545041' }]);
    expect(await world.say('Chào bạn', [], { userId: '1' })).toEqual([
      { kind: 'unreachable', code: '100/2018001' },
    ]);
  });

  it('a thread of another app is left to it', async () => {
    world.sandbox.setOwner(RESIDENT, '263902037430900');
    expect(await world.say('Chào bạn')).toEqual([{ kind: 'refused', code: '100/2018300' }]);
  });
});

describe('the window of Messenger', () => {
  it('is 24 hours for the bot and 7 days for what an officer typed', async () => {
    world.sandbox.clock.advance(25 * HOUR_MS);
    expect(await world.say('Một')).toEqual([{ kind: 'window-closed', code: '10/2018278' }]);
    const officer = { author: 'officer', window: 'officer-only' } as const;
    expect(await world.say('Hai', [], officer)).toMatchObject([{ kind: 'sent' }]);
    expect(world.sandbox.counts.humanAgent).toBe(1);
    world.sandbox.clock.advance(7 * 24 * HOUR_MS);
    expect(await world.say('Ba', [], officer)).toEqual([{ kind: 'window-closed', code: '10/2018278' }]);
  });

  it('never lets the bot use the tag of a person', async () => {
    const bot = { author: 'bot', window: 'officer-only' } as const;
    expect(await world.say('Một', [], bot)).toEqual([{ kind: 'window-closed', code: 'own-rule' }]);
  });

  it('inside 24 hours an officer writes without a tag', async () => {
    expect(await world.say('Một', [], { author: 'officer' })).toMatchObject([{ kind: 'sent' }]);
    expect(world.sandbox.counts.humanAgent).toBe(0);
  });

  it('our own clock agrees', () => {
    const last = new Date('2026-11-22T00:00:00Z');
    const at = (hours: number) => world.channel.window(last, new Date(last.getTime() + hours * HOUR_MS));
    expect([at(23.9), at(24.1), at(167.9), at(168.1)]).toEqual([
      'open',
      'officer-only',
      'officer-only',
      'closed',
    ]);
    const without = createMessengerChannel(messengerOptions({ humanAgentDays: 0 }));
    expect(without.window(last, new Date(last.getTime() + 25 * HOUR_MS))).toBe('closed');
  });
});

describe('the limits of Messenger', () => {
  const reply = (title = 'Có', payload = 'p') => ({ content_type: 'text', title, payload });
  const button = (title = 'Xem', payload = 'p') => ({ type: 'postback', title, payload });
  const template = (text: string, buttons: unknown[]) => ({
    attachment: { type: 'template', payload: { template_type: 'button', text, buttons } },
  });
  const many = <T>(count: number, value: T): T[] => Array.from({ length: count }, () => value);

  it.each([
    [{ text: 'ă'.repeat(2000) }, '100'],
    [{ text: 'ă'.repeat(1999) }, null],
    [{ text: '' }, '100'],
    [{}, '100'],
    [{ text: 'x', quick_replies: many(14, reply()) }, '100'],
    [{ text: 'x', quick_replies: many(13, reply('ă'.repeat(20))) }, null],
    [{ text: 'x', quick_replies: [reply('ă'.repeat(21))] }, '100'],
    [{ text: 'x', quick_replies: [reply('x', 'p'.repeat(1001))] }, '100'],
    [template('x'.repeat(640), many(3, button('ă'.repeat(20)))), null],
    [template('x'.repeat(641), [button()]), '100'],
    [template('x', many(4, button())), '100'],
    [template('x', []), '100'],
    [template('x', [button('ă'.repeat(21))]), '100'],
    [template('x', [{ type: 'phone_number', title: 'Gọi', payload: '113' }]), '100'],
    [template('x', [{ type: 'phone_number', title: 'Gọi', payload: '+842583123456' }]), null],
    [{ attachment: { type: 'image', payload: { attachment_id: 'none' } } }, '100/2018074'],
  ])('%#: a message of its own form is judged as documented', async (message, code) => {
    expect(await sendBody({ message })).toMatchObject(
      code === null ? { kind: 'sent' } : { kind: 'refused', code },
    );
  });
});
