import assert from 'node:assert/strict';
import type { Document } from 'mongodb';
import { Binary, Decimal128, Long, MongoBulkWriteError } from 'mongodb';
import type { RelianceRow } from './row.ts';
import { duplicateKey, numbers, refusal } from './row.ts';

interface Doc extends Document {
  _id: string;
}

export const writeRows: readonly RelianceRow[] = [
  {
    what: 'every type of value comes back as it was stored',
    check: async (db) => {
      const stored = {
        _id: 'types',
        long: Long.fromString('9007199254740993'),
        decimal: Decimal128.fromString('12.50'),
        binary: new Binary(Buffer.from([0, 255, 1])),
        date: new Date('2026-11-22T00:00:00.123Z'),
        text: 'Công an xã ✓',
        nothing: null,
        nested: { list: [1, 2.5, true, { deep: ['a'] }] },
      };
      const docs = db.collection<Doc>('docs');
      await docs.insertOne(stored);
      assert.deepEqual(await docs.findOne({ _id: 'types' }, { promoteLongs: false }), stored);
    },
  },
  {
    what: 'a document of 15 MB is stored and read',
    check: async (db) => {
      const docs = db.collection<Doc>('docs');
      await docs.insertOne({ _id: 'big', bytes: new Binary(Buffer.alloc(15 * 1024 * 1024, 7)) });
      const found = await docs.findOne({ _id: 'big' });
      assert(found?.['bytes'] instanceof Binary && found['bytes'].length() === 15 * 1024 * 1024);
    },
  },
  {
    what: 'an upsert inserts once and updates after that',
    check: async (db) => {
      const docs = db.collection<Doc>('docs');
      const upsert = () =>
        docs.updateOne({ _id: 'u' }, { $inc: { n: 1 }, $setOnInsert: { first: true } }, { upsert: true });
      assert.equal((await upsert()).upsertedId, 'u');
      assert.equal((await upsert()).modifiedCount, 1);
      assert.deepEqual(await docs.findOne({ _id: 'u' }), { _id: 'u', first: true, n: 2 });
    },
  },
  {
    what: 'an update whose condition does not hold changes nothing and says so',
    check: async (db) => {
      const docs = db.collection<Doc>('docs');
      await docs.insertOne({ _id: 'c', version: 2 });
      const { matchedCount } = await docs.updateOne({ _id: 'c', version: 1 }, { $set: { version: 9 } });
      assert.equal(matchedCount, 0);
      assert.equal((await docs.findOne({ _id: 'c' }))?.['version'], 2);
    },
  },
  {
    what: '$push with $each and $slice keeps the newest',
    check: async (db) => {
      const docs = db.collection<{ _id: string; list: number[] }>('docs');
      await docs.insertOne({ _id: 'p', list: [1, 2, 3] });
      await docs.updateOne({ _id: 'p' }, { $push: { list: { $each: [4, 5], $slice: -3 } } });
      assert.deepEqual((await docs.findOne({ _id: 'p' }))?.list, [3, 4, 5]);
    },
  },
  {
    what: '$addToSet, $pull, $unset, $min and $max change a document',
    check: async (db) => {
      const docs = db.collection<{ _id: string; list: string[]; low: number; high: number; gone?: number }>(
        'docs',
      );
      await docs.insertOne({ _id: 'o', list: ['a', 'b'], low: 5, high: 5, gone: 1 });
      const change = {
        $addToSet: { list: 'c' },
        $unset: { gone: '' as const },
        $min: { low: 1 },
        $max: { high: 9 },
      };
      await docs.updateOne({ _id: 'o' }, change);
      await docs.updateOne({ _id: 'o' }, { $pull: { list: 'a' } });
      assert.deepEqual(await docs.findOne({ _id: 'o' }), { _id: 'o', list: ['b', 'c'], low: 1, high: 9 });
    },
  },
  {
    what: 'array filters and the positional operator change one element',
    check: async (db) => {
      const docs = db.collection<{ _id: string; list: { id: number; done: boolean }[] }>('docs');
      await docs.insertOne({ _id: 'a', list: numbers(3).map((id) => ({ id, done: false })) });
      await docs.updateOne(
        { _id: 'a' },
        { $set: { 'list.$[item].done': true } },
        { arrayFilters: [{ 'item.id': 1 }] },
      );
      await docs.updateOne({ _id: 'a', 'list.id': 2 }, { $set: { 'list.$.done': true } });
      assert.deepEqual(
        (await docs.findOne({ _id: 'a' }))?.list.map(({ done }) => done),
        [false, true, true],
      );
    },
  },
  {
    what: 'an update by a pipeline reads the fields of the document',
    check: async (db) => {
      const docs = db.collection<Doc>('docs');
      await docs.insertOne({ _id: 'pipe', a: 2, b: 3 });
      await docs.updateOne({ _id: 'pipe' }, [{ $set: { sum: { $add: ['$a', '$b'] } } }]);
      assert.equal((await docs.findOne({ _id: 'pipe' }))?.['sum'], 5);
    },
  },
  {
    what: 'findOneAndUpdate gives the document before or after, and null when none matches',
    check: async (db) => {
      const docs = db.collection<Doc>('docs');
      await docs.insertOne({ _id: 'f', n: 1 });
      const change = { $inc: { n: 1 } };
      assert.equal((await docs.findOneAndUpdate({ _id: 'f' }, change))?.['n'], 1);
      assert.equal(
        (await docs.findOneAndUpdate({ _id: 'f' }, change, { returnDocument: 'after' }))?.['n'],
        3,
      );
      assert.equal(await docs.findOneAndUpdate({ _id: 'none' }, change), null);
    },
  },
  {
    what: 'each of 60 waiting jobs is claimed by exactly one of 12 workers, the oldest first',
    check: async (db) => {
      const jobs = db.collection<{ _id: number; claimed: boolean }>('jobs');
      await jobs.createIndex({ claimed: 1, _id: 1 });
      await jobs.insertMany(numbers(60).map((_id) => ({ _id, claimed: false })));
      const claim = () =>
        jobs.findOneAndUpdate({ claimed: false }, { $set: { claimed: true } }, { sort: { _id: 1 } });
      const worker = async () => {
        const taken: number[] = [];
        for (let job = await claim(); job !== null; job = await claim()) taken.push(job._id);
        return taken;
      };
      const taken = (await Promise.all(numbers(12).map(worker))).flat();
      assert.deepEqual(
        taken.sort((a, b) => a - b),
        numbers(60),
      );
    },
  },
  {
    what: 'an ordered bulk write stops at the first fault, an unordered one goes on',
    check: async (db) => {
      const write = async (name: string, ordered: boolean) => {
        const docs = db.collection<Doc>(name);
        const inserts = ['x', 'y', 'x', 'z'].map((_id) => ({ insertOne: { document: { _id } } }));
        const fault: unknown = await docs.bulkWrite(inserts, { ordered }).catch((error: unknown) => error);
        assert(fault instanceof MongoBulkWriteError && fault.code === duplicateKey);
        return docs.countDocuments();
      };
      assert.equal(await write('ordered', true), 2);
      assert.equal(await write('unordered', false), 3);
    },
  },
  {
    what: 'a bulk write mixes inserts, updates, upserts, replacements and deletions',
    check: async (db) => {
      const docs = db.collection<Doc>('mixed');
      const result = await docs.bulkWrite([
        { insertOne: { document: { _id: '1', n: 1 } } },
        { updateOne: { filter: { _id: '1' }, update: { $inc: { n: 1 } } } },
        { updateOne: { filter: { _id: '2' }, update: { $set: { n: 5 } }, upsert: true } },
        { replaceOne: { filter: { _id: '2' }, replacement: { n: 6 } } },
        { insertOne: { document: { _id: '3' } } },
        { deleteOne: { filter: { _id: '3' } } },
      ]);
      assert.deepEqual(
        [result.insertedCount, result.modifiedCount, result.upsertedCount, result.deletedCount],
        [2, 2, 1, 1],
      );
      assert.deepEqual(await docs.find().sort({ _id: 1 }).toArray(), [
        { _id: '1', n: 2 },
        { _id: '2', n: 6 },
      ]);
    },
  },
  {
    what: 'a faulty update is refused and names its fault',
    check: async (db) => {
      const docs = db.collection<Doc>('docs');
      await docs.insertOne({ _id: 'bad', text: 'a' });
      assert.equal((await refusal(docs.updateOne({ _id: 'bad' }, { $inc: { text: 1 } }))).code, 14);
    },
  },
  {
    what: 'twenty first inserts at once make one collection',
    check: async (db) => {
      const docs = db.collection<{ _id: number }>('first');
      await Promise.all(numbers(20).map((_id) => docs.insertOne({ _id })));
      assert.equal(await docs.countDocuments(), 20);
    },
  },
];
