import { randomBytes } from 'node:crypto';
import type { Db } from 'mongodb';
import { MongoClient } from 'mongodb';

export interface TestDatabase {
  readonly client: MongoClient;
  readonly db: Db;
  readonly name: string;
  /** The server it is on, for programs that open a client of their own. */
  readonly uri: string;
  /** Drops the database and closes the client. */
  close: () => Promise<void>;
}

/** The real database that `npm test` started (or MONGODB_URI named). */
export function testDatabaseUri(): string {
  const uri = process.env['TEST_MONGODB_URI'];
  if (uri === undefined) throw new Error('TEST_MONGODB_URI is not set: start the tests with npm test');
  return uri;
}

/** A database of its own for a test file, under a random name. */
export async function openTestDatabase(): Promise<TestDatabase> {
  const uri = testDatabaseUri();
  const client = await MongoClient.connect(uri);
  const name = `test-${randomBytes(8).toString('hex')}`;
  const db = client.db(name);
  return {
    client,
    db,
    name,
    uri,
    close: async () => {
      await db.dropDatabase();
      await client.close();
    },
  };
}
