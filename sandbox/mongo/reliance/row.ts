import assert from 'node:assert/strict';
import type { Db, MongoClient } from 'mongodb';
import { MongoServerError } from 'mongodb';

/** One thing that the product relies on; `check` throws when the database does not do it. */
export interface RelianceRow {
  readonly what: string;
  readonly check: (db: Db, client: MongoClient) => Promise<void>;
}

export const duplicateKey = 11_000;
export const namespaceNotFound = 26;
export const writeConflict = 112;

/** The server's refusal of `act`. Throws when it is not refused, or by something else than the server. */
export async function refusal(act: Promise<unknown>): Promise<MongoServerError> {
  const outcome = await act.then(
    () => undefined,
    (error: unknown) => error,
  );
  assert(outcome instanceof MongoServerError, `expected a refusal of the server, got ${String(outcome)}`);
  return outcome;
}

/** The numbers from 0 on. */
export function numbers(count: number): number[] {
  return Array.from({ length: count }, (_, index) => index);
}
