import { randomUUID } from 'node:crypto';
import { ConversationState, type TurnContext } from 'botbuilder-core';
import type { Channel, InboundEvent } from '../../../adapters/channel.ts';
import type { FieldCipher } from '../../../adapters/mongo/field-cipher.ts';
import { ZaloAdapter } from '../../../adapters/zalo/adapter.ts';
import { createMetrics } from '../../metrics.ts';
import { createRoad } from '../../road/compose-road.ts';
import { createLaneStorage } from '../../road/lane-storage.ts';
import { createUuidV7 } from '../../uuid-v7.ts';
import type { BenchParts } from './bench-parts.ts';

/** What a conversation in the middle of a report keeps. */
const STATE_BYTES = 1_000;
export const ACCOUNT_ID = 'bench';
const quiet = (): void => undefined;

export interface BenchRoad {
  /** Stores one event from each resident, then works them; turns a second from the first to the last message sent. */
  work(residents: readonly number[]): Promise<number>;
  /** Stores one event from each resident and wakes nobody. */
  store(residents: readonly number[]): Promise<void>;
  /** Resolves when so many more messages are sent; turns a second until then. */
  untilSent(count: number): Promise<number>;
  stop(): Promise<void>;
}

/** A road with the smallest dialog, on a channel whose platform takes everything at once: what is measured is our side. */
export async function openBenchRoad(
  parts: Pick<BenchParts, 'client' | 'db'>,
  cipher: FieldCipher,
): Promise<BenchRoad> {
  let unsent = 0;
  let allSent = quiet;
  const onSent = (): void => {
    unsent -= 1;
    if (unsent === 0) allSent();
  };
  const storage = createLaneStorage();
  const state = new ConversationState(storage);
  const memory = state.createProperty<{ count: number; draft: string }>('memory');
  const clock = (): Date => new Date();
  const channel = instantChannel(onSent);
  const render: Channel['render'] = (activity) => channel.render(activity);
  const road = createRoad({
    client: parts.client,
    db: parts.db,
    cipher,
    channels: new Map([['zalo', channel]]),
    wireForms: { zalo: render, messenger: render },
    storage,
    converse: async (context: TurnContext) => {
      const kept = await memory.get(context, { count: 0, draft: 'x'.repeat(STATE_BYTES) });
      kept.count += 1;
      await context.sendActivity('xin chào');
      await state.saveChanges(context);
    },
    calm: (saved) => saved,
    apology: '',
    intakeEvidence: () => Promise.resolve([]),
    clock,
    newId: createUuidV7(clock),
    processId: randomUUID(),
    log: { error: quiet, warn: quiet, info: quiet, debug: quiet },
    metrics: createMetrics(),
  });
  await road.start();
  const rateOf = (count: number, startedAt: number): number =>
    count / ((performance.now() - startedAt) / 1000);
  /** Counts from now on. */
  const sent = (count: number): Promise<void> => {
    unsent = count;
    return new Promise((resolve) => (allSent = resolve));
  };
  return {
    work: async (residents) => {
      // the road may find an event by itself before it is woken
      const done = sent(residents.length);
      const { lanes } = await road.inbox.store('zalo', residents.map(eventFrom));
      const startedAt = performance.now();
      for (const lane of lanes) road.wake(lane);
      await done;
      return rateOf(residents.length, startedAt);
    },
    store: async (residents) => {
      await road.inbox.store('zalo', residents.map(eventFrom));
    },
    untilSent: async (count) => {
      const startedAt = performance.now();
      await sent(count);
      return rateOf(count, startedAt);
    },
    stop: () => road.stop(),
  };
}

function instantChannel(onSent: () => void): Channel {
  return {
    name: 'zalo',
    adapter: new ZaloAdapter(),
    receive: () => ({ ok: false, reason: 'malformed' }),
    toActivity: () => ({ type: 'message', text: 'chào', from: { id: 'resident', name: '' } }),
    render: (activity) => [{ body: { text: activity.text ?? '' } }],
    send: () => {
      onSent();
      return Promise.resolve({ kind: 'sent', platformMessageId: randomUUID() });
    },
    window: () => 'open',
  };
}

function eventFrom(resident: number): InboundEvent {
  return {
    kind: 'message',
    name: 'bench',
    key: randomUUID(),
    from: { accountId: ACCOUNT_ID, userId: String(resident) },
    occurredAt: new Date(),
    echo: null,
    payload: { text: 'x'.repeat(200) },
  };
}
