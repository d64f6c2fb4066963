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

/**
 * From the program's start on a database that runs already to its being ready to store what platforms send: by the clock,
 * and as the time it had a core, which is the same on an idle machine but for the database's own time. Then to its pages,
 * and what it holds in memory.
 */
export async function benchStart({ db, uri, print }: BenchParts): Promise<void> {
  const timesMs: number[] = [];
  const coreMs: number[] = [];
  const pagesMs: number[] = [];
  let residentMb = 0;
  const { program, flags } = await startCommand();
  const dataKey = randomBytes(32).toString('base64');
  // the first start makes the collections and fills the caches of the compiler
  for (let start = 0; start <= STARTS; start++) {
    const port = await freePort();
    const startedAt = performance.now();
    const child = fork(program, {
      stdio: 'ignore',
      execArgv: flags,
      env: {
        PATH: process.env['PATH'],
        MONGODB_URI: uri,
        MONGODB_DB: db.databaseName,
        PORT: String(port),
        SANDBOX: 'on',
        DATA_KEY: dataKey,
        LOG_LEVEL: 'error',
      },
    });
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    try {
      await untilAnswered(port, '/readyz');
      if (start > 0) {
        timesMs.push(performance.now() - startedAt);
        coreMs.push(await coreTimeMs(child.pid ?? 0));
        await untilAnswered(port, '/tra-cuu');
        pagesMs.push(performance.now() - startedAt);
      }
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
  print('start to ready, time on a core', Math.min(...coreMs), 'ms');
  print('start to pages and answers', Math.min(...pagesMs), 'ms');
  print('resident memory idle', residentMb, 'MB');
}

/** What `npm start` runs. */
async function startCommand(): Promise<{ readonly program: string; readonly flags: string[] }> {
  const root = new URL('../../../', import.meta.url);
  const { scripts } = packageSchema.parse(JSON.parse(await readFile(new URL('package.json', root), 'utf8')));
  const [, ...words] = scripts.start.split(' ');
  const flags = words.filter((word) => word.startsWith('--'));
  const program = fileURLToPath(new URL(words.find((word) => !flags.includes(word)) ?? '', root));
  return { program, flags };
}

async function untilAnswered(port: number, path: string): Promise<void> {
  const deadline = Date.now() + GIVE_UP_MS;
  while (Date.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`).catch(() => null);
    if (answer?.status === 200) return;
    await pause(LOOK_EVERY_MS);
  }
  throw new Error(`The program did not answer at ${path}`);
}

/** Linux counts it in hundredths of a second: fields 14 and 15, of the program and of the kernel for it. */
async function coreTimeMs(processId: number): Promise<number> {
  const text = await readFile(`/proc/${processId}/stat`, 'utf8');
  const [user = 0, system = 0] = text.slice(text.lastIndexOf(')')).split(' ').slice(12, 14).map(Number);
  return (user + system) * 10;
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
