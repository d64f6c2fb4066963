import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe } from '@jest/globals';
import { cacheFolder } from '../../../sandbox/mongo/cache-folder.ts';
import type { DocumentDbOptions } from '../../../sandbox/mongo/engine/documentdb.ts';
import { startDocumentDb } from '../../../sandbox/mongo/engine/documentdb.ts';
import { whyNoEngine } from '../../../sandbox/mongo/engine/install.ts';
import type { RunningDatabase } from '../../../sandbox/mongo/running-database.ts';

/** These rules are about PostgreSQL with DocumentDB; a machine that cannot have it runs on mongod. */
export const describeWithEngine = (await whyNoEngine(cacheFolder())) === undefined ? describe : describe.skip;

export async function temporaryFolder(): Promise<{ path: string; remove: () => Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'commune-engine-'));
  return { path, remove: () => rm(path, { recursive: true, force: true }) };
}

/** A database of the test's own, which it may kill. */
export function startOwnDatabase(
  dataDir: string,
  options: Partial<DocumentDbOptions> = {},
): Promise<RunningDatabase> {
  return startDocumentDb({
    dataDir,
    cacheFolder: cacheFolder(),
    durable: true,
    transactionSilenceMs: 60_000,
    onProgress: () => undefined,
    ...options,
  });
}
