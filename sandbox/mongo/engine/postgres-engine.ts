import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, open, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { PostgresConnection } from '../front/postgres-connection.ts';
import { clusterConfig, clusterFolder, socketFolder } from './cluster-config.ts';
import { clearEngineProcesses, spawnInEngine } from './engine-process.ts';

export interface PostgresEngine {
  /** Opens a connection; while the engine starts again it waits for that. Throws ConnectionLostError after 20 s. */
  openConnection: (options: string) => Promise<PostgresConnection>;
  pid: () => number;
  stop: () => Promise<void>;
}

export interface EngineOptions {
  /** The engine's whole world: program, data and sockets. */
  readonly root: string;
  readonly durable: boolean;
  /** The engine ended by itself; it is being started again. */
  readonly onCrash: () => void;
}

const connectPatienceMs = 20_000;
const stopPatienceMs = 20_000;
const leftoverPatienceMs = 5000;
const maxCrashesInARow = 5;
const steadyMs = 30_000;

/** Starts PostgreSQL on the data under `root` and keeps it up until `stop`. */
export async function startPostgres(options: EngineOptions): Promise<PostgresEngine> {
  const { root } = options;
  // Through the descriptor the socket's path is short however long the folder's is: the system allows 107 bytes.
  const folder = await open(join(root, socketFolder));
  const socketPath = `/proc/self/fd/${folder.fd}/.s.PGSQL.5432`;
  let stopping = false;
  let crashes = 0;
  let child = await launch(options);

  const openConnection = async (settings: string) => {
    const deadline = Date.now() + connectPatienceMs;
    for (;;) {
      try {
        return await PostgresConnection.open(socketPath, settings);
      } catch (error) {
        if (stopping || Date.now() > deadline) throw error;
        await delay(20);
      }
    }
  };
  const watch = () => {
    const startedAt = Date.now();
    child.once('exit', () => {
      if (stopping) return;
      crashes = Date.now() - startedAt > steadyMs ? 1 : crashes + 1;
      options.onCrash();
      if (crashes <= maxCrashesInARow) void restart();
    });
  };
  const restart = async () => {
    const next = await launch(options);
    child = next;
    if (stopping) next.kill('SIGINT');
    else watch();
  };

  watch();
  return {
    openConnection,
    pid: () => child.pid ?? 0,
    stop: async () => {
      stopping = true;
      await stopChild(child, options);
      await folder.close();
    },
  };
}

async function launch({ root, durable }: EngineOptions): Promise<ChildProcess> {
  await clearEngineProcesses(root, leftoverPatienceMs);
  // Nobody uses the data any more, so the note of who did is void. PostgreSQL would take a stranger that got the same
  // process id since for a live server.
  await rm(join(root, clusterFolder, 'postmaster.pid'), { force: true });
  await writeFile(join(root, clusterFolder, 'postgresql.conf'), clusterConfig(durable));
  const child = spawnInEngine(root, 'postgres', ['-D', clusterFolder]);
  const log = join(root, '..', 'documentdb.log');
  await writeFile(log, '');
  for (const output of [child.stdout, child.stderr]) {
    output?.on('data', (chunk: Buffer) => void appendFile(log, chunk).catch(() => undefined));
  }
  return child;
}

/** Throw-away data need no orderly end. */
async function stopChild(child: ChildProcess, { root, durable }: EngineOptions): Promise<void> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, 'exit');
    child.kill(durable ? 'SIGINT' : 'SIGQUIT');
    const impatient = setTimeout(() => child.kill('SIGQUIT'), stopPatienceMs);
    await exited;
    clearTimeout(impatient);
  }
  await clearEngineProcesses(root, leftoverPatienceMs);
}
