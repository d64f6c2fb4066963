import { randomBytes, randomUUID } from 'node:crypto';
import { ConversationState, type TurnContext } from 'botbuilder-core';
import type { Db, MongoClient } from 'mongodb';
import type { Channel, InboundEvent } from '../../../adapters/channel.ts';
import { ensureIndexes } from '../../../adapters/mongo/ensure-indexes.ts';
import { createFieldCipher } from '../../../adapters/mongo/field-cipher.ts';
import { ZaloAdapter } from '../../../adapters/zalo/adapter.ts';
import { createMetrics } from '../../metrics.ts';
import { createRoad } from '../../road/compose-road.ts';
import { roadIndexes } from '../../road/documents.ts';
import { createLaneStorage } from '../../road/lane-storage.ts';
import { createUuidV7 } from '../../uuid-v7.ts';
import type { PrintBench } from './print.ts';

const TURNS = 1_500;
const RESIDENTS = 100;
const IN_FLIGHT = 16;
const quiet = (): void => undefined;

/** A channel whose platform takes everything at once: what is measured is our side. */
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

function events(): InboundEvent[] {
  return Array.from({ length: TURNS }, (_, index) => ({
    kind: 'message',
    name: 'bench',
    key: randomUUID(),
    from: { accountId: 'bench', userId: String(index % RESIDENTS) },
    occurredAt: new Date(Date.now() + index),
    echo: null,
    payload: {},
  }));
}

/** The same writes as a turn's (state, outbox row, inbox end) in one transaction through the driver alone. */
async function bareTransactions(client: MongoClient, db: Db): Promise<number> {
  const [state, outbox, inbox] = [db.collection<{ _id: string }>('bare-state'), db.collection('bare-outbox'), db.collection<{ _id: string }>('bare-inbox')]; // prettier-ignore
  const text = randomBytes(600).toString('base64');
  await inbox.insertMany(Array.from({ length: TURNS }, (_, index) => ({ _id: `e${index}`, text })));
  for (let resident = 0; resident < RESIDENTS; resident++) await state.insertOne({ _id: `r${resident}` });
  await outbox.insertOne({ text });
  let next = 0;
  const one = async (): Promise<void> => {
    for (let index = next++; index < TURNS; index = next++) {
      await client.withSession((session) =>
        session.withTransaction(async () => {
          await state.updateOne({ _id: `r${index % RESIDENTS}` }, { $set: { text } }, { session });
          await outbox.insertOne({ text }, { session });
          await inbox.updateOne({ _id: `e${index}` }, { $set: { status: 'done' } }, { session });
        }),
      );
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: IN_FLIGHT }, one));
  return TURNS / ((performance.now() - startedAt) / 1000);
}

/** Whole turns, from an event in the inbox to the platform's API called, against bare transactions of the same writes. */
export async function benchTurns(client: MongoClient, db: Db, print: PrintBench): Promise<void> {
  await ensureIndexes(db, roadIndexes);
  let sent = 0;
  let allSent: () => void = quiet;
  const done = new Promise<void>((resolve) => (allSent = resolve));
  const storage = createLaneStorage();
  const clock = (): Date => new Date();
  const state = new ConversationState(storage);
  const count = state.createProperty<number>('count');
  let turnMs = 0;
  const road = createRoad({
    client,
    db,
    cipher: createFieldCipher(randomBytes(32)),
    channels: new Map([['zalo', instantChannel(() => ++sent === TURNS && allSent())]]),
    storage,
    converse: async (context: TurnContext) => {
      const startedAt = performance.now();
      await count.set(context, (await count.get(context, 0)) + 1);
      await state.saveChanges(context);
      await context.sendActivity('xin chào');
      turnMs += performance.now() - startedAt;
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
  await road.inbox.store('zalo', events());
  const startedAt = performance.now();
  road.start();
  await done;
  const perSecond = TURNS / ((performance.now() - startedAt) / 1000);
  await road.stop();
  const bare = await bareTransactions(client, db);
  print('turns', perSecond, 'turns/s', bare);
  print('turn in Bot Framework and dialog', turnMs / TURNS, 'ms');
}
