import { fileURLToPath } from 'node:url';
import { freePort, startProgram, type Program } from '../support/program.ts';

const STARTS = 5;
const LAST_WORDS_CHARS = 2_000;
/** Each program has a clock that can be set. */
const preloaded = `--import=${fileURLToPath(new URL('./stepping-clock.mjs', import.meta.url))}`;

/** Programs on one database, each of which may be killed and is started again at once. */
export interface Processes {
  readonly origins: readonly string[];
  readonly kills: () => number;
  /** Kills one that runs, at random; waits for one when all are starting. */
  killOne(random: () => number): Promise<void>;
  /** Sets the clock of one that runs, at random, to another moment. */
  stepClockOfOne(random: () => number): void;
  readonly clockSteps: () => number;
  /** Resolves when all of them run. */
  running(): Promise<void>;
  /** Asks all to stop; gives the last words of those that ended by themselves or did not stop cleanly. */
  stop(): Promise<string[]>;
}

export async function startProcesses(
  count: number,
  environment: Readonly<Record<string, string>>,
): Promise<Processes> {
  let kills = 0;
  const unclean: string[] = [];
  let clockSteps = 0;
  const ports: number[] = [];
  for (let index = 0; index < count; index += 1) ports.push(await freePort());
  /** A program that finds no database at its start ends; whoever runs it starts it again. */
  const start = async (port: number): Promise<Program> => {
    for (let tries = 1; ; tries += 1) {
      try {
        return await startProgram(port, { ...environment, NODE_OPTIONS: preloaded });
      } catch (error) {
        if (tries === STARTS) throw error;
      }
    }
  };
  const starting = new Map<number, Promise<void>>();
  const running = new Map<number, Program>();
  const startAt = (port: number): void => {
    starting.set(
      port,
      start(port).then((program) => {
        running.set(port, program);
        starting.delete(port);
      }),
    );
  };
  for (const port of ports) startAt(port);
  const all = async (): Promise<void> => {
    await Promise.all(starting.values());
  };
  await all();
  return {
    origins: ports.map((port) => `http://127.0.0.1:${port}`),
    kills: () => kills,
    killOne: async (random) => {
      if (running.size === 0) await Promise.race(starting.values());
      const [port, program] = [...running][Math.floor(random() * running.size)]!;
      running.delete(port);
      if (program.exitCode() !== null) unclean.push(lastWords(program));
      kills += 1;
      await program.kill();
      startAt(port);
    },
    stepClockOfOne: (random) => {
      const program = [...running.values()][Math.floor(random() * running.size)];
      if (program === undefined) return;
      program.signal('SIGUSR2');
      clockSteps += 1;
    },
    clockSteps: () => clockSteps,
    running: all,
    stop: async () => {
      await all();
      const programs = [...running.values()];
      running.clear();
      for (const program of programs) if ((await program.terminate()) !== 0) unclean.push(lastWords(program));
      return unclean;
    },
  };
}

function lastWords(program: Program): string {
  return `exit ${String(program.exitCode())}: ${program.output().slice(-LAST_WORDS_CHARS)}`;
}
