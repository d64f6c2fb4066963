import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Collection } from 'mongodb';
import { MongoClient } from 'mongodb';
import { createUnitOfWork } from '../../../adapters/mongo/unit-of-work.ts';
import { toBatches, toStagedWrite } from '../../../adapters/mongo/write-batches.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';

interface Thing {
  _id: string;
  version: number;
}

describe('a unit of work', () => {
  let database: TestDatabase;
  let things: Collection<Thing>;
  let others: Collection<Thing>;
  let commands: string[] = [];
  const unit = () => createUnitOfWork(database.client, database.db);

  beforeAll(async () => {
    database = await openTestDatabase();
    things = database.db.collection('things');
    others = database.db.collection('others');
    await Promise.all([database.db.createCollection('things'), database.db.createCollection('others')]);
  });
  beforeEach(() => {
    commands = [];
  });
  afterAll(() => database.close());

  it('commits writes to several collections together', async () => {
    const id = randomBytes(4).toString('hex');
    const work = unit();
    work.stage<Thing>('things', { insertOne: { document: { _id: id, version: 1 } } });
    work.stage<Thing>('others', { insertOne: { document: { _id: id, version: 1 } } });
    work.stage<Thing>(
      'things',
      { updateOne: { filter: { _id: id }, update: { $inc: { version: 1 } } } },
      { mustMatch: true },
    );
    await work.commit();
    expect(await things.findOne({ _id: id })).toEqual({ _id: id, version: 2 });
    expect(await others.findOne({ _id: id })).toEqual({ _id: id, version: 1 });
  });

  it('commits nothing when one write that must match finds nothing', async () => {
    const id = randomBytes(4).toString('hex');
    const work = unit();
    work.stage<Thing>('others', { insertOne: { document: { _id: id, version: 1 } } });
    work.stage<Thing>(
      'things',
      { updateOne: { filter: { _id: 'gone' }, update: { $inc: { version: 1 } } } },
      { mustMatch: true },
    );
    await expect(work.commit()).rejects.toMatchObject({ name: 'ReportError', code: 'conflict' });
    expect(await others.findOne({ _id: id })).toBeNull();
  });

  it('a write that need not match may find nothing, also beside one that must', async () => {
    const id = randomBytes(4).toString('hex');
    await things.insertOne({ _id: id, version: 1 });
    const work = unit();
    work.stage<Thing>('things', { updateOne: { filter: { _id: 'gone' }, update: { $inc: { version: 1 } } } });
    work.stage<Thing>(
      'things',
      { updateOne: { filter: { _id: id, version: 1 }, update: { $inc: { version: 1 } } } },
      { mustMatch: true },
    );
    await work.commit();
    expect(await things.findOne({ _id: id })).toEqual({ _id: id, version: 2 });
  });

  it('a write that found something does not make up for one that did not', async () => {
    const id = randomBytes(4).toString('hex');
    await things.insertOne({ _id: id, version: 1 });
    const work = unit();
    work.stage<Thing>('things', { updateOne: { filter: { _id: id }, update: { $inc: { version: 1 } } } });
    work.stage<Thing>(
      'things',
      { updateOne: { filter: { _id: 'gone' }, update: { $inc: { version: 1 } } } },
      { mustMatch: true },
    );
    await expect(work.commit()).rejects.toMatchObject({ code: 'conflict' });
    expect(await things.findOne({ _id: id })).toEqual({ _id: id, version: 1 });
  });

  it('a key that exists already is a conflict, alone and among others', async () => {
    const id = randomBytes(4).toString('hex');
    await things.insertOne({ _id: id, version: 1 });
    const alone = unit();
    alone.stage<Thing>('things', { insertOne: { document: { _id: id, version: 1 } } });
    await expect(alone.commit()).rejects.toMatchObject({ code: 'conflict' });
    const among = unit();
    among.stage<Thing>('others', { insertOne: { document: { _id: id, version: 1 } } });
    among.stage<Thing>('things', { insertOne: { document: { _id: id, version: 1 } } });
    await expect(among.commit()).rejects.toMatchObject({ code: 'conflict' });
    expect(await others.findOne({ _id: id })).toBeNull();
  });

  it('a lone write that must match and does not is a conflict', async () => {
    const work = unit();
    work.stage<Thing>('things', { deleteOne: { filter: { _id: 'gone' } } }, { mustMatch: true });
    await expect(work.commit()).rejects.toMatchObject({ code: 'conflict' });
  });

  it('of many units that raise the same version exactly one wins each round', async () => {
    const id = randomBytes(4).toString('hex');
    await things.insertOne({ _id: id, version: 1 });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => {
        const work = unit();
        work.stage<Thing>(
          'things',
          { updateOne: { filter: { _id: id, version: 1 }, update: { $inc: { version: 1 } } } },
          { mustMatch: true },
        );
        work.stage<Thing>('others', { insertOne: { document: { _id: `${id}-${index}`, version: 1 } } });
        return work.commit();
      }),
    );
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    for (const outcome of outcomes) {
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'conflict' });
    }
    expect((await things.findOne({ _id: id }))?.version).toBe(2);
    expect(await others.countDocuments({ _id: { $regex: `^${id}-` } })).toBe(1);
  });

  it('units that meet in one document without naming its version are all applied', async () => {
    const id = randomBytes(4).toString('hex');
    await things.insertOne({ _id: id, version: 0 });
    await Promise.all(
      Array.from({ length: 6 }, (_, index) => {
        const work = unit();
        work.stage<Thing>(
          'things',
          { updateOne: { filter: { _id: id }, update: { $inc: { version: 1 } } } },
          { mustMatch: true },
        );
        work.stage<Thing>('others', { insertOne: { document: { _id: `${id}-${index}`, version: 1 } } });
        return work.commit();
      }),
    );
    expect((await things.findOne({ _id: id }))?.version).toBe(6);
  });

  it('late writes are prepared again when another process took their key', async () => {
    const id = randomBytes(4).toString('hex');
    await things.insertOne({ _id: `${id}-1`, version: 1 });
    let next = 0;
    const work = unit();
    work.stage<Thing>('others', { insertOne: { document: { _id: id, version: 1 } } });
    work.stageLate(() => {
      next += 1;
      return Promise.resolve([
        toStagedWrite<Thing>('things', { insertOne: { document: { _id: `${id}-${next}`, version: 1 } } }),
      ]);
    });
    await work.commit();
    expect(await things.findOne({ _id: `${id}-2` })).not.toBeNull();
    expect(await others.countDocuments({ _id: id })).toBe(1);
  });

  it('costs nothing when nothing is staged, one command for one write, and no query for several', async () => {
    const watched = await openTestDatabase();
    const client = new MongoClient(watched.uri, { monitorCommands: true });
    client.on('commandStarted', ({ commandName }) => commands.push(commandName));
    const db = client.db(watched.name);
    await db.createCollection('things');
    await db.createCollection('others');
    commands = [];
    await createUnitOfWork(client, db).commit();
    expect(commands).toEqual([]);
    const lone = createUnitOfWork(client, db);
    lone.stage<Thing>('things', { insertOne: { document: { _id: 'a', version: 1 } } });
    await lone.commit();
    expect(commands).toEqual(['insert']);
    commands = [];
    const several = createUnitOfWork(client, db);
    several.stage<Thing>('things', { insertOne: { document: { _id: 'b', version: 1 } } });
    several.stage<Thing>('others', { insertOne: { document: { _id: 'b', version: 1 } } });
    several.stage<Thing>('things', { insertOne: { document: { _id: 'c', version: 1 } } });
    await several.commit();
    expect(commands).toEqual(['insert', 'insert', 'commitTransaction']);
    await client.close();
    await watched.close();
  });

  it('is committed once', async () => {
    const work = unit();
    await work.commit();
    await expect(work.commit()).rejects.toThrow('already committed');
  });
});

