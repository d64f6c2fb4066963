import type { Collection, OptionalUnlessRequiredId } from 'mongodb';
import type { FieldCipher } from '../../../adapters/mongo/field-cipher.ts';
import {
  FREE,
  RETENTION_MS,
  type ConversationDocument,
  type InboxDocument,
  type OutboxDocument,
  type RoadCollections,
} from '../../road/documents.ts';
import { laneOf } from '../../road/sealing.ts';
import { createUuidV7 } from '../../uuid-v7.ts';
import { account, residentId } from './zalo-account.ts';

const STORED_TEXT_BYTES = 500;
const AT_ONCE = 1_000;
/** Prime, so that each resident comes once; neighbours in number are not neighbours on the disk. */
const STRIDE = 7_919;

/** Residents 0 to `count` have each spoken once with the account of the benchmarks. `count` is no multiple of 7,919. */
export async function storeTalks(
  { conversations, inbox, outbox }: RoadCollections,
  cipher: FieldCipher,
  count: number,
): Promise<void> {
  for (let stored = 0; stored < count; stored += AT_ONCE) {
    const talks = Array.from({ length: AT_ONCE }, (_, index) =>
      talk(cipher, ((stored + index) * STRIDE) % count),
    );
    await Promise.all([
      insertAll(conversations, talks.map(({ conversation }) => conversation)),
      insertAll(inbox, talks.map(({ event }) => event)),
      insertAll(outbox, talks.map(({ row }) => row)),
    ]); // prettier-ignore
  }
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
  const lane = laneOf(cipher, { channel, accountId: account.oaId, userId: residentId(resident) });
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
