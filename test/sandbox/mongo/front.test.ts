import { once } from 'node:events';
import type { Socket } from 'node:net';
import { createConnection } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { BSON, MongoClient, MongoServerError } from 'mongodb';
import type { RunningDatabase } from '../../../sandbox/mongo/running-database.ts';
import { describeWithEngine, startOwnDatabase, temporaryFolder } from './own-database.ts';

interface Doc {
  _id: number;
  n: number;
}

const opMsg = 2013;

function frame(body: Buffer, kind = opMsg): Buffer {
  const header = Buffer.alloc(16);
  header.writeInt32LE(16 + body.length, 0);
  header.writeInt32LE(7, 4);
  header.writeInt32LE(kind, 12);
  return Buffer.concat([header, body]);
}

function message(document: BSON.Document | Buffer, flags = 0): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt32LE(flags, 0);
  return frame(Buffer.concat([head, Buffer.isBuffer(document) ? document : BSON.serialize(document)]));
}

function withLength(length: number): Buffer {
  const header = Buffer.alloc(16);
  header.writeInt32LE(length, 0);
  header.writeInt32LE(opMsg, 12);
  return header;
}

const ping = { ping: 1, $db: 'admin' };
const brokenInside = () => {
  const bytes = Buffer.from(BSON.serialize({ insert: 'docs', documents: [{ _id: 1, a: 'text' }], $db: 'x' }));
  bytes.writeInt32LE(0x7fff_fff0, bytes.indexOf('text') - 4);
  return bytes;
};

const malformed: readonly (readonly [string, Buffer])[] = [
  ['a length of nought', withLength(0)],
  ['a length shorter than a header', withLength(15)],
  ['a negative length', withLength(-1)],
  ['a length beyond the limit', withLength(0x7fff_ffff)],
  ['text of another protocol', Buffer.from('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n')],
  ['an unknown kind of message', frame(Buffer.alloc(30), 2012)],
  ['no room for a document', frame(Buffer.alloc(2))],
  ['an unknown section', frame(Buffer.from([0, 0, 0, 0, 9, 5, 0, 0, 0, 0]))],
  ['an unknown required flag', message(ping, 4)],
  [
    'two bodies',
    frame(Buffer.concat([Buffer.alloc(5), BSON.serialize(ping), Buffer.from([0]), BSON.serialize(ping)])),
  ],
  ['a document longer than its message', message(Buffer.from([100, 0, 0, 0, 0]))],
  ['an empty command', message({})],
  ['a command without a database', message({ ping: 1 })],
  ['a database that is no text', message({ ping: 1, $db: 5 })],
  ['a field of an unknown type', message(Buffer.from([12, 0, 0, 0, 99, 97, 0, 1, 2, 3, 4, 0]))],
  ['a field without an end to its name', message(Buffer.from([9, 0, 0, 0, 16, 97, 97, 97, 0]))],
  ['a transaction without a session', message({ find: 'docs', autocommit: false, $db: 'x' })],
  ['a sequence cut off', frame(Buffer.from([0, 0, 0, 0, 1, 9, 0, 0, 0, 97, 97, 97, 97, 97]))],
];

