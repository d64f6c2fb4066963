import { ensureIndexes } from '../adapters/mongo/ensure-indexes.ts';
import { ConfigError, EXIT_CONFIG, readConfig, type Config } from './config.ts';
import { compose } from './compose.ts';
import { loadDataKey } from './data-key.ts';
import { openDatabase } from './database.ts';
import { createLog } from './logging.ts';
import { roadIndexes } from './road/documents.ts';

/** A second signal, or this long after the first, ends the program as it is: everything is safe in the database. */
const STOP_WITHIN_MS = 10_000;

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function start(config: Config): Promise<() => Promise<void>> {
  const log = createLog(config.logLevel);
  const database = await openDatabase(config, say);
  log.info('database open', { name: database.description });
  await database.patiently((db) => ensureIndexes(db, roadIndexes));
  const dataKey = await loadDataKey(config);
  const app = await compose({ config, client: database.client, db: database.db, dataKey, log });
  await app.start();
  say('');
  for (const line of await app.greeting()) say(line);
  say('');
  return async () => {
    await app.stop();
    await database.close();
    log.info('stopped');
  };
}

async function main(): Promise<void> {
  const config = readConfig();
  let stopping = false;
  const starting = start(config);
  const stop = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    starting
      .then((close) => close())
      .then(
        () => process.exit(0),
        () => process.exit(1),
      );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  await starting;
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : 'The program could not start'}\n`);
  process.exit(error instanceof ConfigError ? EXIT_CONFIG : 1);
});
