import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../../bot/config.ts';
import { openDatabase } from '../../bot/database.ts';
import type { SimulationResult } from './judge.ts';
import { simulate } from './simulation.ts';

const RESIDENTS = 200;
const AT_ONCE = 40;
const START = 20_261_122;
/** Fewer correct reports than this fail the command. */
const LEAST_CORRECT_PERCENT = 98;

/** `npm run simulate [-- --residents 200] [--start n] [--json]`: a population of residents reports, and each report is checked. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      residents: { type: 'string', default: String(RESIDENTS) },
      start: { type: 'string', default: String(START) },
      json: { type: 'boolean', default: false },
    },
  });
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'commune-simulate-'));
  const database = await openDatabase({ ...readConfig(), dataDir }, (line) =>
    process.stderr.write(`${line}\n`),
  );
  const db = database.client.db(`simulate-${Date.now()}`);
  try {
    const residents = Number(values.residents);
    const result = await simulate({
      client: database.client,
      db,
      residents,
      atOnce: AT_ONCE,
      start: Number(values.start),
    });
    process.stdout.write(values.json ? `${JSON.stringify(result)}\n` : `${table(result)}\n`);
    if (result.correctPercent < LEAST_CORRECT_PERCENT || result.lost > 0) process.exitCode = 1;
  } finally {
    await db.dropDatabase();
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function table(result: SimulationResult): string {
  const rows = result.byHabit.map(
    ({ habit, residents, correct, medianMessages }) =>
      `${habit.padEnd(20)} ${String(residents).padStart(9)} ${String(correct).padStart(8)} ${String(medianMessages).padStart(16)}`,
  );
  const faults = result.faults.map(
    ({ resident, habit, channel, fault, stuckAt }) =>
      `  resident ${resident} (${habit}, ${channel}): ${fault}${stuckAt === null ? '' : `, after: ${stuckAt.slice(-100)}`}`,
  );
  return [
    'habit                residents  correct  median messages',
    ...rows,
    '',
    `${result.correctPercent} % of ${result.residents} ended with a correct report; ${result.lost} lost something.`,
    `Median messages a report: ${result.medianMessages}. Receipts read: ${result.receipts.readRightly} of ${result.receipts.sent}. Restarts: ${result.restarts}. Dead letters: ${result.deadLetters}. ${result.seconds} s.`,
    ...faults,
  ].join('\n');
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The simulation failed'}\n`);
  process.exit(1);
});