describe('batches', () => {
  const write = (collection: string, mustMatch: boolean) =>
    toStagedWrite<Thing>(
      collection,
      { updateOne: { filter: { _id: 'x' }, update: { $set: { version: 1 } } } },
      { mustMatch },
    );
  const insert = (collection: string) =>
    toStagedWrite<Thing>(collection, { insertOne: { document: { _id: 'x', version: 1 } } });

  const many = toStagedWrite<Thing>('a', { updateMany: { filter: {}, update: { $set: { version: 1 } } } });

  it.each([
    ['writes to many documents beside others that need not match', [insert('a'), many, many], [['a', 3]]],
    [
      'writes to many documents apart from those that must match',
      [write('a', true), many],
      [
        ['a', 1],
        ['a', 1],
      ],
    ],
    ['one collection, one batch', [write('a', true), insert('a'), write('a', true)], [['a', 3]]],
    [
      'collections in the order of their first write',
      [insert('b'), insert('a'), insert('b')],
      [
        ['b', 2],
        ['a', 1],
      ],
    ],
    [
      'writes that must match apart from those that need not',
      [write('a', true), write('a', false), insert('a')],
      [
        ['a', 1],
        ['a', 2],
      ],
    ],
  ])('%s', (_name, writes, expected) => {
    expect(toBatches(writes).map(({ collection, writes: held }) => [collection, held.length])).toEqual(
      expected,
    );
  });
});
