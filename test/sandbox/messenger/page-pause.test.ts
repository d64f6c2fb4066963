import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { SendOutcome } from '../../../adapters/channel.ts';
import { createMessengerChannel } from '../../../adapters/messenger/index.ts';
import { createPagePause } from '../../../adapters/messenger/page-pause.ts';
import { messengerOptions } from '../../adapters/messenger/messenger-wire.ts';
import { startPlatformStandIn } from '../../contracts/platform-stand-in.ts';
import { openMessengerWorld, RESIDENT } from './messenger-world.ts';
import type { MessengerWorld } from './messenger-world.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const RESTRICTED = '10/1893063';

describe('A Page that Meta keeps from sending', () => {
  let world: MessengerWorld;
  beforeEach(async () => {
    world = await openMessengerWorld();
    world.sandbox.sendText(RESIDENT, 'Xin chào');
    await world.sandbox.deliveries.settled();
  });
  afterEach(() => world.close());

  const shown = () => world.sandbox.transcript(RESIDENT).filter(({ from }) => from === 'account').length;
  const restrict = async (sendError: string) => {
    world.sandbox.faults.change({ sendError });
    await world.say('Một');
    world.sandbox.faults.change({ sendError: null });
  };

  it.each(['613/2018338', RESTRICTED, '368'])(
    'after %s nothing is sent for an hour, to nobody',
    async (code) => {
      await restrict(code);
      expect(await world.say('Hai')).toEqual([{ kind: 'channel-down', code }]);
      world.sandbox.clock.advance(HOUR_MS - 1_000);
      expect(await world.say('Ba')).toEqual([{ kind: 'channel-down', code }]);
      expect(shown()).toBe(0);
    },
  );

  it('is said with the moment of the next try, and no longer when a message went through', async () => {
    expect(world.channel.pause()).toBeNull();
    const before = world.sandbox.clock.now().getTime();
    await restrict(RESTRICTED);
    const pause = world.channel.pause();
    expect(pause?.code).toBe(RESTRICTED);
    expect(pause?.until.getTime()).toBeGreaterThanOrEqual(before + HOUR_MS);
    world.sandbox.clock.advance(HOUR_MS);
    expect(await world.say('Hai')).toMatchObject([{ kind: 'sent' }]);
    expect(world.channel.pause()).toBeNull();
    expect(await world.say('Ba')).toMatchObject([{ kind: 'sent' }]);
  });

  it('after the hour one message asks for all', async () => {
    await restrict(RESTRICTED);
    world.sandbox.clock.advance(HOUR_MS);
    world.sandbox.faults.change({ sendTrouble: 'broken' });
    const trial = world.say('Hai');
    expect(await world.say('Ba')).toEqual([{ kind: 'channel-down', code: RESTRICTED }]);
    await trial;
    world.sandbox.faults.change({ sendTrouble: 'none' });
    expect(await world.say('Bốn')).toEqual([{ kind: 'channel-down', code: RESTRICTED }]);
    world.sandbox.clock.advance(2 * MINUTE_MS);
    expect(await world.say('Năm')).toMatchObject([{ kind: 'sent' }]);
  });

  it('a message that was on its way before does not end it', async () => {
    const pause = createPagePause(() => world.sandbox.clock.now());
    let finish: (outcome: SendOutcome) => void = () => undefined;
    const slow = pause.guard(() => new Promise((resolve) => (finish = resolve)));
    await pause.guard(() => Promise.resolve({ kind: 'channel-down', code: RESTRICTED }));
    finish({ kind: 'sent', platformMessageId: 'm1' });
    expect(await slow).toMatchObject({ kind: 'sent' });
    expect(pause.current()?.code).toBe(RESTRICTED);
  });

  it('a program that starts anew asks at once', async () => {
    await restrict(RESTRICTED);
    const anew = createMessengerChannel(messengerOptions({ graphUrl: world.http.platformUrl }));
    const message = anew.render({ text: 'Hai' })[0]!;
    const request = { userId: RESIDENT, message, outboxId: 'o', author: 'bot', window: 'open' } as const;
    expect(await anew.send(request)).toMatchObject({ kind: 'sent' });
  });

  it('no other error stops more than its own message', async () => {
    await restrict('200');
    expect(world.channel.pause()).toBeNull();
    expect(await world.say('Hai')).toMatchObject([{ kind: 'sent' }]);
  });

  it('shows nobody a sign of typing meanwhile', async () => {
    const standIn = await startPlatformStandIn();
    standIn.answer = { status: 400, body: JSON.stringify({ error: { code: 368, message: 'blocked' } }) };
    const channel = createMessengerChannel(messengerOptions({ graphUrl: standIn.url }));
    const message = channel.render({ text: 'x' })[0]!;
    await channel.send({ userId: RESIDENT, message, outboxId: 'o', author: 'bot', window: 'open' });
    await channel.showBusy?.(RESIDENT);
    expect(standIn.calls).toHaveLength(1);
    await standIn.close();
  });
});
