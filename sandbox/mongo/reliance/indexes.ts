import assert from 'node:assert/strict';
import { setTimeout as delay } from 'node:timers/promises';
import { MongoBulkWriteError } from 'mongodb';
import type { RelianceRow } from './row.ts';
import { duplicateKey, namespaceNotFound, numbers, refusal } from './row.ts';

interface Doc {
  _id: string | number;
  [field: string]: unknown;
}

const expiryPatienceMs = 100_000;

export const indexRows: readonly RelianceRow[] = [
  {
    what: 'a second document with the same _id is refused (11000)',
    check: async (db) => {
      const docs = db.collection<Doc>('docs');
      await docs.insertOne({ _id: 1 });
      const fault = await refusal(docs.insertOne({ _id: 1 }));
      assert.equal(fault.code, duplicateKey);
      assert.deepEqual(fault['keyPattern'], { _id: 1 });
    },
  },
  {
    what: 'a unique index refuses the second, on insert, update, replacement and upsert (11000)',
    check: async (db) => {
      const docs = db.collection<Doc>('unique');
      await docs.createIndex({ channel: 1, event: 1 }, { unique: true }, undefined);
      await docs.insertMany([
        { _id: 1, channel: 'zalo', event: 'a' },
        { _id: 2, channel: 'zalo', event: 'b' },
      ]);
      const same = { channel: 'zalo', event: 'a' };
      const faults = [
        await refusal(docs.insertOne({ _id: 3, ...same })),
        await refusal(docs.updateOne({ _id: 2 }, { $set: same })),
        await refusal(docs.replaceOne({ _id: 2 }, same)),
        await refusal(docs.findOneAndUpdate({ _id: 2 }, { $set: same })),
        await refusal(docs.updateOne({ _id: 4 }, { $set: same }, { upsert: true })),
      ];
      for (const fault of faults) {
        assert.equal(fault.code, duplicateKey);
        assert.deepEqual(fault['keyPattern'], { channel: 1, event: 1 });
      }
      assert.equal(await docs.countDocuments(), 2);
    },
  },
  {
    what: 'of twenty inserts of the same key at once exactly one is stored',
    check: async (db) => {
      const docs = db.collection<Doc>('race');
      await docs.createIndex({ key: 1 }, { unique: true }, undefined);
      const tries = await Promise.allSettled(numbers(20).map((_id) => docs.insertOne({ _id, key: 'one' })));
      assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 1);
      assert.equal(await docs.countDocuments(), 1);
    },
  },
  {
    what: 'an unordered insert names each document that is refused',
    check: async (db) => {
      const docs = db.collection<Doc>('each');
      await docs.createIndex({ key: 1 }, { unique: true }, undefined);
      const many = ['a', 'b', 'a', 'c', 'b'].map((key, _id) => ({ _id, key }));
      const fault: unknown = await docs.insertMany(many, { ordered: false }).catch((error: unknown) => error);
      assert(fault instanceof MongoBulkWriteError);
      const faults = Array.isArray(fault.writeErrors) ? fault.writeErrors : [fault.writeErrors];
      assert.deepEqual(
        faults.map(({ index, code }): unknown[] => [index, code]),
        [
          [2, duplicateKey],
          [4, duplicateKey],
        ],
      );
      assert.equal(fault.insertedCount, 3);
    },
  },
  {
    what: 'a partial unique index binds only the documents it covers',
    check: async (db) => {
      const docs = db.collection<Doc>('partial');
      await docs.createIndex(
        { owner: 1 },
        { unique: true, partialFilterExpression: { open: true } },
        undefined,
      );
      await docs.insertMany([
        { _id: 1, owner: 'x', open: true },
        { _id: 2, owner: 'x', open: false },
        { _id: 3, owner: 'x', open: false },
      ]);
      assert.equal((await refusal(docs.insertOne({ _id: 4, owner: 'x', open: true }))).code, duplicateKey);
      assert.equal((await refusal(docs.updateOne({ _id: 2 }, { $set: { open: true } }))).code, duplicateKey);
      await docs.updateOne({ _id: 1 }, { $set: { open: false } });
      await docs.updateOne({ _id: 2 }, { $set: { open: true } });
    },
  },
  {
    what: 'a sparse unique index lets documents without the field be',
    check: async (db) => {
      const docs = db.collection<Doc>('sparse');
      await docs.createIndex({ login: 1 }, { unique: true, sparse: true }, undefined);
      await docs.insertMany([{ _id: 1 }, { _id: 2 }, { _id: 3, login: 'a' }]);
      assert.equal((await refusal(docs.insertOne({ _id: 4, login: 'a' }))).code, duplicateKey);
    },
  },
  {
    what: 'a unique index is not made over documents that break it (11000)',
    check: async (db) => {
      const docs = db.collection<Doc>('broken');
      await docs.insertMany([
        { _id: 1, key: 'a' },
        { _id: 2, key: 'a' },
      ]);
      assert.equal(
        (await refusal(docs.createIndex({ key: 1 }, { unique: true }, undefined))).code,
        duplicateKey,
      );
    },
  },
  {
    what: 'an index made twice is one index; the same name for another key is refused',
    check: async (db) => {
      const docs = db.collection<Doc>('twice');
      const name = 'by-key';
      await docs.createIndex({ key: 1 }, { name }, undefined);
      await docs.createIndex({ key: 1 }, { name }, undefined);
      assert.deepEqual((await docs.indexes()).map((index) => index.name).sort(), ['_id_', name]);
      assert(
        [85, 86].includes(Number((await refusal(docs.createIndex({ other: 1 }, { name }, undefined))).code)),
      );
    },
  },
  {
    what: 'an index can be dropped',
    check: async (db) => {
      const docs = db.collection<Doc>('dropped');
      const name = await docs.createIndex({ key: 1 }, { unique: true }, undefined);
      await docs.dropIndex(name);
      await docs.insertMany([
        { _id: 1, key: 'a' },
        { _id: 2, key: 'a' },
      ]);
      assert.deepEqual(
        (await docs.indexes()).map((index) => index.name),
        ['_id_'],
      );
    },
  },
  {
    what: 'the indexes of a collection that is not there: NamespaceNotFound (26)',
    check: async (db) => {
      const fault = await refusal(db.collection('absent').listIndexes().toArray());
      assert.equal(fault.code, namespaceNotFound);
      assert.equal(fault.codeName, 'NamespaceNotFound');
    },
  },
  {
    what: 'a document past its time is deleted (TTL), others stay',
    check: async (db) => {
      const docs = db.collection<Doc>('expiring');
      await docs.createIndex({ expiresAt: 1 }, { expireAfterSeconds: 0 }, undefined);
      await docs.insertMany([
        { _id: 'due', expiresAt: new Date(Date.now() - 1000) },
        { _id: 'later', expiresAt: new Date(Date.now() + 3_600_000) },
        { _id: 'never' },
      ]);
      const deadline = Date.now() + expiryPatienceMs;
      while (Date.now() < deadline && (await docs.countDocuments()) === 3) await delay(250);
      assert.deepEqual(
        (await docs.find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id),
        ['later', 'never'],
      );
    },
  },
];
