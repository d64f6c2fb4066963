import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { endOf } from '../../../sandbox/mongo/run-command.ts';
import { describeWithEngine, startOwnDatabase, temporaryFolder } from './own-database.ts';

interface Doc {
  _id: string;
  n?: number;
}

/** The processes that live in the engine's folder: its own and nobody else's. */
async function engineProcesses(dataDir: string): Promise<number[]> {
  const root = join(dataDir, 'documentdb');
  const ids = (await readdir('/proc')).map(Number).filter((id) => id > 0);
  const roots = await Promise.all(ids.map((id) => readlink(`/proc/${id}/root`).catch(() => '')));
  return ids.filter((_, index) => roots[index] === root);
}

/** Kills all of the engine at once. */
async function killEngine(dataDir: string): Promise<void> {
  for (const id of await engineProcesses(dataDir)) {
    try {
      process.kill(id, 'SIGKILL');
    } catch {
      // It went with the others.
    }
  }
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 20_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error('The condition did not come true within 20 s');
    await delay(10);
  }
}

/** Starts the database in a program of its own. */
async function startProgram(dataDir: string) {
  const script = new URL('serve-database.ts', import.meta.url).pathname;
  const program = spawn(process.execPath, ['--import', 'tsx', script, dataDir], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(program.stdout, 'data')).map(String);
  const [uri = '', pid = ''] = (line ?? '').trim().split(' ');
  return { program, uri, enginePid: Number(pid) };
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Its path, of a new folder for each test. */
function folderOfEachTest(): { readonly path: string } {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(() => folder.remove());
  return {
    get path() {
      return folder.path;
    },
  };
}

async function keepOne(uri: string): Promise<void> {
  const client = await MongoClient.connect(uri);
  await client.db('kept').collection<Doc>('docs').insertOne({ _id: 'kept' });
  await client.close();
}

/** What is kept in the folder, as the next start finds it. */
async function countKept(folder: string): Promise<number> {
  const database = await startOwnDatabase(folder);
  const client = await MongoClient.connect(database.uri);
  const count = await client.db('kept').collection('docs').countDocuments();
  await client.close();
  await database.stop();
  return count;
}

describeWithEngine('a database whose engine is killed', () => {
  const folder = folderOfEachTest();

  it('comes back under the same address with every acknowledged insert', async () => {
    const database = await startOwnDatabase(folder.path);
    const client = await MongoClient.connect(database.uri);
    const docs = client.db('kills').collection<Doc>('docs');
    const acknowledged: string[] = [];
    let over = false;
    const writer = async (writerId: number) => {
      for (let index = 0; !over; index += 1) {
        const _id = `${writerId}-${index}`;
        const stored = await docs.insertOne({ _id }).then(
          () => true,
          () => false,
        );
        if (stored) acknowledged.push(_id);
      }
    };
    const writers = [0, 1, 2, 3, 4, 5].map(writer);
    for (const target of [150, 300]) {
      await until(() => acknowledged.length >= target);
      await killEngine(folder.path);
    }
    await until(() => acknowledged.length >= 450);
    over = true;
    await Promise.all(writers);
    const found = new Set((await docs.find().toArray()).map(({ _id }) => _id));
    expect(acknowledged.filter((id) => !found.has(id))).toEqual([]);
    await client.close();
    await database.stop();
  }, 90_000);

  it('comes back however often it is killed, also while it starts', async () => {
    const database = await startOwnDatabase(folder.path);
    const client = await MongoClient.connect(database.uri);
    const docs = client.db('kills').collection<Doc>('docs');
    await docs.insertOne({ _id: 'kept' });
    for (let kills = 0; kills < 6; kills += 1) {
      await until(async () => (await engineProcesses(folder.path)).length > 0);
      await killEngine(folder.path);
    }
    await until(() => docs.findOne({ _id: 'kept' }).then(Boolean, () => false));
    await client.close();
    await database.stop();
  }, 90_000);

  it('does each transaction exactly once, also those it died in', async () => {
    const database = await startOwnDatabase(folder.path);
    const client = await MongoClient.connect(database.uri);
    const docs = client.db('kills').collection<Doc>('docs');
    await docs.insertMany([
      { _id: 'a', n: 0 },
      { _id: 'b', n: 0 },
    ]);
    let done = 0;
    const worker = async () => {
      for (let index = 0; index < 25; index += 1) {
        await client.withSession((session) =>
          session.withTransaction(async () => {
            await docs.updateOne({ _id: 'a' }, { $inc: { n: 1 } }, { session });
            await docs.updateOne({ _id: 'b' }, { $inc: { n: 1 } }, { session });
          }),
        );
        done += 1;
      }
    };
    const workers = [worker(), worker(), worker(), worker()];
    for (const target of [15, 40, 70]) {
      await until(() => done >= target);
      await killEngine(folder.path);
    }
    await Promise.all(workers);
    expect((await docs.find().toArray()).map(({ n }) => n)).toEqual([100, 100]);
    await client.close();
    await database.stop();
  }, 90_000);

  it.each(['the one that directs the others', 'one of the others'])(
    'goes on when a single process of it is killed: %s',
    async (victim) => {
      const database = await startOwnDatabase(folder.path);
      const client = await MongoClient.connect(database.uri);
      const docs = client.db('kills').collection<Doc>('docs');
      await docs.insertOne({ _id: 'kept' });
      const others = (await engineProcesses(folder.path)).filter((id) => id !== database.pid());
      process.kill(victim.startsWith('one') ? others.at(-1)! : database.pid(), 'SIGKILL');
      expect(await docs.findOne({ _id: 'kept' })).toEqual({ _id: 'kept' });
      await client.close();
      await database.stop();
    },
    90_000,
  );
});

describeWithEngine('a program with a database that is killed', () => {
  const folder = folderOfEachTest();

  it('takes its engine with it, and the next start has the data', async () => {
    const { program, uri, enginePid } = await startProgram(folder.path);
    await keepOne(uri);
    const ended = endOf(program);
    program.kill('SIGKILL');
    await ended;
    await until(() => !isRunning(enginePid));
    expect(await countKept(folder.path)).toBe(1);
  }, 90_000);

  it('and its engine too leave data that the next start opens', async () => {
    const { program, uri } = await startProgram(folder.path);
    await keepOne(uri);
    program.kill('SIGKILL');
    await killEngine(folder.path);
    expect(await countKept(folder.path)).toBe(1);
  }, 90_000);
});
