import assert from 'node:assert/strict';
import type { ClientSession, Db, MongoClient } from 'mongodb';
import { MongoServerError, WriteConcern } from 'mongodb';
import type { RelianceRow } from './row.ts';
import { duplicateKey, numbers, refusal, writeConflict } from './row.ts';

interface Doc {
  _id: string | number;
  n: number;
}

const docsIn = (db: Db) => db.collection<Doc>('docs');

async function inTransaction(
  client: MongoClient,
  act: (session: ClientSession) => Promise<void>,
): Promise<void> {
  await client.withSession((session) => session.withTransaction(() => act(session)));
}

export const transactionRows: readonly RelianceRow[] = [
  {
    what: 'a transaction stores all its writes, in several collections, new ones too',
    check: async (db, client) => {
      await inTransaction(client, async (session) => {
        await docsIn(db).insertOne({ _id: 1, n: 1 }, { session });
        await db.collection<Doc>('others').insertOne({ _id: 2, n: 2 }, { session });
        await docsIn(db).updateOne({ _id: 1 }, { $inc: { n: 10 } }, { session });
      });
      assert.equal((await docsIn(db).findOne({ _id: 1 }))?.n, 11);
      assert.equal(await db.collection('others').countDocuments(), 1);
    },
  },
  {
    what: 'ten transactions at once that are the first to use a collection all succeed',
    check: async (db, client) => {
      const first = (_id: number) =>
        inTransaction(client, async (session) => {
          await docsIn(db).insertOne({ _id, n: 1 }, { session });
        });
      await Promise.all(numbers(10).map(first));
      assert.equal(await docsIn(db).countDocuments(), 10);
    },
  },
  {
    what: 'an aborted transaction leaves nothing, and its session can begin another',
    check: async (db, client) => {
      await docsIn(db).insertOne({ _id: 0, n: 0 });
      await client.withSession(async (session) => {
        session.startTransaction();
        await docsIn(db).insertOne({ _id: 1, n: 1 }, { session });
        await session.abortTransaction();
        session.startTransaction();
        await docsIn(db).insertOne({ _id: 2, n: 2 }, { session });
        await session.commitTransaction();
      });
      assert.deepEqual(
        (await docsIn(db).find().sort({ _id: 1 }).toArray()).map(({ _id }) => _id),
        [0, 2],
      );
    },
  },
  {
    what: 'nobody else sees a write before its commit; the transaction itself does',
    check: async (db, client) => {
      await docsIn(db).insertOne({ _id: 1, n: 1 });
      await client.withSession(async (session) => {
        session.startTransaction();
        await docsIn(db).updateOne({ _id: 1 }, { $set: { n: 2 } }, { session });
        assert.equal((await docsIn(db).findOne({ _id: 1 }, { session }))?.n, 2);
        assert.equal((await docsIn(db).findOne({ _id: 1 }))?.n, 1);
        await session.commitTransaction();
      });
      assert.equal((await docsIn(db).findOne({ _id: 1 }))?.n, 2);
    },
  },
  {
    what: 'a transaction reads one state of the data, whatever others store meanwhile',
    check: async (db, client) => {
      await docsIn(db).insertOne({ _id: 1, n: 1 });
      await client.withSession(async (session) => {
        session.startTransaction({
          readConcern: { level: 'snapshot' },
          writeConcern: new WriteConcern('majority'),
        });
        assert.equal((await docsIn(db).findOne({ _id: 1 }, { session }))?.n, 1);
        await docsIn(db).updateOne({ _id: 1 }, { $set: { n: 5 } });
        assert.equal((await docsIn(db).findOne({ _id: 1 }, { session }))?.n, 1);
        await session.commitTransaction();
      });
    },
  },
  {
    what: 'a write that conflicts with another is told as WriteConflict, to be tried again',
    check: async (db, client) => {
      await docsIn(db).insertOne({ _id: 1, n: 1 });
      await client.withSession(async (session) => {
        session.startTransaction();
        await docsIn(db).findOne({ _id: 1 }, { session });
        await docsIn(db).updateOne({ _id: 1 }, { $inc: { n: 1 } });
        const fault = await refusal(docsIn(db).updateOne({ _id: 1 }, { $inc: { n: 1 } }, { session }));
        assert.equal(fault.code, writeConflict);
        assert(fault.hasErrorLabel('TransientTransactionError'));
        await session.abortTransaction();
      });
    },
  },
  {
    what: 'withTransaction tries conflicts again until each of 40 increments by 8 workers counts once',
    check: async (db, client) => {
      await docsIn(db).insertOne({ _id: 'sum', n: 0 });
      const worker = async () => {
        for (const _ of numbers(5)) {
          await inTransaction(client, async (session) => {
            const doc = await docsIn(db).findOne({ _id: 'sum' }, { session });
            await docsIn(db).updateOne({ _id: 'sum' }, { $set: { n: (doc?.n ?? 0) + 1 } }, { session });
          });
        }
      };
      await Promise.all(numbers(8).map(worker));
      assert.equal((await docsIn(db).findOne({ _id: 'sum' }))?.n, 40);
    },
  },
  {
    what: 'two transactions that wait for each other do not both wait for ever',
    check: async (db, client) => {
      await docsIn(db).insertMany([
        { _id: 'a', n: 0 },
        { _id: 'b', n: 0 },
      ]);
      const cross = (first: string, second: string) =>
        inTransaction(client, async (session) => {
          await docsIn(db).updateOne({ _id: first }, { $inc: { n: 1 } }, { session });
          await docsIn(db).updateOne({ _id: second }, { $inc: { n: 1 } }, { session });
        });
      await Promise.all(numbers(6).map((index) => (index % 2 === 0 ? cross('a', 'b') : cross('b', 'a'))));
      assert.deepEqual(
        (await docsIn(db).find().toArray()).map(({ n }) => n),
        [6, 6],
      );
    },
  },
  {
    what: 'a duplicate key ends the transaction: nothing of it is stored',
    check: async (db, client) => {
      await docsIn(db).insertOne({ _id: 1, n: 1 });
      const fault = await refusal(
        inTransaction(client, async (session) => {
          await docsIn(db).insertOne({ _id: 2, n: 2 }, { session });
          await docsIn(db).insertOne({ _id: 1, n: 1 }, { session });
        }),
      );
      assert.equal(fault.code, duplicateKey);
      assert.equal(await docsIn(db).countDocuments(), 1);
    },
  },
  {
    what: 'a transaction that has ended cannot be gone on with (NoSuchTransaction)',
    check: async (db, client) => {
      await docsIn(db).insertOne({ _id: 1, n: 1 });
      await client.withSession(async (session) => {
        session.startTransaction();
        await docsIn(db).insertOne({ _id: 2, n: 2 }, { session });
        await refusal(docsIn(db).insertOne({ _id: 1, n: 1 }, { session }));
        const fault = await refusal(docsIn(db).insertOne({ _id: 3, n: 3 }, { session }));
        assert.equal(fault.code, 251);
        assert(fault.hasErrorLabel('TransientTransactionError'));
        await session.abortTransaction();
      });
    },
  },
  {
    what: 'a sorted read over several batches, findOneAndUpdate and a bulk write work in a transaction',
    check: async (db, client) => {
      await docsIn(db).insertMany(numbers(200).map((_id) => ({ _id, n: _id % 5 })));
      await inTransaction(client, async (session) => {
        const read = await docsIn(db).find({}, { session }).sort({ n: 1, _id: 1 }).batchSize(30).toArray();
        assert.equal(read.length, 200);
        assert.equal(read[40]?.n, 1);
        const { insertedCount } = await docsIn(db).bulkWrite(
          [{ insertOne: { document: { _id: 200, n: 0 } } }, { deleteOne: { filter: { _id: 0 } } }],
          { session },
        );
        assert.equal(insertedCount, 1);
        const taken = await docsIn(db).findOneAndUpdate(
          { n: 4 },
          { $set: { n: 9 } },
          { session, sort: { _id: 1 } },
        );
        assert.equal(taken?._id, 4);
      });
      assert.equal(await docsIn(db).countDocuments({ n: 9 }), 1);
    },
  },
  {
    what: 'an error of the program in a transaction rolls it back and comes out as it is',
    check: async (db, client) => {
      await docsIn(db).insertOne({ _id: 1, n: 1 });
      const own = new RangeError('own');
      const outcome: unknown = await inTransaction(client, async (session) => {
        await docsIn(db).deleteOne({ _id: 1 }, { session });
        throw own;
      }).catch((error: unknown) => error);
      assert.equal(outcome, own);
      assert(!(outcome instanceof MongoServerError));
      assert.equal(await docsIn(db).countDocuments(), 1);
    },
  },
];
