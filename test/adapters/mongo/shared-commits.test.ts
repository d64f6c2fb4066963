import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import type { Db } from 'mongodb';
import { createSharedCommits, type UnitOfWork } from '../../../adapters/mongo/unit-of-work.ts';
import { toStagedWrite } from '../../../adapters/mongo/write-batches.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';

interface Thing {
  _id: string;
  version: number;
}

describe('Units that share their commits', () => {
  let database: TestDatabase;
  let client: MongoClient;
  let db: Db;
  let newUnit: () => UnitOfWork;
  const commands: string[] = [];

  beforeAll(async () => {
    database = await openTestDatabase();
    client = new MongoClient(database.uri, { monitorCommands: true });
    client.on('commandStarted', ({ commandName }) => commands.push(commandName));
    db = client.db(database.name);
    await db.createCollection('things');
    await db.createCollection('others');
    newUnit = createSharedCommits(client, db);
  });
  beforeEach(async () => {
    await db.collection<Thing>('things').deleteMany({});
    await db.collection<Thing>('others').deleteMany({});
    commands.length = 0;
  });
  afterAll(async () => {
    await client.close();
    await database.close();
  });

  /** Adds to both collections and raises a thing that must be there. */
  const unitOf = (id: string, raised: string): UnitOfWork => {
    const unit = newUnit();
    unit.stage<Thing>('things', { insertOne: { document: { _id: id, version: 1 } } });
    unit.stage<Thing>('others', { insertOne: { document: { _id: id, version: 1 } } });
    unit.stage<Thing>(
      'others',
      { updateOne: { filter: { _id: raised }, update: { $inc: { version: 1 } } } },
      { mustMatch: true },
    );
    return unit;
  };
  const ids = async (name: string): Promise<string[]> => {
    const found = await db.collection<Thing>(name).find().sort({ _id: 1 }).toArray();
    return found.map(({ _id }) => _id);
  };

  it('several that commit at the same time cost one transaction', async () => {
    await Promise.all(['a', 'b', 'c'].map((id) => unitOf(id, id).commit()));
    expect(commands.filter((name) => name === 'commitTransaction')).toHaveLength(1);
    expect(await ids('things')).toEqual(['a', 'b', 'c']);
  });

  it('one that cannot be committed leaves nothing and harms no other', async () => {
    const outcomes = await Promise.allSettled([
      unitOf('a', 'a').commit(),
      unitOf('b', 'nobody').commit(),
      unitOf('c', 'c').commit(),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(outcomes[1]).toMatchObject({ reason: { name: 'ReportError', code: 'conflict' } });
    expect(await ids('things')).toEqual(['a', 'c']);
    expect(await ids('others')).toEqual(['a', 'c']);
    expect(await db.collection<Thing>('others').findOne({ _id: 'c' })).toEqual({ _id: 'c', version: 2 });
  });

  it('one with late writes goes by itself, and an empty one costs nothing', async () => {
    const late = newUnit();
    late.stage<Thing>('things', { insertOne: { document: { _id: 'a', version: 1 } } });
    late.stageLate(() =>
      Promise.resolve([
        toStagedWrite<Thing>('others', { insertOne: { document: { _id: 'late', version: 1 } } }),
      ]),
    );
    await Promise.all([late.commit(), newUnit().commit()]);
    expect(commands).toEqual(['insert', 'insert', 'commitTransaction']);
    expect(await ids('others')).toEqual(['late']);
  });
});
