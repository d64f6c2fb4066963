import type { ChildProcess } from 'node:child_process';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PostgresConnection } from '../front/postgres-connection.ts';
import { hasEnded, keepRunning } from '../keep-running.ts';
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
  const launch = (left: AbortSignal) =>
    launchPostgres({ root, durable, lockPatienceMs, isCancelled: () => left.aborted });
  let isStopping = false;
  const kept = await keepRunning(launch, (child) => child).catch(async (error: unknown) => {
    await folder.close();
    throw error;
  });

  return {
    openConnection: async (settings) => {
      const deadline = Date.now() + connectPatienceMs;
      for (;;) {
        await Promise.race([kept.restarted(), delay(deadline - Date.now(), undefined, { ref: false })]);
        try {
          return await PostgresConnection.open(socketPath, settings);
        } catch (error) {
          if (isStopping || Date.now() > deadline) throw error;
          await delay(20);
        }
      }
    },
    pid: () => kept.newest().pid ?? 0,
    stop: async () => {
      isStopping = true;
      await kept.leave();
      await stopChild(kept.newest(), durable);
      await folder.close();
    },
  };
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
