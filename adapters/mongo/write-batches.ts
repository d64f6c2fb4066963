import type { AnyBulkWriteOperation, ClientSession, Db, Document } from 'mongodb';
import { MongoBulkWriteError } from 'mongodb';
import { ReportError } from '../../reports/errors.ts';

const DUPLICATE_KEY = 11000;

/** One write to one collection. `mustMatch`: when an update, replacement or deletion finds nothing, nothing at all is committed. */
export interface StagedWrite {
  readonly collection: string;
  readonly operation: AnyBulkWriteOperation;
  readonly mustMatch: boolean;
}

/** The one place where the type of a collection's documents is let go of. */
export function toStagedWrite<T extends Document>(
  collection: string,
  operation: AnyBulkWriteOperation<T>,
  options?: { readonly mustMatch?: boolean },
): StagedWrite {
  return {
    collection,
    operation: operation as AnyBulkWriteOperation,
    mustMatch: options?.mustMatch ?? false,
  };
}

/** Writes of one collection that go to the server in one bulk write. */
export interface Batch {
  readonly collection: string;
  readonly writes: StagedWrite[];
}

/**
 * One batch a collection, in the order in which collections first appear. Within a collection the order of staging stays.
 * Writes that must match are counted by their sum, so those that need not are kept in a batch of their own.
 */
export function toBatches(writes: readonly StagedWrite[]): Batch[] {
  const batches = new Map<string, Batch[]>();
  for (const write of writes) {
    const ofCollection = batches.get(write.collection) ?? [];
    const last = ofCollection.at(-1);
    if (last !== undefined && mayJoin(last, write)) {
      last.writes.push(write);
    } else {
      ofCollection.push({ collection: write.collection, writes: [write] });
    }
    batches.set(write.collection, ofCollection);
  }
  return [...batches.values()].flat();
}

/** A write to one document is atomic by itself and needs no transaction. */
export function isOneDocument({ operation }: StagedWrite): boolean {
  return !('updateMany' in operation) && !('deleteMany' in operation);
}

function mayJoin(batch: Batch, write: StagedWrite): boolean {
  if (isInsert(write)) return true;
  return batch.writes.every(
    (other) =>
      isInsert(other) ||
      (other.mustMatch === write.mustMatch &&
        (!write.mustMatch || (isOneDocument(other) && isOneDocument(write)))),
  );
}

function isInsert({ operation }: StagedWrite): boolean {
  return 'insertOne' in operation;
}

/** Throws ReportError "conflict" when a write that must match found nothing or a key is taken. */
export async function writeBatch(
  db: Db,
  { collection, writes }: Batch,
  session?: ClientSession,
): Promise<void> {
  const expected = writes.filter((write) => write.mustMatch && !isInsert(write)).length;
  const operations = writes.map((write) => write.operation);
  try {
    const result = await db
      .collection(collection)
      .bulkWrite(operations, { ordered: true, ...(session && { session }) });
    const found = result.matchedCount + result.upsertedCount + result.deletedCount;
    if (found < expected)
      throw new ReportError('conflict', `A document in ${collection} was changed meanwhile`);
  } catch (error) {
    if (error instanceof MongoBulkWriteError && error.code === DUPLICATE_KEY) {
      throw new ReportError('conflict', `A document in ${collection} exists already`, { cause: error });
    }
    throw error;
  }
}
