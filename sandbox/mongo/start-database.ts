import { cacheFolder } from './cache-folder.ts';
import { startDocumentDb } from './engine/documentdb.ts';
import type { DatabaseKind, RunningDatabase } from './running-database.ts';

export type { DatabaseKind, RunningDatabase } from './running-database.ts';

export interface DatabaseOptions {
  /** Where the data are kept; made if it is not there. */
  readonly dataDir: string;
  readonly kind?: DatabaseKind;
  readonly mongodBinary?: string;
  /** False gives up safety against a crash of the machine, for data that are thrown away. */
  readonly durable?: boolean;
  /** A line now and then while something takes long. */
  readonly onProgress: (line: string) => void;
}

export async function startDatabase(options: DatabaseOptions): Promise<RunningDatabase> {
  return startDocumentDb({
    dataDir: options.dataDir,
    cacheFolder: cacheFolder(),
    durable: options.durable ?? true,
    transactionSilenceMs: 60_000,
    onProgress: options.onProgress,
  });
}
