import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface CommandOutcome {
  readonly exitCode: number;
  /** Both streams. */
  readonly printed: string;
}

/** Runs one of our commands to its end as `npm run` does; `environment` replaces the tests' own. */
export function runCommand(
  command: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<CommandOutcome> {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ...environment };
  const program = ['--import', 'tsx', `bot/commands/${command}.ts`, ...words];
  return new Promise((resolve) => {
    execFile(process.execPath, program, { cwd: root, env }, (error, stdout, stderr) => {
      const exitCode = error === null ? 0 : typeof error.code === 'number' ? error.code : -1;
      resolve({ exitCode, printed: stdout + stderr });
    });
  });
}
