import { setTimeout as pause } from 'node:timers/promises';
import type { ClientSession, Db, MongoClient } from 'mongodb';
import { MongoError, WriteConcern } from 'mongodb';
import { ReportError } from '../../reports/errors.ts';
import type { StagedWrite } from './write-batches.ts';
import { isOneDocument, toBatches, writeBatch } from './write-batches.ts';

const MAX_ATTEMPTS = 8;
const MAX_COMMIT_ATTEMPTS = 4;
const FIRST_PAUSE_MS = 4;
const LONGEST_PAUSE_MS = 200;
const MAJORITY = new WriteConcern('majority');

/** Writes that are known only at the last moment, such as the next link of a chain. */
export type PrepareLate = () => Promise<readonly StagedWrite[]>;

/**
 * Commits the writes together or not at all, one bulk write a collection inside one transaction; a single write goes alone,
 * and none costs nothing. Throws ReportError "conflict" when a write that must match found nothing or a document with
 * that key exists already.
 */
export async function commitWrites(
  client: MongoClient,
  db: Db,
  staged: readonly StagedWrite[],
  late: readonly PrepareLate[] = [],
): Promise<void> {
  const [only] = staged;
  if (only === undefined && late.length === 0) return;
  if (only !== undefined && staged.length === 1 && late.length === 0 && isOneDocument(only)) {
    await writeBatch(db, { collection: only.collection, writes: [only] });
    return;
  }
  await client.withSession((session) => commitWithRetries(db, session, staged, late));
}

async function commitWithRetries(
  db: Db,
  session: ClientSession,
  staged: readonly StagedWrite[],
  late: readonly PrepareLate[],
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await attemptCommit(db, session, staged, late);
      return;
    } catch (error) {
      if (session.inTransaction()) await session.abortTransaction();
      if (!isWorthRetrying(error) || attempt === MAX_ATTEMPTS) throw error;
      const longestMs = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt);
      await pause(Math.random() * longestMs);
    }
  }
}

async function attemptCommit(
  db: Db,
  session: ClientSession,
  staged: readonly StagedWrite[],
  late: readonly PrepareLate[],
): Promise<void> {
  const lateWrites: StagedWrite[] = [];
  for (const prepare of late) lateWrites.push(...(await prepare()));
  session.startTransaction({ writeConcern: MAJORITY });
  for (const batch of toBatches(staged)) await writeBatch(db, batch, session);
  try {
    for (const batch of toBatches(lateWrites)) await writeBatch(db, batch, session);
  } catch (error) {
    if (error instanceof ReportError && error.code === 'conflict') throw new OvertakenError(error);
    throw error;
  }
  await finishCommit(session);
}

/** A late write lost the race for its key; preparing it again gives the next one. */
class OvertakenError extends ReportError {
  override name = 'OvertakenError';

  constructor(cause: ReportError) {
    super('conflict', cause.message, { cause });
  }
}

function isWorthRetrying(error: unknown): boolean {
  if (error instanceof OvertakenError) return true;
  return error instanceof MongoError && error.hasErrorLabel('TransientTransactionError');
}

/** Commits; an unknown outcome is asked again, which the server answers with what has happened. */
async function finishCommit(session: ClientSession): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await session.commitTransaction();
      return;
    } catch (error) {
      const isUnknown = error instanceof MongoError && error.hasErrorLabel('UnknownTransactionCommitResult');
      if (!isUnknown || attempt === MAX_COMMIT_ATTEMPTS) throw error;
    }
  }
}
