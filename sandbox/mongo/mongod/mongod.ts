import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import type { MongoInstance } from 'mongodb-memory-server-core';
import { keepRunning } from '../keep-running.ts';
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
  const launch = async (): Promise<MongoInstance> => {
    const library = await import('mongodb-memory-server-core');
    return library.MongoInstance.create({
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
  };
  const kept = await keepRunning(launch, ({ mongodProcess }) => mongodProcess);
  const stop = async () => {
    await kept.leave();
    await kept.newest().stop();
  };

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
    pid: () => kept.newest().mongodProcess?.pid ?? 0,
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
