import { randomBytes } from 'node:crypto';
import type { MongoClient } from 'mongodb';
import { fileRows } from './reliance/files.ts';
import { indexRows } from './reliance/indexes.ts';
import { readRows } from './reliance/reads.ts';
import type { RelianceRow } from './reliance/row.ts';
import { transactionRows } from './reliance/transactions.ts';
import { writeRows } from './reliance/writes.ts';

/** All that the product relies on in its database, whichever one it is. */
export const relianceTable: readonly RelianceRow[] = [
  ...transactionRows,
  ...indexRows,
  ...writeRows,
  ...readRows,
  ...fileRows,
];

/** Checks one row in a database of its own, which is dropped. Throws what the check throws. */
export async function checkReliance(row: RelianceRow, client: MongoClient): Promise<void> {
  const db = client.db(`check-${randomBytes(6).toString('hex')}`);
  try {
    await row.check(db, client);
  } finally {
    await db.dropDatabase();
  }
}
