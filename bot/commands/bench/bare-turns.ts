import type { ClientSession, Db, MongoClient } from 'mongodb';
import { ensureIndexes } from '../../../adapters/mongo/ensure-indexes.ts';
import {
  FREE,
  roadCollections,
  roadIndexes,
  type ConversationDocument,
  type InboxDocument,
  type OutboxDocument,
  type RoadCollections,
} from '../../road/documents.ts';
import { applyLoad, type LoadResult } from './load.ts';

/** What one turn left in the database. */
export interface TurnDocuments {
  readonly event: InboxDocument;
  readonly conversation: ConversationDocument;
  readonly rows: readonly OutboxDocument[];
}

const AT_ONCE = 5_000;

/** The documents of the turns since `since`, in which each resident spoke once. */
export async function documentsOfTurns(db: Db, since: Date): Promise<TurnDocuments[]> {
  const { inbox, conversations, outbox } = roadCollections(db);
  const events = await inbox.find({ receivedAt: { $gte: since }, status: 'done' }).toArray();
  const rows = await outbox.find({ createdAt: { $gte: since } }).toArray();
  const lanes = events.map(({ lane }) => lane ?? '');
  const known = await conversations.find({ _id: { $in: lanes } }).toArray();
  const byLane = new Map(known.map((conversation) => [conversation._id, conversation]));
  return events.flatMap((event) => {
    const conversation = byLane.get(event.lane ?? '');
    if (conversation === undefined) return [];
    return [{ event, conversation, rows: rows.filter(({ lane }) => lane === event.lane) }];
  });
}

/** Collections of the same kind and with the same indexes, for writes through the driver alone. */
export async function openBareCollections(db: Db): Promise<RoadCollections> {
  await ensureIndexes(
    db,
    roadIndexes.map(({ collection, indexes }) => ({ collection: bareName(collection), indexes })),
  );
  return {
    inbox: db.collection(bareName('inbox'), { writeConcern: { w: 'majority', journal: true } }),
    conversations: db.collection(bareName('conversations')),
    outbox: db.collection(bareName('outbox')),
    processes: db.collection(bareName('processes')),
    channelCalls: db.collection(bareName('channel_calls')),
  };
}

function bareName(collection: string): string {
  return `bare-${collection}`;
}

/**
 * Which of a turn's writes are made bare. `commit`: the one transaction that ends it (state, messages, event done). `turn`:
 * all that a turn writes, from the stored event and the claim to the message marked as sent, in one transaction. `separate`:
 * the same without the claim, the event and the marks outside the transaction, as a program without lanes would.
 */
export type BareExtent = 'commit' | 'turn' | 'separate';

/** The same documents written again through the driver alone, one write a call. */
export async function writeBare(
  client: MongoClient,
  bare: RoadCollections,
  turns: readonly TurnDocuments[],
  options: { readonly extent: BareExtent; readonly inFlight: number },
): Promise<LoadResult> {
  const { extent, inFlight } = options;
  await prepare(bare, turns, extent === 'commit');
  const inTransaction = (act: (session: ClientSession) => Promise<void>) =>
    client.withSession((session) => session.withTransaction(act));
  return applyLoad(turns.length, inFlight, async (index) => {
    const turn = turns[index];
    if (turn === undefined) return false;
    const writes = writesOf(bare, turn);
    if (extent === 'separate') await writes.store();
    await inTransaction(async (session) => {
      if (extent === 'turn') {
        await writes.store(session);
        await writes.claim(session);
      }
      await writes.commit(session);
      if (extent === 'turn') await writes.mark(session);
    });
    if (extent === 'separate') await writes.mark();
    return true;
  });
}

async function prepare(
  { inbox, conversations, outbox }: RoadCollections,
  turns: readonly TurnDocuments[],
  withEvents: boolean,
): Promise<void> {
  await conversations.deleteMany({});
  await inbox.deleteMany({});
  await outbox.deleteMany({});
  for (let from = 0; from < turns.length; from += AT_ONCE) {
    const some = turns.slice(from, from + AT_ONCE);
    await conversations.insertMany(some.map(({ conversation }) => conversation));
    if (withEvents) await inbox.insertMany(some.map(({ event }) => asNew(event)));
  }
}

function asNew(event: InboxDocument): InboxDocument {
  return { ...event, status: 'waiting', expiresAt: null };
}

function writesOf({ inbox, conversations, outbox }: RoadCollections, turn: TurnDocuments) {
  const { event, conversation, rows } = turn;
  const { _id, sealed, lastUserActionAt, lastOrder, expiresAt } = conversation;
  const within = (session?: ClientSession) => (session === undefined ? {} : { session });
  return {
    store: async (session?: ClientSession) => {
      await inbox.insertOne(asNew(event), within(session));
    },
    claim: async (session: ClientSession) => {
      const lease = { owner: 'bare', leaseUntil: new Date() };
      await conversations.updateOne({ _id }, { $set: lease, $inc: { fence: 1 } }, { session });
    },
    commit: async (session: ClientSession) => {
      const state = { sealed, lastUserActionAt, lastOrder, expiresAt, owner: null, leaseUntil: FREE };
      const end = { status: event.status, failure: null, expiresAt: event.expiresAt };
      const unsent = rows.map((row) => ({ ...row, status: 'waiting' as const, sentAt: null }));
      await conversations.updateOne({ _id }, { $set: state }, { session });
      if (unsent.length > 0) await outbox.insertMany(unsent, { session });
      await inbox.updateOne({ _id: event._id, status: 'waiting' }, { $set: end }, { session });
    },
    mark: async (session?: ClientSession) => {
      for (const { _id: rowId, sentAt, platformMessageId, expiresAt: rowEnds } of rows) {
        const sent = { status: 'sent' as const, sentAt, platformMessageId, expiresAt: rowEnds };
        await outbox.updateOne({ _id: rowId }, { $set: sent }, within(session));
      }
    },
  };
}
