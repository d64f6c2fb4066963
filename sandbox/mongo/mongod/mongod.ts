import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { MongoInstance } from 'mongodb-memory-server-core';
import { DatabaseUnavailableError } from '../database-error.ts';
import { pauseAfter, STEADY_MS } from '../pause-after-crash.ts';
import type { RunningDatabase } from '../running-database.ts';
import type { MongodBinary } from './find-mongod.ts';
import { makeReplicaSet, replicaSetName } from './replica-set.ts';

const host = '127.0.0.1';
const launchTimeoutMs = 60_000;

/**
 * mongod as a replica set of one on data in `dataDir`, on a free loopback port. The library starts it and ends it when
 * this process is gone; it is started again after a crash, until it runs.
 */
export async function startMongod(binary: MongodBinary, dataDir: string): Promise<RunningDatabase> {
  const dbPath = join(dataDir, 'mongod');
  await mkdir(dbPath, { recursive: true });
  const port = await freePort();
  const address = `${host}:${port}`;
  const stopped = new AbortController();
  let crashes = 0;
  let relaunched: Promise<void> = Promise.resolve();

  const launch = async (): Promise<MongoInstance> => {
    const library = await import('mongodb-memory-server-core');
    const instance = await library.MongoInstance.create({
      instance: {
        port,
        dbPath,
        ip: host,
        replSet: replicaSetName,
        storageEngine: 'wiredTiger',
        launchTimeout: launchTimeoutMs,
        // Half of the machine's memory is the default, too much for a guest.
        args: ['--wiredTigerCacheSizeGB', '0.5', '--setParameter', 'ttlMonitorSleepSecs=10'],
      },
      binary: { systemBinary: binary.path, version: binary.version },
    });
    const { mongodProcess } = instance;
    if (mongodProcess?.exitCode !== null || mongodProcess.signalCode !== null)
      throw new DatabaseUnavailableError('mongod ended as soon as it was up');
    const startedAt = Date.now();
    mongodProcess.once('exit', () => {
      if (Date.now() - startedAt > STEADY_MS) crashes = 0;
      relaunched = relaunch();
    });
    return instance;
  };
  const relaunch = async () => {
    while (!stopped.signal.aborted) {
      crashes += 1;
      try {
        await delay(pauseAfter(crashes), undefined, { signal: stopped.signal });
        current = await launch();
        return;
      } catch {
        // Killed again before it was up, or it cannot start: clients see a server that cannot be reached.
      }
    }
  };
  const stop = async () => {
    stopped.abort();
    await relaunched;
    await current.stop();
  };
  let current = await launch();

  try {
    await makeReplicaSet(address);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    uri: `mongodb://${address}/?replicaSet=${replicaSetName}`,
    kind: 'mongod',
    description: `mongod ${binary.version} (${binary.path})`,
    pid: () => current.mongodProcess?.pid ?? 0,
    stop,
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}
