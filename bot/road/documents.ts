import type { Collection, Db } from 'mongodb';
import type { CollectionIndexes } from '../../adapters/mongo/collection-indexes.ts';
import type { EventKind } from '../../adapters/channel.ts';
import type { ChannelName } from '../../reports/report.ts';

/** One webhook event. `waiting` events are worked in order within their lane; `noted` ones need no turn. */
export interface InboxDocument {
  /** Channel and event key: what makes a redelivery a duplicate. */
  readonly _id: string;
  readonly channel: ChannelName;
  readonly eventKey: string;
  readonly kind: EventKind;
  readonly name: string;
  /** Keyed hash of the resident's address; null when the event belongs to no conversation. */
  readonly lane: string | null;
  readonly occurredAt: Date;
  readonly receivedAt: Date;
  readonly status: 'waiting' | 'done' | 'dead' | 'noted';
  readonly attempts: number;
  /** Not worked before this moment, after a failed try. */
  readonly notBefore: Date;
  /** Address and payload, encrypted. */
  readonly sealed: string;
  /** Why the last try failed. */
  readonly failure: string | null;
  /** When a finished event is forgotten; redeliveries come within hours, a week is ample. */
  readonly expiresAt: Date | null;
}

/** One conversation: its lease, its dialog state and what the sending window rests on. */
export interface ConversationDocument {
  readonly _id: string;
  readonly channel: ChannelName;
  readonly owner: string | null;
  readonly leaseUntil: Date;
  /** Rises with every claim, and with every talk that staff open: a commit under an older one matches nothing. */
  readonly fence: number;
  /** Dialog state, encrypted; null before the first turn. */
  readonly sealed: string | null;
  readonly lastUserActionAt: Date | null;
  /** Order of the newest outbox row of this conversation. */
  readonly lastOrder: number;
  /** Whether a talk with a person may be open: saves a look-up in every other turn. */
  readonly handover: boolean;
  /** Whether messages may wait for the resident to act: saves looking for them in every other turn. */
  readonly held: boolean;
  /** When the resident was last told outside the window that something waits. */
  readonly nudgedAt?: Date;
  readonly expiresAt: Date;
}

/** One message on its way to a resident. */
export interface OutboxDocument {
  readonly _id: string;
  readonly channel: ChannelName;
  readonly lane: string;
  /** Grows within a lane, also when the clock steps back. */
  readonly order: number;
  readonly author: 'bot' | 'officer';
  readonly status: 'waiting' | 'unknown' | 'held' | 'sent' | 'failed';
  readonly owner: string | null;
  readonly leaseUntil: Date;
  readonly attempts: number;
  readonly notBefore: Date;
  readonly createdAt: Date;
  /** When the resident had last acted as this was written; null when that is not known. */
  readonly userActedAt: Date | null;
  readonly sentAt: Date | null;
  /** When the try began whose outcome is unknown: an older echo is not of this message. */
  readonly triedAt?: Date;
  readonly platformMessageId: string | null;
  readonly failure: string | null;
  /** Of a held row: the window is closed, which is no fault, or the platform did not take it after every try. */
  readonly heldBecause?: 'window' | 'tries';
  /** Tries after one whose outcome the platform left unknown: each may be a second copy. */
  readonly resends: number;
  /** Of these, tries that the platform gave no answer to: each lengthens the wait before the next. */
  readonly silences?: number;
  readonly report: { readonly reportId: string; readonly messageId: string } | null;
  /** An officer's words or a change of status, not an answer of a turn: the resident may be told that it waits. */
  readonly isNews?: boolean;
  /** Only of a nudge, which has a lane of its own: the lane, and the message of a report's thread, that it is about. */
  readonly nudge?: { readonly lane: string; readonly report: OutboxDocument['report'] };
  /** Address and the channel's message, encrypted. */
  readonly sealed: string;
  readonly expiresAt: Date | null;
}

/** A running process of the program, for the others. */
export interface ProcessDocument {
  readonly _id: string;
  readonly host: string;
  readonly pid: number;
  readonly beatAt: Date;
}

/** That a platform called, once in ten minutes. */
export interface ChannelCallDocument {
  readonly _id: string;
  readonly channel: ChannelName;
  readonly at: Date;
  readonly expiresAt: Date;
}

export interface RoadCollections {
  readonly inbox: Collection<InboxDocument>;
  readonly conversations: Collection<ConversationDocument>;
  readonly outbox: Collection<OutboxDocument>;
  readonly processes: Collection<ProcessDocument>;
  readonly channelCalls: Collection<ChannelCallDocument>;
}

/** An event is on disk of the majority before the platform is told that it was taken. */
export function roadCollections(db: Db): RoadCollections {
  const durable = { writeConcern: { w: 'majority', journal: true } } as const;
  return {
    inbox: db.collection<InboxDocument>('inbox', durable),
    conversations: db.collection<ConversationDocument>('conversations'),
    outbox: db.collection<OutboxDocument>('outbox'),
    processes: db.collection<ProcessDocument>('processes'),
    channelCalls: db.collection<ChannelCallDocument>('channel_calls'),
  };
}

const unsent = { status: { $in: ['waiting', 'unknown'] } };

/**
 * Few and partial on purpose: a turn updates one document of each collection, and every index that holds the document
 * is written again with it. What is finished leaves them all.
 */
export const roadIndexes: readonly CollectionIndexes[] = [
  {
    collection: 'inbox',
    indexes: [
      { key: { lane: 1, occurredAt: 1 }, name: 'lane_order', partialFilterExpression: { status: 'waiting' } },
      { key: { receivedAt: -1 }, name: 'dead_letters', partialFilterExpression: { status: 'dead' } },
      // a handful: what a platform said against us
      { key: { receivedAt: -1, channel: 1 }, name: 'alarms', partialFilterExpression: { kind: 'alarm' } },
    ],
  },
  {
    collection: 'outbox',
    indexes: [
      { key: { lane: 1, order: 1 }, name: 'lane_order', partialFilterExpression: unsent },
      { key: { lane: 1 }, name: 'held', partialFilterExpression: { status: 'held' } },
      // few: what an officer who talks with the resident must know
      { key: { lane: 1 }, name: 'failed', partialFilterExpression: { status: 'failed' } },
      // few: what officers wrote, for the receipts of it
      {
        key: { lane: 1 },
        name: 'threads',
        partialFilterExpression: { 'report.reportId': { $exists: true } },
      },
    ],
  },
];

const DAY_MS = 86_400_000;
export const RETENTION_MS = {
  /** Longer than any platform's redelivery. */
  inbox: 7 * DAY_MS,
  outbox: 30 * DAY_MS,
  /** A conversation without a word for this long is forgotten; reports live on their own. */
  conversation: 90 * DAY_MS,
} as const;

/** A moment before every other: a lease that anybody may take. */
export const FREE = new Date(0);

/** To be worked, now or later. */
export const WAITING = { status: 'waiting' } as const;

/** What was given up on, at any time: named so that its index is used, which is small however long the inbox is. */
export const DEAD = { status: 'dead', receivedAt: { $gt: new Date(0) } } as const;
