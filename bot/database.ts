import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MongoClient, MongoError, type Db, type MongoClientOptions } from 'mongodb';
import { startDatabase } from '../sandbox/mongo/start-database.ts';
import { ConfigError, type Config } from './config.ts';
import { outlast } from './keep-trying.ts';

/** A database the program may use, its own or a given one. */
export interface OpenDatabase {
  readonly client: MongoClient;
  readonly db: Db;
  /** What it runs on, for people. */
  readonly description: string;
  /**
   * Lets work that may be done twice be done over a connection of its own that waits half an hour for an answer: a large index
   * takes minutes to build. When the database goes away in the middle, the work is done again for a minute.
   */
  patiently(work: (db: Db) => Promise<void>): Promise<void>;
  close(): Promise<void>;
}

const SERVER_SELECTION_MS = 5_000;
/** Nothing that is asked takes so long: a connection that died unnoticed is given up on, and what it carried is unknown. */
const ANSWER_WITHIN_MS = 20_000;
const PATIENCE_MS = 30 * 60_000;
const PROBE_MS = 1_000;
const MAX_POOL = 64;

interface Limits {
  readonly selectionMs?: number;
  readonly answerWithinMs?: number;
}

/** The driver's own words quote the address, and with it the password. */
function clientOf(uri: string, options: MongoClientOptions): MongoClient {
  try {
    return new MongoClient(uri, options);
  } catch {
    throw new ConfigError([
      'MONGODB_URI: cannot be read; in a password, signs such as @ : / ? # % stand as %40 %3A %2F %3F %23 %25',
    ]);
  }
}

async function connect(
  uri: string,
  databaseName: string,
  { selectionMs = SERVER_SELECTION_MS, answerWithinMs = ANSWER_WITHIN_MS }: Limits,
) {
  const client = clientOf(uri, {
    serverSelectionTimeoutMS: selectionMs,
    socketTimeoutMS: answerWithinMs,
    maxPoolSize: MAX_POOL,
    appName: 'commune-police-assistant',
  });
  try {
    await client.connect();
    const db = client.db(databaseName);
    await db.command({ ping: 1 });
    return { client, db };
  } catch (error) {
    await client.close();
    throw error;
  }
}

async function openAt(
  uri: string,
  databaseName: string,
  description: string,
  limits: Limits = {},
): Promise<OpenDatabase> {
  const { client, db } = await connect(uri, databaseName, limits).catch((error: unknown) => {
    if (!(error instanceof MongoError)) throw error;
    throw new Error(`${description} cannot be opened: ${error.message}`, { cause: error });
  });
  return {
    client,
    db,
    description,
    patiently: (work) =>
      outlast(async () => {
        const patient = await connect(uri, databaseName, { answerWithinMs: PATIENCE_MS });
        try {
          await work(patient.db);
        } finally {
          await patient.client.close();
        }
      }),
    close: () => client.close(),
  };
}

/** Another of our programs may run the embedded database already: a command then joins it. */
async function joinRunning(uriFile: string, databaseName: string): Promise<OpenDatabase | null> {
  let uri: string;
  try {
    uri = (await readFile(uriFile, 'utf8')).trim();
  } catch {
    return null;
  }
  try {
    return await openAt(uri, databaseName, 'The database that is already running', { selectionMs: PROBE_MS });
  } catch {
    return null;
  }
}

/**
 * Opens `MONGODB_URI`, or the embedded database of the data folder (joined when it runs, else started).
 * Rejects with one clear sentence where none can be had, and with ConfigError where the address cannot be read.
 */
export async function openDatabase(
  config: Pick<Config, 'mongodb' | 'embeddedDatabase' | 'dataDir'>,
  onProgress: (line: string) => void,
  limits: Limits = {},
): Promise<OpenDatabase> {
  const { uri, database } = config.mongodb;
  if (uri !== null) return openAt(uri, database, 'The database at MONGODB_URI', limits);
  const uriFile = path.join(config.dataDir, 'database-uri');
  const joined = await joinRunning(uriFile, database);
  if (joined !== null) return joined;
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
  const { kind, mongodBinary } = config.embeddedDatabase;
  const running = await startDatabase({
    dataDir: path.join(config.dataDir, 'database'),
    ...(kind === null ? {} : { kind }),
    ...(mongodBinary === null ? {} : { mongodBinary }),
    onProgress,
  });
  await writeFile(uriFile, running.uri, { mode: 0o600 });
  const opened = await openAt(running.uri, database, running.description, limits);
  return {
    ...opened,
    close: async () => {
      await opened.close();
      await rm(uriFile, { force: true });
      await running.stop();
    },
  };
}
