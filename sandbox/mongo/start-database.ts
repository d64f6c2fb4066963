import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cache-folder.ts';
import { noDatabase } from './database-error.ts';
import { startDocumentDb } from './engine/documentdb.ts';
import { whyNoEngine } from './engine/install.ts';
import type { MongodBinary } from './mongod/find-mongod.ts';
import { fetchedMongod, mongodAt, mongodOnPath } from './mongod/find-mongod.ts';
import { startMongod } from './mongod/mongod.ts';
import type { DatabaseKind, RunningDatabase } from './running-database.ts';

export type { RunningDatabase } from './running-database.ts';

export interface DatabaseOptions {
  /** Where the data are kept; made if it is not there. */
  readonly dataDir: string;
  /** Picks one kind (EMBEDDED_DATABASE); without it, the one that the data are of, else the first that can be had. */
  readonly kind?: DatabaseKind | undefined;
  /** The mongod to take before any other (MONGOD_BINARY). */
  readonly mongodBinary?: string | undefined;
  /** False gives up safety against a crash of the machine, for data that are thrown away. Default true. */
  readonly durable?: boolean;
  /** A short line now and then while something takes long. */
  readonly onProgress: (line: string) => void;
}

const transactionSilenceMs = 60_000;

/**
 * Starts a database on this machine, on a free loopback port: `mongodBinary`, mongod on the PATH, the mongod that
 * mongodb-memory-server fetches, PostgreSQL with DocumentDB from Debian's packages. Data stay with the kind that wrote
 * them. Throws DatabaseUnavailableError when none can be had, or the data are in use by another program.
 */
export async function startDatabase(options: DatabaseOptions): Promise<RunningDatabase> {
  const kind = options.kind ?? (await kindOfData(options.dataDir));
  const obstacles: string[] = [];
  if (kind !== 'documentdb') {
    const binary = await findMongod(options, kind === 'mongod', obstacles);
    if (binary !== undefined) return startMongod(binary, options.dataDir);
  }
  if (kind !== 'mongod') {
    const obstacle = await whyNoEngine(cacheFolder());
    if (obstacle === undefined) {
      return startDocumentDb({
        dataDir: options.dataDir,
        cacheFolder: cacheFolder(),
        durable: options.durable ?? true,
        transactionSilenceMs,
        onProgress: options.onProgress,
      });
    }
    obstacles.push(obstacle);
  }
  throw noDatabase(obstacles);
}

/** Data of one kind must not be passed over because the other kind has turned up on the machine since. */
async function kindOfData(dataDir: string): Promise<DatabaseKind | undefined> {
  const [mongod, documentdb] = await Promise.all(
    ['mongod', 'documentdb'].map((name) =>
      access(join(dataDir, name)).then(
        () => true,
        () => false,
      ),
    ),
  );
  if (mongod === documentdb) return undefined;
  return mongod === true ? 'mongod' : 'documentdb';
}

async function findMongod(
  options: DatabaseOptions,
  insist: boolean,
  obstacles: string[],
): Promise<MongodBinary | undefined> {
  const { mongodBinary, onProgress } = options;
  if (mongodBinary !== undefined && mongodBinary !== '') {
    try {
      return await mongodAt(mongodBinary);
    } catch {
      obstacles.push('MONGOD_BINARY cannot be run');
      onProgress(`MONGOD_BINARY (${mongodBinary}) cannot be run, looking further`);
    }
  }
  const onPath = await mongodOnPath(process.env['PATH'] ?? '');
  if (onPath !== undefined) return onPath;
  obstacles.push('no mongod on the PATH');
  try {
    return await fetchedMongod({ cacheFolder: cacheFolder(), insist, onProgress });
  } catch (error) {
    obstacles.push(error instanceof Error ? error.message : 'mongod cannot be fetched');
    return undefined;
  }
}
