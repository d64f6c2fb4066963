import type { Collection, Document } from 'mongodb';
import type { OutboundMessage } from '../../adapters/channel.ts';
import { createGatheredReads } from '../../adapters/mongo/gathered-reads.ts';
import type { Clock } from '../../reports/ports.ts';
import type { ResidentAddress } from '../../reports/report.ts';
import { FREE, RETENTION_MS, type OutboxDocument } from './documents.ts';
import { createLaneScan } from './lane-scan.ts';
import { createOutboxRecords, UNSENT, type RowOutcome } from './outbox-records.ts';
import { sealMessage, type RoadCipher } from './sealing.ts';

/** Rows of a lane handed to the sender at once. */
export const ROWS_PER_ROUND = 20;
/** Rows looked at in one round of the scan for abandoned ones. */
const ROWS_PER_SCAN = 500;
/** The newest messages of a resident's threads that a receipt may be about. */
const THREAD_ROWS = 50;
/**
 * Time for a process to send what it wrote before another may take it over: longer than the slowest send, which may
 * upload a file and renew a token first.
 */
export const SEND_LEASE_MS = 120_000;
/** An echo comes within seconds, if its webhook arrives at the first try. */
const ECHO_AFTER_DEATH_MS = 5_000;

/** What a row is made of; `owner` is the process that will send it, null when any may. */
export interface NewRows {
  readonly lane: string;
  readonly address: ResidentAddress;
  readonly messages: readonly OutboundMessage[];
  readonly author: OutboxDocument['author'];
  readonly report: OutboxDocument['report'];
  readonly isNews: boolean;
  readonly owner: string | null;
  readonly userActedAt: Date | null;
  /** Order of the lane's newest row so far. */
  readonly afterOrder: number;
}

export interface Outbox {
  /** The rows for some messages, in order, to be staged with whatever made them. */
  rows(input: NewRows): OutboxDocument[];
  /** Unsent rows of a lane, in order; bounded. */
  ofLane(lane: string): Promise<OutboxDocument[]>;
  /** Some lanes with rows that nobody is sending; round after round all of them. */
  abandonedLanes(): Promise<string[]>;
  /** Leases a row that is free, or ours; false when somebody was faster. */
  takeOver(row: OutboxDocument, owner: string): Promise<boolean>;
  /** Frees a row of a process that let its lease end: whether it was sent is not known. */
  doubt(row: OutboxDocument): Promise<void>;
  record(rowId: string, change: RowOutcome['change']): Promise<void>;
  /** Whether the platform gave this id to a message of the lane that is known to be sent. */
  hasSent(lane: string, platformMessageId: string): Promise<boolean>;
  /** Messages of reports' threads in this lane that were sent or are on their way, newest first; bounded. */
  threadRows(lane: string): Promise<OutboxDocument[]>;
  /** The rows into which the words of one message of a report's thread were divided, in order. */
  partsOf(lane: string, messageId: string): Promise<OutboxDocument[]>;
  /** Our own message came back from the platform: whatever we believed, it was sent. Returns the row, if known. */
  confirm(rowId: string, platformMessageId: string | null): Promise<OutboxDocument | null>;
}

interface OutboxOptions {
  readonly collection: Collection<OutboxDocument>;
  readonly cipher: RoadCipher;
  readonly clock: Clock;
  readonly newId: () => string;
}

