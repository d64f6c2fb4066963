import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { runChaos } from './run-chaos.ts';
import { LONG, SHORT } from './sizes.ts';
import { isGood, verdictRows, verdictTable } from './verdict.ts';

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function wholeNumber(text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (!Number.isInteger(value) || value < 0) throw new Error('A count must be a whole number');
  return value;
}

/** `npm run chaos [-- --short] [--kills N] [--database-kills N] [--report FILE]`: exit 1 when a figure is not as it must be. */
async function main(words: string[]): Promise<number> {
  const { values } = parseArgs({
    args: words,
    options: {
      short: { type: 'boolean', default: false },
      kills: { type: 'string' },
      'database-kills': { type: 'string' },
      report: { type: 'string', default: '.data/chaos-report.json' },
    },
  });
  const size = values.short ? SHORT : LONG;
  const result = await runChaos({
    ...size,
    kills: wholeNumber(values.kills, size.kills),
    databaseKills: wholeNumber(values['database-kills'], size.databaseKills),
    onProgress: say,
  });
  const rows = verdictRows(result);
  await mkdir(path.dirname(values.report), { recursive: true });
  await writeFile(values.report, `${JSON.stringify({ good: isGood(rows), ...result, rows }, null, 2)}\n`);
  say(`\n${result.seconds} s with ${result.processes} processes on ${result.database}\n`);
  say(verdictTable(rows));
  if (result.databaseKills < size.databaseKills) say('\nThe database at MONGODB_URI is not ours to kill.');
  say(`\n${values.report}`);
  return isGood(rows) ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof Error ? error.message : 'Chaos could not be run'}\n`);
    process.exit(1);
  },
);
