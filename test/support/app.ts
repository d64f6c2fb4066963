import { randomBytes } from 'node:crypto';
import { Writable } from 'node:stream';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { ensureIndexes } from '../../adapters/mongo/ensure-indexes.ts';
import { compose, type App } from '../../bot/compose.ts';
import { readConfig } from '../../bot/config.ts';
import { createLog } from '../../bot/logging.ts';
import { roadIndexes } from '../../bot/road/documents.ts';
import type { Clock } from '../../reports/ports.ts';
import type { TestDatabase } from './database.ts';
import type { Platforms } from './platforms.ts';

export interface TestApp {
  readonly app: App;
  readonly origin: string;
  /** Everything the program logged. */
  readonly logs: () => string;
  stop(): Promise<void>;
}

/** The composed product on port 0 with a database of its own; with `platforms` wired to them, else with its sandbox. */
export async function startApp(
  database: TestDatabase,
  platforms: Platforms | null,
  environment: Readonly<Record<string, string>> = {},
  clock: Clock = () => new Date(),
): Promise<TestApp> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'commune-app-'));
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const config = readConfig({
    PORT: '0',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'debug',
    ...platforms?.environment,
    ...environment,
  });
  await ensureIndexes(database.db, roadIndexes);
  const app = await compose({
    config,
    client: database.client,
    db: database.db,
    dataKey: config.dataKey ?? randomBytes(32),
    log: createLog(config.logLevel, stream),
    clock,
  });
  platforms?.setTarget(app.origin);
  await app.start();
  return {
    app,
    origin: app.origin,
    logs: () => lines.join(''),
    stop: async () => {
      await app.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