export function createOutbox(options: OutboxOptions): Outbox {
  const { collection, clock } = options;
  const nextLanes = createLaneScan();
  const readLane = createGatheredReads<OutboxDocument>({
    rowsPerKey: ROWS_PER_ROUND,
    keyOf: ({ lane }) => lane,
    read: (lanes, limit) =>
      collection
        .find({ lane: { $in: [...lanes] }, ...UNSENT })
        .sort({ order: 1, _id: 1 })
        .limit(limit)
        .toArray(),
  });
  const readThreads = createGatheredReads<OutboxDocument>({
    rowsPerKey: THREAD_ROWS,
    keyOf: ({ lane }) => lane,
    read: (lanes, limit) =>
      collection
        .find({
          lane: { $in: [...lanes] },
          'report.reportId': { $exists: true },
          status: { $in: ['waiting', 'unknown', 'sent'] },
        })
        .sort({ order: -1 })
        .limit(limit)
        .toArray(),
  });
  const recordOutcome = createOutboxRecords(collection);
  return {
    rows: (input) => newRows(input, options),
    ofLane: readLane,
    threadRows: readThreads,
    partsOf: (lane, messageId) =>
      collection
        .find({ lane, 'report.reportId': { $exists: true }, 'report.messageId': messageId })
        .sort({ order: 1 })
        .toArray(),
    abandonedLanes: () =>
      nextLanes((after) =>
        collection
          .find(
            { ...UNSENT, lane: { $gt: after }, leaseUntil: { $lt: clock() } },
            { projection: { lane: 1 } },
          )
          .sort({ lane: 1, order: 1 })
          .limit(ROWS_PER_SCAN)
          .toArray(),
      ),
    takeOver: async (row, owner) => {
      const leaseUntil = new Date(clock().getTime() + SEND_LEASE_MS);
      const result = await collection.updateOne(
        { _id: row._id, leaseUntil: row.leaseUntil, ...UNSENT },
        { $set: { owner, leaseUntil } },
      );
      return result.matchedCount === 1;
    },
    doubt: async (row) => {
      await collection.updateOne({ _id: row._id, leaseUntil: row.leaseUntil, ...UNSENT }, inDoubt(clock()));
    },
    record: async (rowId, change) => {
      await recordOutcome({ rowId, change });
    },
    hasSent: async (lane, platformMessageId) =>
      (await collection.findOne({ lane, status: 'sent', platformMessageId }, { projection: { _id: 1 } })) !==
      null,
    confirm: (rowId, platformMessageId) =>
      collection.findOneAndUpdate(
        { _id: rowId },
        { $set: sentChange(clock(), platformMessageId) },
        { returnDocument: 'before' },
      ),
  };
}

function newRows(
  { lane, address, messages, author, report, isNews, owner, userActedAt, afterOrder }: NewRows,
  { cipher, clock, newId }: OutboxOptions,
): OutboxDocument[] {
  const now = clock();
  const firstOrder = Math.max(now.getTime(), afterOrder + 1);
  return messages.map((message, index) => ({
    _id: newId(),
    channel: address.channel,
    lane,
    order: firstOrder + index,
    author,
    status: 'waiting',
    owner,
    leaseUntil: owner === null ? FREE : new Date(now.getTime() + SEND_LEASE_MS),
    attempts: 0,
    notBefore: FREE,
    createdAt: now,
    userActedAt,
    sentAt: null,
    platformMessageId: null,
    failure: null,
    resends: 0,
    report,
    ...(isNews ? { isNews } : {}),
    sealed: sealMessage(cipher, { address, message }),
    expiresAt: null,
  }));
}

/**
 * The change of a row whose process died and may have sent it before: its echo is waited for a little, then it is sent
 * again, which is counted.
 */
export function inDoubt(now: Date): Document[] {
  const change = { status: 'unknown', triedAt: '$createdAt', resends: { $add: ['$resends', 1] } };
  const notBefore = new Date(now.getTime() + ECHO_AFTER_DEATH_MS);
  return [{ $set: { ...change, failure: 'died', owner: null, leaseUntil: FREE, notBefore } }];
}

/** The change that marks a row as sent. */
export function sentChange(now: Date, platformMessageId: string | null) {
  return {
    status: 'sent' as const,
    sentAt: now,
    platformMessageId,
    failure: null,
    expiresAt: forgottenAt(now),
  };
}

/** The change that marks a row as one that nobody tries again. */
export function failedChange(now: Date, failure: string) {
  return { status: 'failed' as const, failure, expiresAt: forgottenAt(now) };
}

function forgottenAt(now: Date): Date {
  return new Date(now.getTime() + RETENTION_MS.outbox);
}
