import { access, chmod, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { fetchedMongod, mongodAt, mongodOnPath } from '../../../sandbox/mongo/mongod/find-mongod.ts';
import { databaseKind } from '../../../sandbox/mongo/running-database.ts';
import { startDatabase } from '../../../sandbox/mongo/start-database.ts';
import { temporaryFolder } from './own-database.ts';

const quiet = () => undefined;

async function installFakeMongod(folder: string): Promise<string> {
  const path = join(folder, 'mongod');
  const script = new URL('fake-mongod.ts', import.meta.url).pathname;
  await mkdir(folder, { recursive: true });
  await writeFile(path, `#!/bin/sh\nexec "${process.execPath}" --import tsx "${script}" "$@"\n`);
  await chmod(path, 0o755);
  return path;
}

async function isPrimary(uri: string): Promise<boolean> {
  const client = await MongoClient.connect(uri, { serverSelectionTimeoutMS: 15_000 });
  const hello = await client.db('admin').command({ hello: 1 });
  await client.close();
  return hello['isWritablePrimary'] === true;
}

describe('a mongod on the machine', () => {
  let folder: Awaited<ReturnType<typeof temporaryFolder>>;
  let mongodBinary: string;
  beforeEach(async () => {
    folder = await temporaryFolder();
    mongodBinary = await installFakeMongod(join(folder.path, 'bin'));
  });
  afterEach(() => folder.remove());
  const start = () => startDatabase({ dataDir: join(folder.path, 'data'), mongodBinary, onProgress: quiet });

  it('is made a replica set of one, and says that it is the database', async () => {
    const database = await start();
    expect(database.kind).toBe('mongod');
    expect(database.description).toBe(`mongod 8.0.4 (${mongodBinary})`);
    expect(await isPrimary(database.uri)).toBe(true);
    await database.stop();
  });

  it('takes its data up again under another port', async () => {
    const first = await start();
    await first.stop();
    const second = await start();
    expect(second.uri).not.toBe(first.uri);
    expect(await isPrimary(second.uri)).toBe(true);
    await second.stop();
  });

  it('is started again under the same address when it is killed', async () => {
    const database = await start();
    const killed = database.pid();
    process.kill(killed, 'SIGKILL');
    expect(await isPrimary(database.uri)).toBe(true);
    for (let tries = 0; database.pid() === killed && tries < 500; tries += 1) await delay(20);
    expect(database.pid()).not.toBe(killed);
    await database.stop();
  });

  it('is tried again until it starts when it fails to after a crash', async () => {
    const database = await start();
    const script = await readFile(mongodBinary, 'utf8');
    const tried = join(folder.path, 'tried');
    await writeFile(mongodBinary, `#!/bin/sh\ntouch "${tried}"\nexit 1\n`);
    process.kill(database.pid(), 'SIGKILL');
    const wasTried = () =>
      access(tried).then(
        () => true,
        () => false,
      );
    for (let tries = 0; !(await wasTried()) && tries < 500; tries += 1) await delay(20);
    await writeFile(mongodBinary, script);
    expect(await isPrimary(database.uri)).toBe(true);
    await database.stop();
  });

  it('is found on the PATH, in the first folder that has one', async () => {
    const found = await mongodOnPath(`${join(folder.path, 'empty')}:${join(folder.path, 'bin')}`);
    expect(found).toEqual({ path: mongodBinary, version: '8.0.4' });
    expect(await mongodOnPath(join(folder.path, 'empty'))).toBeUndefined();
  });

  it('is not taken for one when it is another program', async () => {
    await expect(mongodAt('/bin/true')).rejects.toThrow('it names no version');
    await expect(mongodAt(join(folder.path, 'absent'))).rejects.toThrow('ENOENT');
  });

  it('is not fetched again within a day of a failure', async () => {
    await writeFile(join(folder.path, 'mongod-fetch-failed'), '');
    const fetch = fetchedMongod({ cacheFolder: folder.path, insist: false, onProgress: quiet });
    await expect(fetch).rejects.toThrow('could not be fetched within the last day');
  });
});

describe('EMBEDDED_DATABASE', () => {
  it.each([
    ['mongod', 'mongod'],
    ['documentdb', 'documentdb'],
    ['', undefined],
    [undefined, undefined],
  ])('%p picks %p', (text, kind) => {
    expect(databaseKind(text)).toBe(kind);
  });

  it('knows no third kind', () => {
    expect(() => databaseKind('sqlite')).toThrow(RangeError);
  });
});
