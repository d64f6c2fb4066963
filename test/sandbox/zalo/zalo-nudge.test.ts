import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { NUDGE_TEMPLATE } from '../../../sandbox/zalo/index.ts';
import { openZaloWorld, RESIDENT } from './zalo-world.ts';
import type { ZaloWorld } from './zalo-world.ts';

const DAY_MS = 86_400_000;
const TEMPLATE_ID = '4711';
const nudgeOf = (templateId: string) => ({ templateId, unit: 'Công an xã Mẫu' });

let world: ZaloWorld;
beforeEach(async () => {
  world = await openZaloWorld(
    { templates: new Map([[TEMPLATE_ID, NUDGE_TEMPLATE]]), requireProof: true },
    { appSecretProof: true, nudge: nudgeOf(TEMPLATE_ID) },
  );
  world.sandbox.sendText(RESIDENT, 'Xin chào');
  await world.sandbox.deliveries.settled();
  world.sandbox.clock.advance(8 * DAY_MS);
});
afterEach(() => world.close());

const shown = () => world.sandbox.transcript(RESIDENT).filter(({ from }) => from === 'account');
const nudge = (channel = world.channel) => channel.nudge?.(RESIDENT);

describe('a template message of Zalo', () => {
  it('reaches the phone where words are refused, and says nothing but whose it is', async () => {
    expect(await world.say('Chào bạn')).toMatchObject([{ kind: 'window-closed' }]);
    expect(await nudge()).toEqual({ kind: 'sent', platformMessageId: shown()[0]?.id });
    expect(shown().map(({ text }) => text)).toEqual(['Công an xã Mẫu có tin mới cho bạn. Nhắn lại để xem.']);
    expect(world.sandbox.counts).toMatchObject({ sent: 1, billed: 1 });
  });

  it('is not there without an approved template', async () => {
    const plain = await openZaloWorld();
    expect(await nudge(plain.channel)).toBeUndefined();
    await plain.close();
  });

  it('renews a token that Zalo no longer takes, and goes out once', async () => {
    await nudge();
    world.sandbox.tokens.expireAccess();
    expect(await nudge()).toMatchObject({ kind: 'sent' });
    expect(shown()).toHaveLength(2);
  });

  it('is refused where the template is not approved', async () => {
    const other = world.secondChannel({ nudge: nudgeOf('9') });
    expect(await nudge(other)).toEqual({ kind: 'refused', code: '-109' });
    expect(shown()).toEqual([]);
  });

  it.each([
    ['-100', 'unknown'],
    ['-108', 'unreachable'],
    ['-115', 'channel-down'],
    ['-124', 'channel-down'],
    ['-133', 'retry'],
    ['-144', 'channel-down'],
    ['-32', 'retry'],
    ['-777', 'refused'],
  ])('%s is %s', async (sendError, kind) => {
    world.sandbox.faults.change({ sendError });
    expect(await nudge()).toMatchObject({ kind, code: sendError });
    expect(shown()).toEqual([]);
  });

  it.each([
    ['hang', 'timeout', 1],
    ['lost-answer', 'ECONNRESET', 2],
    ['busy', 'http-503', 1],
  ] as const)('the trouble "%s" leaves open whether it arrived', async (sendTrouble, code, arrived) => {
    // the first one renews the token
    await nudge();
    world.sandbox.faults.change({ sendTrouble });
    const channel = world.secondChannel(sendTrouble === 'hang' ? { timeoutMs: 300 } : {});
    expect(await nudge(channel)).toEqual({ kind: 'unknown', code });
    expect(shown()).toHaveLength(arrived);
  });
});
