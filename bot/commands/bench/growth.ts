import { randomBytes, randomInt } from 'node:crypto';
import type { Collection, OptionalUnlessRequiredId } from 'mongodb';
import { ensureIndexes } from '../../../adapters/mongo/ensure-indexes.ts';
import { createFieldCipher, type FieldCipher } from '../../../adapters/mongo/field-cipher.ts';
import {
  FREE,
  RETENTION_MS,
  roadCollections,
  roadIndexes,
  type ConversationDocument,
  type InboxDocument,
  type OutboxDocument,
  type RoadCollections,
} from '../../road/documents.ts';
import { laneOf } from '../../road/sealing.ts';
import { createUuidV7 } from '../../uuid-v7.ts';
import type { BenchParts } from './bench-parts.ts';
import { ACCOUNT_ID, openBenchRoad, type BenchRoad } from './bench-road.ts';

const STEPS = [1_000, 100_000, 1_000_000] as const;
const TURNS = 1_000;
const ROUNDS = 5;
const AT_ONCE = 1_000;
const STORED_TEXT_BYTES = 500;

/** Turns a second with ever more conversations stored, each with an event and a message that are done. */
export async function benchGrowth(parts: BenchParts): Promise<void> {
  const { db, print } = parts;
  await ensureIndexes(db, roadIndexes);
  const cipher = createFieldCipher(randomBytes(32));
  const collections = roadCollections(db);
  const road = await openBenchRoad(parts, cipher);
  let stored = 0;
  let first: number | undefined;
  for (const step of STEPS) {
    for (; stored < step; stored += AT_ONCE) await storeTalks(collections, cipher, stored, AT_ONCE);
    const perSecond = await bestOf(road, step);
    print(`turns with ${step} conversations`, perSecond, 'turns/s', first);
    first ??= perSecond;
  }
  await road.stop();
}

/** Residents drawn from all that are stored; the best round counts. */
async function bestOf(road: BenchRoad, residents: number): Promise<number> {
  let found = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const drawn = new Set<number>();
    while (drawn.size < TURNS) drawn.add(randomInt(residents));
    found = Math.max(found, await road.work([...drawn]));
  }
  return found;
}

async function storeTalks(
  { conversations, inbox, outbox }: RoadCollections,
  cipher: FieldCipher,
  from: number,
  count: number,
): Promise<void> {
  const talks = Array.from({ length: count }, (_, index) => talk(cipher, from + index));
  await Promise.all([
    insertAll(conversations, talks.map(({ conversation }) => conversation)),
    insertAll(inbox, talks.map(({ event }) => event)),
    insertAll(outbox, talks.map(({ row }) => row)),
  ]); // prettier-ignore
}

async function insertAll<T extends { readonly _id: string }>(
  collection: Collection<T>,
  documents: readonly OptionalUnlessRequiredId<T>[],
): Promise<void> {
  await collection.insertMany(documents, { ordered: false });
}

const nextId = createUuidV7(() => new Date());

/** What a resident who has spoken once leaves behind. */
function talk(cipher: FieldCipher, resident: number) {
  const now = new Date();
  const channel = 'zalo' as const;
  const lane = laneOf(cipher, { channel, accountId: ACCOUNT_ID, userId: String(resident) });
  const sealed = cipher.seal('x'.repeat(STORED_TEXT_BYTES));
  const conversation: ConversationDocument = {
    _id: lane,
    channel,
    owner: null,
    leaseUntil: FREE,
    fence: 1,
    sealed: cipher.seal('{}'),
    lastUserActionAt: now,
    lastOrder: now.getTime(),
    handover: false,
    held: false,
    expiresAt: new Date(now.getTime() + RETENTION_MS.conversation),
  };
  const event: InboxDocument = {
    _id: `zalo:stored:${resident}`,
    channel,
    eventKey: `stored:${resident}`,
    kind: 'message',
    name: 'bench',
    lane,
    occurredAt: now,
    receivedAt: now,
    status: 'done',
    attempts: 0,
    notBefore: now,
    sealed,
    failure: null,
    expiresAt: new Date(now.getTime() + RETENTION_MS.inbox),
  };
  const row: OutboxDocument = {
    _id: nextId(),
    channel,
    lane,
    order: now.getTime(),
    author: 'bot',
    status: 'sent',
    owner: null,
    leaseUntil: FREE,
    attempts: 0,
    notBefore: now,
    createdAt: now,
    userActedAt: now,
    sentAt: now,
    platformMessageId: null,
    failure: null,
    resends: 0,
    report: null,
    sealed,
    expiresAt: new Date(now.getTime() + RETENTION_MS.outbox),
  };
  return { conversation, event, row };
}
