import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { insertNew } from '../../../bot/road/insert-new.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

interface Doc {
  readonly _id: string;
}

/** A way to the database that can be cut. */
async function openLine(uri: string) {
  const { hostname, port } = new URL(uri);
  const sockets = new Set<Socket>();
  let isCut = false;
  const server = createServer((socket) => {
    const onward = connect(Number(port), hostname);
    for (const end of [socket, onward]) {
      sockets.add(end);
      end.on('error', () => undefined).on('close', () => sockets.delete(end));
    }
    socket.on('data', (bytes) => {
      if (isCut) socket.destroy();
      else onward.write(bytes);
    });
    socket.on('close', () => onward.destroy());
    onward.pipe(socket);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The line has no port');
  return {
    uri: `mongodb://127.0.0.1:${address.port}/?directConnection=true&serverSelectionTimeoutMS=500`,
    cut: () => {
      isCut = true;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

describe('Inserting what is new', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it('says of each document whether it was new', async () => {
    const docs = database.db.collection<Doc>('docs');
    expect(await insertNew(docs, [{ _id: 'a' }])).toEqual([true]);
    expect(await insertNew(docs, [{ _id: 'b' }, { _id: 'a' }, { _id: 'c' }])).toEqual([true, false, true]);
    expect(await insertNew(docs, [{ _id: 'b' }])).toEqual([false]);
  });

  it.each([[['d']], [['d', 'e']]])('never takes %j for stored when the database went away', async (ids) => {
    const line = await openLine(database.uri);
    const client = await MongoClient.connect(line.uri);
    const docs = client.db(database.name).collection<Doc>('docs');
    await docs.findOne();
    line.cut();
    await expect(
      insertNew(
        docs,
        ids.map((_id) => ({ _id })),
      ),
    ).rejects.toThrow();
    await client.close();
    line.close();
  });
});
