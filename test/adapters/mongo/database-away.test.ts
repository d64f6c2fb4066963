import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Db } from 'mongodb';
import { isDatabaseAway } from '../../../adapters/mongo/database-away.ts';
import { openDatabaseLine } from '../../support/database-line.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

interface Doc {
  readonly _id: string;
  readonly count?: number;
}

type Ask = (db: Db) => Promise<unknown>;
const docs = (db: Db) => db.collection<Doc>('docs');

const asks: readonly [string, Ask][] = [
  ['one read', (db) => docs(db).findOne()],
  ['one insert', (db) => docs(db).insertOne({ _id: 'a' })],
  ['many inserts', (db) => docs(db).insertMany([{ _id: 'b' }, { _id: 'c' }])],
  [
    'a bulk write',
    (db) => docs(db).bulkWrite([{ updateOne: { filter: { _id: 'a' }, update: { $inc: { count: 1 } } } }]),
  ],
  [
    'a bulk write of a transaction',
    (db) =>
      db.client.withSession((session) => {
        session.startTransaction();
        return docs(db).bulkWrite([{ insertOne: { document: { _id: 'd' } } }], { session });
      }),
  ],
];

const failureOf = async (act: Promise<unknown>): Promise<unknown> => {
  try {
    await act;
  } catch (error) {
    return error;
  }
  throw new Error('It did not fail');
};

describe('A database that is away', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
    await docs(database.db).insertOne({ _id: 'known' });
  });
  afterAll(() => database.close());

  it.each(asks)('is told by the failure of %s', async (_name, ask) => {
    const line = await openDatabaseLine(database.uri);
    const client = await line.connect();
    const db = client.db(database.name);
    await docs(db).findOne();
    line.cut();
    const first = await failureOf(ask(db));
    expect(isDatabaseAway(first)).toBe(true);
    // the line is known to be down by now
    expect(isDatabaseAway(await failureOf(ask(db)))).toBe(true);
    await client.close();
    line.close();
  });

  it('is told by a call that nobody answers, once its connection is given up on', async () => {
    const line = await openDatabaseLine(database.uri);
    const client = await line.connect({ socketTimeoutMS: 200 });
    line.hold('insert');
    const asked = docs(client.db(database.name)).insertOne({ _id: 'held' });
    expect(isDatabaseAway(await failureOf(asked))).toBe(true);
    await client.close();
    line.close();
  });

  it('is not what a refusal tells', async () => {
    const { db } = database;
    const twice = [{ _id: 'known' }, { _id: 'known' }];
    const refusals = [
      () => docs(db).insertOne({ _id: 'known' }),
      () => docs(db).insertMany(twice, { ordered: false }),
      () => docs(db).updateOne({ _id: 'known' }, { $set: { _id: 'other' } }),
    ];
    for (const refusal of refusals) expect(isDatabaseAway(await failureOf(refusal()))).toBe(false);
    expect(isDatabaseAway(new TypeError('ours'))).toBe(false);
  });
});
