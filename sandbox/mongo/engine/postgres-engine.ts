import type { ChildProcess } from 'node:child_process';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PostgresConnection } from '../front/postgres-connection.ts';
import { DatabaseUnavailableError } from '../database-error.ts';
import { pauseAfter, STEADY_MS } from '../pause-after-crash.ts';
import { endOf } from '../run-command.ts';
import { socketFolder } from './cluster-config.ts';
import { launchPostgres } from './launch.ts';

export interface PostgresEngine {
  /** Opens a connection; while the engine starts again it waits for that. Throws ConnectionLostError after 20 s. */
  openConnection: (settings: string) => Promise<PostgresConnection>;
  pid: () => number;
  stop: () => Promise<void>;
}

export interface EngineOptions {
  /** The engine's whole world: program, data and sockets. */
  readonly root: string;
  readonly durable: boolean;
  /** How long data that another engine still uses are waited for. Default 20 s, time for a full shutdown. */
  readonly lockPatienceMs?: number;
}

const connectPatienceMs = 20_000;
const stopPatienceMs = 20_000;

/** Starts PostgreSQL on the data under `root` and keeps it up until `stop`. Throws DatabaseUnavailableError. */
export async function startPostgres(options: EngineOptions): Promise<PostgresEngine> {
  const { root, durable, lockPatienceMs = 20_000 } = options;
  // Through the descriptor the socket's path is short however long the folder's is: the system allows 107 bytes.
  const folder = await open(join(root, socketFolder));
  const socketPath = `/proc/self/fd/${folder.fd}/.s.PGSQL.5432`;
  const stopped = new AbortController();
  let crashes = 0;
  const launch = async () => {
    const isCancelled = () => stopped.signal.aborted;
    const child = await launchPostgres({ root, durable, lockPatienceMs, isCancelled });
    if (hasEnded(child)) throw new DatabaseUnavailableError('PostgreSQL ended as soon as it was up');
    const startedAt = Date.now();
    child.once('exit', () => {
      if (Date.now() - startedAt > STEADY_MS) crashes = 0;
      relaunched = relaunch();
    });
    return child;
  };
  const relaunch = async () => {
    while (!stopped.signal.aborted) {
      crashes += 1;
      try {
        await delay(pauseAfter(crashes), undefined, { signal: stopped.signal });
        current = await launch();
        return;
      } catch {
        // Killed again before it was up, or it cannot start: clients see a server that cannot be reached, the log says why.
      }
    }
  };
  let relaunched: Promise<void> = Promise.resolve();
  let current = await launch().catch(async (error: unknown) => {
    await folder.close();
    throw error;
  });

  return {
    openConnection: async (settings) => {
      const deadline = Date.now() + connectPatienceMs;
      for (;;) {
        await Promise.race([relaunched, delay(deadline - Date.now(), undefined, { ref: false })]);
        try {
          return await PostgresConnection.open(socketPath, settings);
        } catch (error) {
          if (stopped.signal.aborted || Date.now() > deadline) throw error;
          await delay(20);
        }
      }
    },
    pid: () => current.pid ?? 0,
    stop: async () => {
      stopped.abort();
      await relaunched;
      await stopChild(current, durable);
      await folder.close();
    },
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

/** Data that are thrown away need no orderly end. */
async function stopChild(child: ChildProcess, durable: boolean): Promise<void> {
  if (hasEnded(child)) return;
  const end = endOf(child);
  child.kill(durable ? 'SIGINT' : 'SIGQUIT');
  const impatient = setTimeout(() => child.kill('SIGQUIT'), stopPatienceMs);
  await end;
  clearTimeout(impatient);
}
