import type { Collection, OptionalUnlessRequiredId } from 'mongodb';
import { MongoBulkWriteError, MongoServerError } from 'mongodb';

const DUPLICATE_KEY = 11_000;

/**
 * Inserts what is new; says for each document whether it was, in the same order. One document is one plain insert. Throws
 * whatever went wrong but a known key.
 */
export async function insertNew<T extends { readonly _id: string }>(
  collection: Collection<T>,
  documents: readonly OptionalUnlessRequiredId<T>[],
): Promise<boolean[]> {
  const [only] = documents;
  if (only === undefined) return [];
  try {
    if (documents.length === 1) await collection.insertOne(only);
    else await collection.insertMany(documents, { ordered: false });
    return documents.map(() => true);
  } catch (error) {
    if (error instanceof MongoBulkWriteError) {
      const faults = [error.writeErrors].flat();
      const known = new Set(faults.map(({ index }) => index));
      // A lost connection is this error too, with no fault at all: each document must be accounted for. So is a write
      // that may be rolled back, because too few servers have it.
      const isAccountedFor = error.result.insertedCount + faults.length === documents.length;
      const isSure = error.result.getWriteConcernError() === undefined;
      if (isAccountedFor && isSure && faults.every((fault) => fault.code === DUPLICATE_KEY))
        return documents.map((_, at) => !known.has(at));
    } else if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) {
      return [false];
    }
    throw error;
  }
}
