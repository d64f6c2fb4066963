import { availableParallelism } from 'node:os';
import { CommandError, runCommand } from '../../sandbox/mongo/run-command.ts';

/** What `npm run check` asks for before the tests, as scripts of package.json; the longest first. */
const CHECKS = ['lint', 'types', 'format:check', 'rooms', 'knowledge -- check', 'unused'];

/** Runs one check and prints all that it said once it ended; true when nothing is wrong. */
async function passes(check: string): Promise<boolean> {
  const lines: string[] = [];
  const startedAt = Date.now();
  const sound = await runCommand('npm', ['run', '--silent', ...check.split(' ')], {
    onLine: (line) => lines.push(line),
  }).then(
    () => true,
    (error: unknown) => {
      if (!(error instanceof CommandError)) throw error;
      return false;
    },
  );
  const seconds = Math.round((Date.now() - startedAt) / 1_000);
  console.log([`${sound ? '✓' : '✗'} npm run ${check} (${seconds} s)`, ...lines].join('\n'));
  return sound;
}

/** Runs as many checks at once as there are processors; all of them, also when one finds something. */
async function main(): Promise<boolean> {
  const waiting = [...CHECKS];
  const results: boolean[] = [];
  const lane = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift())
      results.push(await passes(check));
  };
  await Promise.all(Array.from({ length: availableParallelism() }, lane));
  return results.every((sound) => sound);
}

process.exitCode = (await main()) ? 0 : 1;
