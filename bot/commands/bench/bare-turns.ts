import type { Db, MongoClient } from 'mongodb';
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
  };
}

function bareName(collection: string): string {
  return `bare-${collection}`;
}

/**
 * The same documents written again as a program without a road would: `whole` stores the event, ends the turn in one
 * transaction (state, messages, event done) and marks each message as sent; `transaction` does the middle alone.
 */
export async function writeBare(
  client: MongoClient,
  { inbox, conversations, outbox }: RoadCollections,
  turns: readonly TurnDocuments[],
  options: { readonly extent: 'whole' | 'transaction'; readonly inFlight: number },
): Promise<LoadResult> {
  const isWhole = options.extent === 'whole';
  const asNew = (event: InboxDocument): InboxDocument => ({ ...event, status: 'waiting', expiresAt: null });
  const asUnsent = (row: OutboxDocument): OutboxDocument => ({ ...row, status: 'waiting', sentAt: null });
  await conversations.deleteMany({});
  await inbox.deleteMany({});
  await outbox.deleteMany({});
  for (let from = 0; from < turns.length; from += AT_ONCE) {
    const some = turns.slice(from, from + AT_ONCE);
    await conversations.insertMany(some.map(({ conversation }) => conversation));
    if (!isWhole) await inbox.insertMany(some.map(({ event }) => asNew(event)));
  }
  return applyLoad(turns.length, options.inFlight, async (index) => {
    const turn = turns[index];
    if (turn === undefined) return false;
    const { event, conversation, rows } = turn;
    const { _id, sealed, lastUserActionAt, lastOrder, expiresAt } = conversation;
    const state = { sealed, lastUserActionAt, lastOrder, expiresAt, owner: null, leaseUntil: FREE };
    const end = { status: event.status, failure: null, expiresAt: event.expiresAt };
    if (isWhole) await inbox.insertOne(asNew(event));
    await client.withSession((session) =>
      session.withTransaction(async () => {
        await conversations.updateOne({ _id }, { $set: state }, { session });
        if (rows.length > 0) await outbox.insertMany(rows.map(asUnsent), { session });
        await inbox.updateOne({ _id: event._id, status: 'waiting' }, { $set: end }, { session });
      }),
    );
    if (!isWhole) return true;
    for (const { _id: rowId, sentAt, platformMessageId, expiresAt: rowEnds } of rows)
      await outbox.updateOne(
        { _id: rowId },
        { $set: { status: 'sent', sentAt, platformMessageId, expiresAt: rowEnds } },
      );
    return true;
  });
}
