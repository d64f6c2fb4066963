import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { openDatabase } from '../database.ts';
import { readConfig } from '../config.ts';
import { benchIntake } from './bench/intake.ts';
import { createPrint, type PrintBench } from './bench/print.ts';
import { benchTurns } from './bench/turns.ts';
import type { Db, MongoClient } from 'mongodb';

type Bench = (client: MongoClient, db: Db, print: PrintBench) => Promise<void>;

const benches: Readonly<Record<string, Bench>> = { intake: benchIntake, turns: benchTurns };

/** `npm run bench [-- name …]`: every benchmark, or those named, each on a database of its own. */
async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => benches[name] === undefined);
  if (unknown.length > 0)
    throw new Error(
      `There is no benchmark ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}`,
    );
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'commune-bench-'));
  const database = await openDatabase({ ...readConfig(), dataDir }, (line) =>
    process.stderr.write(`${line}\n`),
  );
  const print = createPrint((line) => process.stdout.write(`${line}\n`));
  try {
    for (const [name, bench] of Object.entries(benches)) {
      if (names.length > 0 && !names.includes(name)) continue;
      const db = database.client.db(`bench-${name}-${Date.now()}`);
      try {
        await bench(database.client, db, print);
      } finally {
        await db.dropDatabase();
      }
    }
  } finally {
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The benchmark failed'}\n`);
  process.exit(1);
});
