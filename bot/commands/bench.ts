import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { MongoClient } from 'mongodb';
import { readConfig } from '../config.ts';
import { openDatabase } from '../database.ts';
import { benchBacklog } from './bench/backlog.ts';
import type { Bench } from './bench/bench-parts.ts';
import { benchGrowth } from './bench/growth.ts';
import { benchIntake } from './bench/intake.ts';
import { benchKnowledge, benchKnowledgeGrowth } from './bench/knowledge.ts';
import { startLoad } from './bench/load-child.ts';
import { createPrint } from './bench/print.ts';
import { benchStart } from './bench/start.ts';
import { benchTurns } from './bench/turns.ts';
import { benchWholeTurns } from './bench/whole-turns.ts';
import { inWords, runCommand } from './run.ts';

const benches: Readonly<Record<string, Bench>> = {
  intake: benchIntake,
  turns: benchTurns,
  product: benchWholeTurns,
  knowledge: ({ print }) => benchKnowledge(print),
  start: benchStart,
  backlog: benchBacklog,
  growth: benchGrowth,
  'knowledge-growth': ({ print }) => benchKnowledgeGrowth(print),
};
/** Takes minutes: only when it is named. */
const LONG: ReadonlySet<string> = new Set(['backlog', 'growth', 'knowledge-growth']);

/** `npm run bench [-- name …]`: every benchmark but the long ones, or those named, each on a database of its own. */
async function main(names: readonly string[]): Promise<void> {
  const unknown = names.filter((name) => benches[name] === undefined);
  if (unknown.length > 0)
    throw new Error(
      `There is no benchmark ${unknown.join(', ')}; there are: ${Object.keys(benches).join(', ')}`,
    );
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'commune-bench-'));
  const config = { ...readConfig(), dataDir };
  const database = await openDatabase(config, (line) => process.stderr.write(`${line}\n`));
  const uri = config.mongodb.uri ?? (await readFile(path.join(dataDir, 'database-uri'), 'utf8'));
  const openWatched = async (onCommand: (name: string) => void): Promise<MongoClient> => {
    const client = new MongoClient(uri, { monitorCommands: true });
    client.on('commandStarted', ({ commandName }) => onCommand(commandName));
    return client.connect();
  };
  const print = createPrint((line) => process.stdout.write(`${line}\n`));
  const load = await startLoad();
  try {
    for (const [name, bench] of Object.entries(benches)) {
      if (names.length > 0 ? !names.includes(name) : LONG.has(name)) continue;
      const db = database.client.db(`bench-${name}-${Date.now()}`);
      try {
        await bench({ client: database.client, db, uri, openWatched, load, print });
      } finally {
        await db.dropDatabase();
      }
    }
  } finally {
    load.stop();
    await database.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

runCommand(main, inWords('The benchmark failed'));
