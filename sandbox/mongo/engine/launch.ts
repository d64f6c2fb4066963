import type { ChildProcess } from 'node:child_process';
import type { FileHandle } from 'node:fs/promises';
import { open, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseUnavailableError } from '../database-error.ts';
import type { ProcessEnd } from '../run-command.ts';
import { endOf } from '../run-command.ts';
import { clusterConfig, clusterFolder } from './cluster-config.ts';
import { lockedExitCode, spawnInEngine } from './engine-process.ts';

export interface LaunchOptions {
  readonly root: string;
  readonly durable: boolean;
  /** How long data that another engine still uses are waited for. */
  readonly lockPatienceMs: number;
  /** True when the wait should be given up. */
  readonly isCancelled: () => boolean;
}

const pollMs = 20;
const maxLogBytes = 1_000_000;

/**
 * Starts PostgreSQL and waits until it takes connections. An engine whose program was killed, or what is left of a
 * crashed one, needs a moment to end: for that it waits. Throws DatabaseUnavailableError when another program
 * uses the data, or PostgreSQL ends.
 */
export async function launchPostgres(options: LaunchOptions): Promise<ChildProcess> {
  const { root } = options;
  await writeFile(join(root, clusterFolder, 'postgresql.conf'), clusterConfig(options.durable));
  const logPath = `${root}.log`;
  const log = await openLog(logPath);
  try {
    const deadline = Date.now() + options.lockPatienceMs;
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
    if (await isReady(child, options.root)) return undefined;
    await delay(pollMs);
  }
  return state.end;
}

/** PostgreSQL notes in its data whose they are and, in the eighth line, whether it takes connections yet. */
async function isReady(child: ChildProcess, root: string): Promise<boolean> {
  const note = await readFile(join(root, clusterFolder, 'postmaster.pid'), 'utf8').catch(() => '');
  const lines = note.split('\n');
  return Number(lines[0]) === child.pid && lines[7]?.trim() === 'ready';
}

/** Goes on with the log of before, unless that has grown long. */
async function openLog(path: string): Promise<FileHandle> {
  const before = await stat(path).catch(() => undefined);
  return open(path, before !== undefined && before.size > maxLogBytes ? 'w' : 'a');
}
