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
  const child = spawn(program, args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: options.timeoutMs,
    signal: options.signal,
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
  const end = await endOf(child);
  const ending = end.code === 0 ? '' : (end.problem ?? `ended with ${end.signal ?? end.code ?? 'a fault'}`);
  if (ending === '') return lines;
  throw new CommandError(`${program} ${args[0] ?? ''} ${ending}: ${lines.slice(-3).join(' / ')}`);
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
