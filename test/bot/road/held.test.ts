import { beforeEach, describe, expect, it } from '@jest/globals';
import type { SendOutcome } from '../../../adapters/channel.ts';
import { createWaitingMessages } from '../../../bot/road/waiting-messages.ts';
import { repeat, roadsOfEachTest, said, type TestRoad } from '../../support/road.ts';
import { createToyChannel, type ToyChannel } from '../../support/toy-channel.ts';
import { until } from '../../support/until.ts';

const ON = new Set(['zalo'] as const);
const DAY_MS = 86_400_000;
const address = { channel: 'zalo', accountId: 'account', userId: 'u1' } as const;
const CLOSED: SendOutcome = { kind: 'window-closed', code: '-230' };

/** A door that is opened once. */
function createGate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  return { open, opened };
}

describe('A message that the window keeps back', () => {
  const roads = roadsOfEachTest();
  let now: Date;
  beforeEach(() => {
    now = new Date();
  });

  const open = (toy: ToyChannel, converse = repeat): Promise<TestRoad> =>
    roads.open(converse, { toy, now: () => now });
  const officerWrites = ({ road }: TestRoad, text: string) =>
    road.transact((work) => {
      work.outbox.queue({ address, text, author: 'officer', report: null });
      return Promise.resolve();
    });
  const held = ({ collections }: TestRoad, count: number) =>
    until('it waits', async () => (await collections.outbox.countDocuments({ status: 'held' })) === count);
  const texts = ({ sent }: ToyChannel) => sent.map(({ text }) => text);

  it('goes out at once when the resident wrote while the platform was refusing it', async () => {
    const toy = createToyChannel();
    const asked = createGate();
    const refuse = createGate();
    let tries = 0;
    const slow: ToyChannel = {
      ...toy,
      send: async (request) => {
        tries += 1;
        if (tries > 1) return toy.send(request);
        asked.open();
        await refuse.opened;
        return CLOSED;
      },
    };
    const road = await open(slow);
    await road.receive(said('u1', 'một'));
    await asked.opened;
    await road.receive(said('u1', 'hai'));
    await until(
      'the second turn is done',
      async () => (await road.collections.inbox.countDocuments({ status: 'done' })) === 2,
    );
    refuse.open();
    await until('both answers', () => toy.sent.length === 2);
    expect(texts(toy)).toEqual(['nghe: một', 'nghe: hai']);
  });

  it('goes out with the answer of a turn that was under way when it began to wait', async () => {
    const toy = createToyChannel();
    const began = createGate();
    const goOn = createGate();
    const road = await open(toy, async (context) => {
      if (context.activity.text === 'hai') {
        began.open();
        await goOn.opened;
      }
      await repeat(context);
    });
    await road.receive(said('u1', 'một'));
    await until('answered', () => toy.sent.length === 1);
    await road.receive(said('u1', 'hai'));
    await began.opened;
    toy.outcomes.push(CLOSED);
    await officerWrites(road, 'tin của cán bộ');
    await held(road, 1);
    goOn.open();
    await until('both', () => toy.sent.length === 3);
    expect(texts(toy)).toEqual(['nghe: một', 'tin của cán bộ', 'nghe: hai']);
  });

  it('is tried once, not again and again, while the resident stays silent', async () => {
    const toy = createToyChannel();
    const road = await open(toy);
    await road.receive(said('u1', 'một'));
    await until('answered', () => toy.sent.length === 1);
    toy.outcomes.push(CLOSED);
    await officerWrites(road, 'tin của cán bộ');
    await held(road, 1);
    expect(toy.outcomes).toEqual([]);
    expect(texts(toy)).toEqual(['nghe: một']);
  });

  it('is no fault to staff where the window is closed, and one where the platform takes nothing', async () => {
    const toy = createToyChannel();
    const road = await open(toy);
    const messages = createWaitingMessages(road.collections.outbox, ON);
    await road.receive(said('u1', 'một'));
    await until('answered', () => toy.sent.length === 1);
    toy.outcomes.push(CLOSED);
    await officerWrites(road, 'tin của cán bộ');
    await held(road, 1);
    expect(await messages.count()).toEqual({ onTheWay: 0, channelOff: 0, forResident: 1, notTaken: 0 });
    toy.outcomes.push(
      ...Array.from({ length: 10 }, () => ({ kind: 'retry', afterMs: 0, code: '-32' }) as const),
    );
    await officerWrites(road, 'tin thứ hai');
    await held(road, 2);
    expect(await messages.count()).toEqual({ onTheWay: 0, channelOff: 0, forResident: 1, notTaken: 1 });
  });

  it('is counted for the officer who talks with this resident: their words alone, and those refused for good too', async () => {
    const toy = createToyChannel();
    const road = await open(toy);
    const messages = createWaitingMessages(road.collections.outbox, ON);
    await road.receive(said('u1', 'một'));
    await until('answered', () => toy.sent.length === 1);
    const lane = (await road.collections.outbox.findOne())?.lane ?? '';
    toy.outcomes.push(CLOSED);
    await officerWrites(road, 'tin của cán bộ');
    await held(road, 1);
    toy.outcomes.push({ kind: 'refused', code: '-213' });
    await officerWrites(road, 'tin thứ hai');
    await until('refused', async () => (await messages.toResident(lane, now)).notTaken === 1);
    expect(await messages.toResident(lane, now)).toEqual({
      onTheWay: 0,
      channelOff: 0,
      forResident: 1,
      notTaken: 1,
    });
    const none = { onTheWay: 0, channelOff: 0, forResident: 0, notTaken: 0 };
    expect(await messages.toResident(lane, new Date(now.getTime() + 60_000))).toEqual(none);
    expect(await messages.toResident('another lane', now)).toEqual(none);
  });

  it('waits for a resident who was silent so long that the conversation was forgotten', async () => {
    const toy = createToyChannel();
    const first = await open(toy);
    await first.receive(said('u1', 'một', { occurredAt: now }));
    await until('answered', () => toy.sent.length === 1);
    toy.windowIs = 'closed';
    await officerWrites(first, 'trước khi quên');
    await held(first, 1);
    await first.road.stop();
    now = new Date(now.getTime() + 91 * DAY_MS);
    const second = await open(toy);
    const { conversations } = second.collections;
    await until('forgotten', async () => (await conversations.countDocuments()) === 0);
    await officerWrites(second, 'sau khi quên');
    await held(second, 2);
    toy.windowIs = 'open';
    await second.receive(said('u1', 'hai', { occurredAt: now }));
    await until('all', () => toy.sent.length === 4);
    expect(texts(toy)).toEqual(['nghe: một', 'trước khi quên', 'sau khi quên', 'nghe: hai']);
  });
});
