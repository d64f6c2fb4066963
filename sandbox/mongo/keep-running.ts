import type { ChildProcess } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { DatabaseUnavailableError } from './database-error.ts';

/** One that ran for so long before it ended had not crashed again: it is started anew at once. */
const steadyMs = 30_000;
const longestPauseMs = 2_000;

/** After the first crash it is started again at once, then after 0.1, 0.2, 0.4 s and so on: none is the last that is tried. */
const pauseAfter = (crashes: number): number =>
  crashes <= 1 ? 0 : Math.min(longestPauseMs, 50 * 2 ** (crashes - 1));

export interface KeptRunning<Engine> {
  /** The one that was started last. */
  newest: () => Engine;
  /** Resolves when no restart is under way. */
  restarted: () => Promise<void>;
  /** Starts no more, and resolves when no start is under way; the newest one is left as it is. */
  leave: () => Promise<void>;
}

/**
 * Starts an engine, and again whenever its process ends, with growing pauses. `launch` may give up when its signal is
 * aborted. Throws what the first launch throws; later ones are tried again.
 */
export async function keepRunning<Engine>(
  launch: (left: AbortSignal) => Promise<Engine>,
  processOf: (engine: Engine) => ChildProcess | undefined,
): Promise<KeptRunning<Engine>> {
  const left = new AbortController();
  let crashes = 0;
  let restart = Promise.resolve();

  const start = async (): Promise<Engine> => {
    const engine = await launch(left.signal);
    const child = processOf(engine);
    if (child === undefined || hasEnded(child))
      throw new DatabaseUnavailableError('The database engine ended as soon as it was up');
    const startedAt = Date.now();
    child.once('exit', () => {
      if (Date.now() - startedAt > steadyMs) crashes = 0;
      restart = startAgain();
    });
    return engine;
  };
  const startAgain = async (): Promise<void> => {
    while (!left.signal.aborted) {
      crashes += 1;
      try {
        await delay(pauseAfter(crashes), undefined, { signal: left.signal });
        newest = await start();
        return;
      } catch {
        // Killed again before it was up, or it cannot start: clients see a server that cannot be reached, the log says why.
      }
    }
  };
  let newest = await start();

  return {
    newest: () => newest,
    restarted: () => restart,
    leave: async () => {
      left.abort();
      await restart;
    },
  };
}

export function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
