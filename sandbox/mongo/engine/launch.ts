import type { ChildProcess } from 'node:child_process';
import { open, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseUnavailableError } from '../database-error.ts';
import { PostgresConnection } from '../front/postgres-connection.ts';
import type { ProcessEnd } from '../run-command.ts';
import { endOf } from '../run-command.ts';
import { clusterConfig, clusterFolder } from './cluster-config.ts';
import { lockedExitCode, spawnInEngine } from './engine-process.ts';

export interface LaunchOptions {
  readonly root: string;
  readonly durable: boolean;
  readonly socketPath: string;
  /** True when the wait should be given up. */
  readonly isCancelled: () => boolean;
}

const lockPatienceMs = 20_000;
const pollMs = 20;

/**
 * Starts PostgreSQL and waits until it takes connections. An engine whose program was killed, or what is left of a
 * crashed one, needs a moment to end: for that it waits up to 20 s. Throws DatabaseUnavailableError when another program
 * uses the data, or PostgreSQL ends.
 */
export async function launchPostgres(options: LaunchOptions): Promise<ChildProcess> {
  const { root } = options;
  await writeFile(join(root, clusterFolder, 'postgresql.conf'), clusterConfig(options.durable));
  const logPath = `${root}.log`;
  const log = await open(logPath, 'w');
  try {
    const deadline = Date.now() + lockPatienceMs;
    for (;;) {
      const args = ['-D', clusterFolder];
      const child = spawnInEngine({ root, program: 'postgres', args, output: log.fd });
      const end = await endOrReady(child, options);
      if (end === undefined) return child;
      if (end.code !== lockedExitCode) {
        throw new DatabaseUnavailableError(`PostgreSQL does not start, ${logPath} says why`);
      }
      if (Date.now() > deadline || options.isCancelled()) {
        throw new DatabaseUnavailableError(`The database in ${root} is in use by another program`);
      }
      await delay(5 * pollMs);
    }
  } finally {
    await log.close();
  }
}

/** How PostgreSQL ended, or undefined as soon as it takes connections (or nobody wants it any more). */
async function endOrReady(child: ChildProcess, options: LaunchOptions): Promise<ProcessEnd | undefined> {
  const state: { end?: ProcessEnd } = {};
  void endOf(child).then((end) => {
    state.end = end;
  });
  while (state.end === undefined && !options.isCancelled()) {
    try {
      (await PostgresConnection.open(options.socketPath)).close();
      return undefined;
    } catch {
      await delay(pollMs);
    }
  }
  return state.end;
}
