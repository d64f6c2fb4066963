import { fork } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { BenchParts } from './bench-parts.ts';

const packageSchema = z.object({ scripts: z.object({ start: z.string() }) });
const STARTS = 3;
const GIVE_UP_MS = 30_000;
const LOOK_EVERY_MS = 10;
/** Long enough for what the start has left over to be done and collected. */
const IDLE_MS = 5_000;

/** From the program's start on a database that runs already to its being ready, and what it then holds in memory. */
export async function benchStart({ db, uri, print }: BenchParts): Promise<void> {
  const timesMs: number[] = [];
  let residentMb = 0;
  const flags = await startFlags();
  const dataKey = randomBytes(32).toString('base64');
  // the first start makes the collections and fills the caches of the compiler
  for (let start = 0; start <= STARTS; start++) {
    const port = await freePort();
    const startedAt = performance.now();
    const child = fork(fileURLToPath(new URL('../../main.ts', import.meta.url)), {
      stdio: 'ignore',
      execArgv: [...process.execArgv, ...flags],
      env: { PATH: process.env['PATH'], MONGODB_URI: uri, MONGODB_DB: db.databaseName, PORT: String(port), SANDBOX: 'on', DATA_KEY: dataKey, LOG_LEVEL: 'error' }, // prettier-ignore
    });
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    try {
      await untilReady(port);
      if (start > 0) timesMs.push(performance.now() - startedAt);
      if (start === STARTS) {
        await pause(IDLE_MS);
        residentMb = await residentMemoryMb(child.pid ?? 0);
      }
    } finally {
      child.kill('SIGTERM');
      await ended;
    }
  }
  print('start to ready', Math.min(...timesMs), 'ms');
  print('resident memory idle', residentMb, 'MB');
}

/** What `npm start` tells Node.js besides. */
async function startFlags(): Promise<string[]> {
  const text = await readFile(fileURLToPath(new URL('../../../package.json', import.meta.url)), 'utf8');
  const { scripts } = packageSchema.parse(JSON.parse(text));
  return scripts.start.split(' ').filter((word) => word.startsWith('--'));
}

async function untilReady(port: number): Promise<void> {
  const deadline = Date.now() + GIVE_UP_MS;
  while (Date.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => null);
    if (answer?.status === 200) return;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error('The program did not get ready');
}

async function residentMemoryMb(processId: number): Promise<number> {
  const status = await readFile(`/proc/${processId}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
