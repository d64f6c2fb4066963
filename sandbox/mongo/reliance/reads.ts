import assert from 'node:assert/strict';
import type { RelianceRow } from './row.ts';
import { numbers } from './row.ts';

interface Doc {
  _id: number;
  group: number;
  at: Date;
  tags: string[];
  parts: { id: number; size: number }[];
  text?: string;
}

function docsOf(count: number): Doc[] {
  return numbers(count).map((_id) => ({
    _id,
    group: _id % 7,
    at: new Date(Date.UTC(2026, 10, 22, 20) + _id * 60_000),
    tags: _id % 2 === 0 ? ['even'] : ['odd', 'x'],
    parts: [{ id: _id, size: _id * 2 }],
  }));
}

export const readRows: readonly RelianceRow[] = [
  {
    what: 'a read comes complete and in order over many batches, by _id both ways and by another field',
    check: async (db) => {
      const docs = db.collection<Doc>('batches');
      await docs.insertMany(docsOf(1000));
      const ids = async (sort: Record<string, 1 | -1>) =>
        (await docs.find().sort(sort).batchSize(50).toArray()).map(({ _id }) => _id);
      assert.deepEqual(await ids({ _id: 1 }), numbers(1000));
      assert.deepEqual(await ids({ _id: -1 }), numbers(1000).reverse());
      const expected = numbers(1000).sort((a, b) => (a % 7) - (b % 7) || b - a);
      assert.deepEqual(await ids({ group: 1, _id: -1 }), expected);
      assert.equal((await docs.find().batchSize(33).toArray()).length, 1000);
    },
  },
  {
    what: 'a read that is given up half-way leaves the client usable, and twenty run at once',
    check: async (db) => {
      const docs = db.collection<Doc>('cursors');
      await docs.insertMany(docsOf(300));
      for await (const doc of docs.find().sort({ group: 1 }).batchSize(10)) if (doc.group > 0) break;
      const counts = numbers(20).map(async (group) => {
        const cursor = docs
          .find({ _id: { $gte: group } })
          .sort({ group: 1 })
          .batchSize(25);
        return (await cursor.toArray()).length;
      });
      assert.deepEqual(
        await Promise.all(counts),
        numbers(20).map((group) => 300 - group),
      );
    },
  },
  {
    what: 'pages by _id follow each other without a gap',
    check: async (db) => {
      const docs = db.collection<Doc>('pages');
      await docs.insertMany(docsOf(95));
      const seen: number[] = [];
      for (let before = Infinity; ;) {
        const page = await docs
          .find({ _id: { $lt: before } })
          .sort({ _id: -1 })
          .limit(20)
          .toArray();
        const last = page.at(-1);
        if (last === undefined) break;
        seen.push(...page.map(({ _id }) => _id));
        before = last._id;
      }
      assert.deepEqual(seen, numbers(95).reverse());
    },
  },
  {
    what: 'filters: ranges, $in, $nin, $exists, $elemMatch, arrays, $or, $not, $expr, regular expressions, dotted names',
    check: async (db) => {
      const docs = db.collection<Doc>('filters');
      await docs.insertMany(docsOf(50).map((doc) => (doc._id === 7 ? { ...doc, text: 'Lừa đảo' } : doc)));
      const count = (filter: object) => docs.countDocuments(filter);
      const table: readonly (readonly [object, number])[] = [
        [{ _id: { $gte: 10, $lt: 20 } }, 10],
        [{ _id: { $in: [1, 2, 99] } }, 2],
        [{ group: { $nin: [0, 1] } }, 35],
        [{ text: { $exists: true } }, 1],
        [{ text: null }, 49],
        [{ tags: 'x' }, 25],
        [{ tags: { $all: ['odd', 'x'] } }, 25],
        [{ parts: { $elemMatch: { id: 3, size: 6 } } }, 1],
        [{ 'parts.size': { $gt: 90 } }, 4],
        [{ $or: [{ _id: 1 }, { group: 3 }] }, 8],
        [{ tags: { $not: { $size: 2 } } }, 25],
        [{ $expr: { $eq: [{ $mod: ['$_id', 10] }, 0] } }, 5],
        [{ text: /^lừa/i }, 1],
        [{ at: { $lt: new Date(Date.UTC(2026, 10, 22, 20, 5)) } }, 5],
      ];
      for (const [filter, expected] of table) {
        assert.equal(await count(filter), expected, JSON.stringify(filter));
      }
    },
  },
  {
    what: 'a projection gives the named fields; a count is bounded by its limit; distinct gives each value once',
    check: async (db) => {
      const docs = db.collection<Doc>('views');
      await docs.insertMany(docsOf(30));
      assert.deepEqual(await docs.findOne({ _id: 4 }, { projection: { group: 1 } }), { _id: 4, group: 4 });
      assert.equal(await docs.countDocuments({}, { limit: 12 }), 12);
      assert.equal((await docs.estimatedDocumentCount()) >= 0, true);
      assert.deepEqual((await docs.distinct('group')).sort(), numbers(7));
    },
  },
  {
    what: 'aggregation: $match, $group, days of Viet Nam, $facet, $unwind, $lookup, $sortByCount',
    check: async (db) => {
      const docs = db.collection<Doc>('sums');
      await docs.insertMany(docsOf(120));
      await db
        .collection<{ _id: number; name: string }>('groups')
        .insertMany(numbers(7).map((_id) => ({ _id, name: `group ${_id}` })));
      const day = { $dateToString: { date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Ho_Chi_Minh' } };
      const perDay = [{ $group: { _id: day, count: { $sum: 1 } } }, { $sort: { _id: 1 } }];
      assert.deepEqual(await docs.aggregate(perDay).toArray(), [{ _id: '2026-11-23', count: 120 }]);
      const facets = {
        odd: [{ $match: { tags: 'odd' } }, { $count: 'n' }],
        all: [{ $unwind: '$tags' }, { $count: 'n' }],
      };
      assert.deepEqual(await docs.aggregate([{ $facet: facets }]).toArray(), [
        { odd: [{ n: 60 }], all: [{ n: 180 }] },
      ]);
      const joined = { from: 'groups', localField: 'group', foreignField: '_id', as: 'named' };
      const [first] = await docs.aggregate([{ $match: { _id: 3 } }, { $lookup: joined }]).toArray();
      assert.deepEqual(first?.['named'], [{ _id: 3, name: 'group 3' }]);
      const byCount = await docs.aggregate([{ $sortByCount: '$group' }, { $limit: 1 }]).toArray();
      assert.equal(byCount[0]?.['count'], 18);
    },
  },
  {
    what: 'a text index finds a word',
    check: async (db) => {
      const docs = db.collection<{ _id: number; words: string }>('texts');
      await docs.createIndex({ words: 'text' });
      await docs.insertMany([
        { _id: 1, words: 'scam call from a bank' },
        { _id: 2, words: 'lost papers' },
      ]);
      const found = await docs.find({ $text: { $search: 'bank' } }).toArray();
      assert.deepEqual(
        found.map(({ _id }) => _id),
        [1],
      );
    },
  },
  {
    what: 'collections are listed, renamed and dropped; a database is dropped and its name can be used again',
    check: async (db) => {
      await db.collection<{ _id: number }>('one').insertOne({ _id: 1 });
      await db.renameCollection('one', 'two');
      assert.deepEqual(
        (await db.listCollections().toArray()).map(({ name }) => name),
        ['two'],
      );
      await db.collection('two').drop();
      await db.collection<{ _id: number }>('three').insertOne({ _id: 1 });
      await db.dropDatabase();
      assert.deepEqual(await db.listCollections().toArray(), []);
      await db.collection<{ _id: number }>('three').insertOne({ _id: 1 });
    },
  },
];
