import type { RunningDatabase } from '../running-database.ts';
import { startFront } from '../front/front.ts';
import { prepareDataFolder } from './data-folder.ts';
import { installEngine } from './install.ts';
import { startPostgres } from './postgres-engine.ts';

export interface DocumentDbOptions {
  readonly dataDir: string;
  readonly cacheFolder: string;
  readonly durable: boolean;
  /** How long a transaction may hear nothing before it is rolled back. */
  readonly transactionSilenceMs: number;
  readonly lockPatienceMs?: number;
  readonly onProgress: (line: string) => void;
}

/** PostgreSQL with DocumentDB, installed if need be, on data in `dataDir`, behind MongoDB's wire protocol. */
export async function startDocumentDb(options: DocumentDbOptions): Promise<RunningDatabase> {
  const installed = await installEngine(options.cacheFolder, options.onProgress);
  const root = await prepareDataFolder(options.dataDir, installed);
  const engine = await startPostgres({
    root,
    durable: options.durable,
    ...(options.lockPatienceMs === undefined ? {} : { lockPatienceMs: options.lockPatienceMs }),
  });
  try {
    // The first connection tells that the engine is up.
    (await engine.openConnection('')).close();
    const front = await startFront({
      openConnection: engine.openConnection,
      transactionSilenceMs: options.transactionSilenceMs,
    });
    return {
      uri: front.uri,
      kind: 'documentdb',
      description: 'PostgreSQL 18 with DocumentDB',
      pid: engine.pid,
      stop: async () => {
        await front.close();
        await engine.stop();
      },
    };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}
