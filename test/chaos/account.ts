import type { Db } from 'mongodb';
import type { FieldCipher } from '../../adapters/mongo/field-cipher.ts';
import { RETENTION_MS, roadCollections, type OutboxDocument } from '../../bot/road/documents.ts';
import { openMessage } from '../../bot/road/sealing.ts';
import type { Ledger } from './ledger.ts';
import type { FiledReport, Resident } from './residents.ts';
import { countCopies, type Copies } from './copies.ts';
import { countEvidence, type EvidenceCount } from './evidence.ts';
import { countReports, type ReportCount } from './reports.ts';

const EXAMPLES = 5;

/** What became of everything that was said. */
export interface Account {
  readonly acknowledged: number;
  /** In which 95 of 100 messages were stored, and from then on worked; as the programs' clocks have it. */
  readonly seconds95: { readonly onTheWay: number; readonly worked: number };
  readonly acknowledgedLost: number;
  readonly notWorked: number;
  readonly conversationsCompared: number;
  readonly actedTwice: number;
  readonly turnsMissing: number;
  readonly answeredOtherwise: number;
  /** Answers that came so late that they show what they are to; in words they are the same. */
  readonly late: number;
  /** The first few answers that were not those of the calm conversation: what was expected, and what came. */
  readonly otherAnswers: readonly {
    readonly who: string;
    readonly expected: string;
    readonly came: string;
  }[];
  readonly reports: ReportCount;
  readonly evidence: EvidenceCount;
  readonly replies: {
    readonly all: number;
    readonly delivered: number;
    readonly waiting: number;
    readonly failed: number;
    /** Marked as sent, and on nobody's phone. */
    readonly vanished: number;
  };
  readonly copies: Copies;
}

export interface AccountInput {
  readonly db: Db;
  readonly cipher: FieldCipher;
  readonly ledger: Ledger;
  readonly everybody: readonly Resident[];
  readonly filed: readonly FiledReport[];
}

export async function takeAccount(input: AccountInput): Promise<Account> {
  const { db, cipher, ledger, everybody } = input;
  const { inbox, outbox } = roadCollections(db);
  const status = new Map<string, string>();
  const onTheWayMs: number[] = [];
  const workedMs: number[] = [];
  for await (const { _id, status: now, occurredAt, receivedAt, expiresAt } of inbox.find()) {
    status.set(_id, now);
    if (now !== 'done' || expiresAt === null) continue;
    onTheWayMs.push(receivedAt.getTime() - occurredAt.getTime());
    workedMs.push(expiresAt.getTime() - RETENTION_MS.inbox - receivedAt.getTime());
  }
  const events = [...ledger.acknowledged];
  const rows = await outbox.find().sort({ order: 1 }).toArray();
  const rowsOf = new Map<string, OutboxDocument[]>(everybody.map(({ userId }) => [userId, []]));
  for (const row of rows) rowsOf.get(openMessage(cipher, row.sealed).address.userId)?.push(row);
  const isOn = (row: OutboxDocument, { phone }: Resident): boolean =>
    phone.received().some(({ id }) => id === row.platformMessageId);
  const sent = everybody.flatMap((resident) =>
    (rowsOf.get(resident.userId) ?? [])
      .filter((row) => row.status === 'sent')
      .map((row) => ({ arrived: isOn(row, resident) })),
  );
  const delivered = sent.filter(({ arrived }) => arrived).length;
  const count = (...of: OutboxDocument['status'][]) => rows.filter((row) => of.includes(row.status)).length;
  return {
    acknowledged: events.length,
    seconds95: { onTheWay: highSeconds(onTheWayMs), worked: highSeconds(workedMs) },
    acknowledgedLost: events.filter((id) => !status.has(id)).length,
    notWorked: [...status.values()].filter((now) => now === 'waiting' || now === 'dead').length,
    ...compareConversations(everybody, rowsOf, cipher),
    reports: await countReports(db, input.filed),
    evidence: await countEvidence(db, cipher, input.filed),
    replies: {
      all: rows.length,
      delivered,
      waiting: count('waiting', 'unknown', 'held'),
      failed: count('failed'),
      vanished: sent.length - delivered,
    },
    copies: countCopies(everybody, rowsOf),
  };
}

/** By the names that the channels give the message an answer is to. */
function withoutQuote(name: string, value: unknown): unknown {
  return name === 'quote_message_id' || name === 'quotedId' ? undefined : value;
}

function highSeconds(timesMs: number[]): number {
  timesMs.sort((one, other) => one - other);
  return Math.round((timesMs[Math.floor(timesMs.length * 0.95)] ?? 0) / 1000);
}

/** Everybody of one manner on one channel said the same as the first, who spoke before anything went wrong. */
function compareConversations(
  everybody: readonly Resident[],
  rowsOf: ReadonlyMap<string, readonly OutboxDocument[]>,
  cipher: FieldCipher,
) {
  const models = new Map<string, readonly string[]>();
  const tally = { conversationsCompared: 0, actedTwice: 0, turnsMissing: 0, answeredOtherwise: 0, late: 0 };
  const otherAnswers: { who: string; expected: string; came: string }[] = [];
  for (const { channel, manner, userId } of everybody) {
    if (manner === 'reporter') continue;
    const bodies = (rowsOf.get(userId) ?? []).map((row) => openMessage(cipher, row.sealed).message.body);
    const words = bodies.map((body) => JSON.stringify(body, withoutQuote));
    tally.late += bodies.filter((body, index) => JSON.stringify(body) !== words[index]).length;
    const model = models.get(`${channel} ${manner}`);
    if (model === undefined) {
      models.set(`${channel} ${manner}`, words);
      continue;
    }
    tally.conversationsCompared += 1;
    if (words.length > model.length) tally.actedTwice += 1;
    else if (words.length < model.length) tally.turnsMissing += 1;
    const other = words.findIndex((body, index) => body !== model[index]);
    if (words.length !== model.length || other === -1) continue;
    tally.answeredOtherwise += 1;
    if (otherAnswers.length < EXAMPLES)
      otherAnswers.push({
        who: `${channel} ${manner}, answer ${other + 1}`,
        expected: model[other] ?? '',
        came: words[other] ?? '',
      });
  }
  return { ...tally, otherAnswers };
}
