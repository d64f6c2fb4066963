import { beforeEach, describe, expect, it } from '@jest/globals';
import { createWaitingMessages } from '../../../bot/road/waiting-messages.ts';
import { repeat, roadsOfEachTest, said, type TestRoad } from '../../support/road.ts';
import { createToyChannel, type ToyChannel } from '../../support/toy-channel.ts';
import { until } from '../../support/until.ts';

const MINUTE_MS = 60_000;
const address = { channel: 'zalo', accountId: 'account', userId: 'u1' } as const;

describe('What is written to a resident whose channel is switched off', () => {
  const roads = roadsOfEachTest();
  let now: Date;
  let toy: ToyChannel;
  beforeEach(() => {
    now = new Date();
    toy = createToyChannel();
  });

  const open = (isOff: boolean): Promise<TestRoad> => roads.open(repeat, { toy, now: () => now, isOff });
  const write = ({ road }: TestRoad, text: string, author: 'officer' | 'system') =>
    road.transact((work) => {
      work.outbox.queue({ address, text, author, report: null });
      return Promise.resolve();
    });
  const tried = ({ collections }: TestRoad) =>
    until(
      'it was tried',
      async () => (await collections.outbox.countDocuments({ failure: 'not-configured' })) === 1,
    );
  /** The channel's credentials are back, and the program was started anew. */
  const switchOn = async (off: TestRoad): Promise<TestRoad> => {
    await off.road.stop();
    now = new Date(now.getTime() + 5 * MINUTE_MS);
    return open(false);
  };

  it.each(['officer', 'system'] as const)(
    'is kept and goes out when the channel is there again: %s',
    async (author) => {
      const before = await open(false);
      await before.receive(said('u1', 'một', { occurredAt: now }));
      await until('answered', () => toy.sent.length === 1);
      await before.road.stop();
      const off = await open(true);
      await write(off, 'hai phần\n\ncả hai tới', author);
      await tried(off);
      expect(toy.sent.length).toBe(1);
      await switchOn(off);
      await until('the words', () => toy.sent.length === 3);
      expect(toy.sent.map(({ userId, text }) => [userId, text])).toEqual([
        ['u1', 'nghe: một'],
        ['u1', 'hai phần'],
        ['u1', 'cả hai tới'],
      ]);
    },
  );

  it('waits on for the resident where the window closed meanwhile', async () => {
    const off = await open(true);
    await write(off, 'tin của cán bộ', 'officer');
    await tried(off);
    toy.windowIs = 'closed';
    const on = await switchOn(off);
    await until(
      'it waits for them',
      async () => (await on.collections.outbox.countDocuments({ status: 'held' })) === 1,
    );
    toy.windowIs = 'open';
    await on.receive(said('u1', 'một', { occurredAt: now }));
    await until('both', () => toy.sent.length === 2);
    expect(toy.sent.map(({ text }) => text)).toEqual(['tin của cán bộ', 'nghe: một']);
  });

  it('is counted as waiting for the channel, not as on its way nor as arrived', async () => {
    const off = await open(true);
    const messages = createWaitingMessages(off.collections.outbox, new Set(['messenger']));
    await write(off, 'tin của cán bộ', 'officer');
    await write(off, 'trạng thái mới', 'system');
    const lane = (await off.collections.outbox.findOne())?.lane ?? '';
    const others = { onTheWay: 0, forResident: 0, notTaken: 0 };
    expect(await messages.count()).toEqual({ ...others, channelOff: 2 });
    expect(await messages.toResident(lane, new Date(0))).toEqual({ ...others, channelOff: 1 });
  });
});
