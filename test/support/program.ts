import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { until } from './until.ts';

/** How many events the kill test sends: `KILL_EVENTS=500 npm test -- test/journeys/kill` is the long form. */
export const EVENTS = Number(process.env['KILL_EVENTS'] ?? 120);

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The product as a process of its own, as `npm start` runs it. */
export interface Program {
  readonly origin: string;
  readonly output: () => string;
  /** Its exit code once it ended by itself or was asked to; null while it runs, or when it was killed. */
  readonly exitCode: () => number | null;
  /** Ends it without warning, as a power cut would. */
  kill(): Promise<void>;
  /** Asks it to stop; gives the exit code. */
  terminate(): Promise<number | null>;
  signal(name: NodeJS.Signals): void;
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('There is no free port');
  return address.port;
}

/** Starts it and waits until it answers people; it stores what platforms send a little before. `environment` replaces the tests' own. */
export async function startProgram(
  port: number,
  environment: Readonly<Record<string, string>>,
): Promise<Program> {
  const child: ChildProcess = spawn(process.execPath, ['bot/start.mjs'], {
    cwd: root,
    env: { PATH: process.env['PATH'], HOME: process.env['HOME'], PORT: String(port), ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  child.stdout?.on('data', (chunk) => output.push(String(chunk)));
  child.stderr?.on('data', (chunk) => output.push(String(chunk)));
  const origin = `http://127.0.0.1:${port}`;
  const ended = once(child, 'exit');
  await until(
    'the program to answer',
    async () => {
      if (child.exitCode !== null) throw new Error(`The program ended at once: ${output.join('')}`);
      try {
        return (await fetch(`${origin}/tra-cuu`)).ok;
      } catch {
        return false;
      }
    },
    60_000,
  );
  return {
    origin,
    output: () => output.join(''),
    exitCode: () => child.exitCode,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    terminate: async () => {
      child.kill('SIGTERM');
      await ended;
      return child.exitCode;
    },
    signal: (name) => {
      child.kill(name);
    },
  };
}
