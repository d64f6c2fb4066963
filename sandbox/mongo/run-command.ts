import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

export interface CommandOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly timeoutMs?: number;
  /** Ends the program when aborted. */
  readonly signal?: AbortSignal;
  /** Each line of both outputs as it comes. */
  readonly onLine?: (line: string) => void;
}

/** A program ended with a fault: the message names it and its last words. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

const keptLines = 400;

/**
 * Runs a program to its end and gives the last 400 lines it wrote (both outputs).
 * Throws CommandError when it cannot be started, fails, or passes `timeoutMs` (it is killed then).
 */
export async function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string[]> {
  // Not the option `timeout`: for a program that cannot be started its clock runs on and keeps this process alive.
  const limits = [
    ...(options.signal === undefined ? [] : [options.signal]),
    ...(options.timeoutMs === undefined ? [] : [AbortSignal.timeout(options.timeoutMs)]),
  ];
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    signal: AbortSignal.any(limits),
    killSignal: 'SIGKILL',
  });
  const lines: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      lines.push(line);
      if (lines.length > keptLines) lines.shift();
      options.onLine?.(line);
    });
  }
  const { code, signal, problem } = await endOf(child);
  if (problem !== undefined) throw new CommandError(`${program} was not run to its end: ${problem}`);
  if (code === 0) return lines;
  throw new CommandError(
    `${program} ended with ${signal ?? code ?? 'a fault'}: ${lines.slice(-3).join(' / ')}`,
  );
}

export interface ProcessEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Why the program could not even be started. */
  readonly problem?: string;
}

/** How a child process ends; never throws. */
export function endOf(child: ChildProcess): Promise<ProcessEnd> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ code: null, signal: null, problem: error.message }));
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
}