describeWithEngine('the front of the database', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let database: RunningDatabase;
  let client: MongoClient;
  beforeAll(async () => {
    folder = await temporaryFolder();
    database = await startOwnDatabase(folder.path, { durable: false, transactionSilenceMs: 400 });
    client = await MongoClient.connect(database.uri);
  });
  afterAll(async () => {
    await client.close();
    await database.stop();
    await folder.remove();
  });

  async function connect(): Promise<Socket> {
    const socket = createConnection(Number(new URL(database.uri).port), '127.0.0.1');
    socket.on('error', () => undefined);
    await once(socket, 'connect');
    return socket;
  }
  const isAlive = async () => (await client.db('admin').command({ ping: 1 }))['ok'] === 1;
  const closed = async (socket: Socket) => {
    socket.resume();
    if (!socket.closed) await once(socket, 'close');
    return true;
  };

  it.each(malformed)('closes the connection of who sends %s, and serves the others', async (_, bytes) => {
    const socket = await connect();
    socket.write(bytes);
    expect(await closed(socket)).toBe(true);
    expect(await isAlive()).toBe(true);
  });

  it('answers a command that comes byte by byte', async () => {
    const socket = await connect();
    for (const byte of message(ping)) socket.write(Buffer.from([byte]));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    expect(BSON.deserialize(answer.subarray(21))).toEqual({ ok: 1 });
    socket.destroy();
  });

  it('answers two commands that come at once, in order, and tolerates a checksum', async () => {
    const socket = await connect();
    const summed = Buffer.concat([message(ping, 1), Buffer.alloc(4)]);
    summed.writeInt32LE(summed.length, 0);
    socket.write(Buffer.concat([summed, message({ hello: 1, $db: 'admin' })]));
    const received: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => received.push(chunk));
    while (!Buffer.concat(received).includes('isWritablePrimary')) await once(socket, 'data');
    expect(Buffer.concat(received).readInt32LE(8)).toBe(7);
    socket.destroy();
  });

  it('refuses a document that is broken inside and keeps the engine up', async () => {
    const socket = await connect();
    socket.write(message(brokenInside()));
    const [answer] = (await once(socket, 'data')) as [Buffer];
    const reply = BSON.deserialize(answer.subarray(21));
    expect(reply['ok'] === 0 || Array.isArray(reply['writeErrors'])).toBe(true);
    expect(await isAlive()).toBe(true);
    socket.destroy();
  });

  it('survives any bytes in place of some of a good message', async () => {
    const good = message({
      find: 'docs',
      filter: { a: [1, { b: 'c' }] },
      lsid: { id: new BSON.UUID() },
      $db: 'x',
    });
    const damage = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(damage, async (changes) => {
        const bytes = Buffer.from(good);
        for (const [at, value] of changes) bytes[at] = value;
        const socket = await connect();
        socket.end(bytes);
        await closed(socket);
        expect(await isAlive()).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('refuses a command that it does not know, by name', async () => {
    const refused = client.db('x').command({ sing: 1 });
    await expect(refused).rejects.toMatchObject({ code: 59, codeName: 'CommandNotFound' });
  });

  it('tells an unknown cursor as CursorNotFound', async () => {
    const refused = client.db('x').command({ getMore: BSON.Long.fromNumber(12345), collection: 'docs' });
    await expect(refused).rejects.toMatchObject({ code: 43, codeName: 'CursorNotFound' });
  });

  it('rolls a transaction back that hears nothing for its time, and frees what it held', async () => {
    const docs = client.db('silence').collection<Doc>('docs');
    await docs.insertOne({ _id: 1, n: 0 });
    await client.withSession(async (session) => {
      session.startTransaction();
      await docs.updateOne({ _id: 1 }, { $set: { n: 1 } }, { session });
      // Waits for the lock of the silent transaction.
      await docs.updateOne({ _id: 1 }, { $set: { n: 2 } });
      expect(await docs.findOne()).toEqual({ _id: 1, n: 2 });
      const late: unknown = await session.commitTransaction().catch((error: unknown) => error);
      expect(late).toBeInstanceOf(MongoServerError);
      expect(late).toMatchObject({ code: 251 });
    });
  });

  it('rolls a transaction back whose client is gone', async () => {
    const docs = client.db('gone').collection<Doc>('docs');
    await docs.insertOne({ _id: 1, n: 0 });
    const other = await MongoClient.connect(database.uri);
    const session = other.startSession();
    session.startTransaction();
    await other
      .db('gone')
      .collection<Doc>('docs')
      .updateOne({ _id: 1 }, { $set: { n: 1 } }, { session });
    await other.close(true);
    await docs.updateOne({ _id: 1 }, { $inc: { n: 10 } });
    expect(await docs.findOne()).toEqual({ _id: 1, n: 10 });
  });

  it('refuses a hundred duplicates at once, each with its index', async () => {
    const docs = client.db('duplicates').collection<Doc>('docs');
    await docs.insertOne({ _id: 1, n: 1 });
    const tries = Array.from({ length: 100 }, () =>
      docs.insertOne({ _id: 1, n: 2 }).catch((error: unknown) => error),
    );
    for (const refused of await Promise.all(tries)) {
      expect(refused).toMatchObject({ code: 11_000, keyPattern: { _id: 1 }, keyValue: { _id: 1 } });
    }
  });

  it('serves 200 writes of 20 clients at once', async () => {
    const docs = client.db('many').collection<Doc>('docs');
    const clients = await Promise.all(Array.from({ length: 20 }, () => MongoClient.connect(database.uri)));
    const writes = Array.from({ length: 200 }, (_, _id) => {
      const own = clients[_id % clients.length] ?? client;
      return own.db('many').collection<Doc>('docs').insertOne({ _id, n: _id });
    });
    await Promise.all(writes);
    expect(await docs.countDocuments()).toBe(200);
    await Promise.all(clients.map((own) => own.close()));
  });
});
