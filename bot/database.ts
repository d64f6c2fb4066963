import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { MongoClient, type Db } from 'mongodb';
import { startDatabase } from '../sandbox/mongo/start-database.ts';
import type { Config } from './config.ts';

/** A database the program may use, its own or a given one. */
export interface OpenDatabase {
  readonly client: MongoClient;
  readonly db: Db;
  /** What it runs on, for people. */
  readonly description: string;
  close(): Promise<void>;
}

const SERVER_SELECTION_MS = 5_000;
/** Nothing that is asked takes so long: a connection that died unnoticed is given up on, and what it carried is unknown. */
const ANSWER_WITHIN_MS = 20_000;
const PROBE_MS = 1_000;
const MAX_POOL = 64;

async function connect(uri: string, databaseName: string, selectionMs = SERVER_SELECTION_MS) {
  const client = new MongoClient(uri, {
    serverSelectionTimeoutMS: selectionMs,
    socketTimeoutMS: ANSWER_WITHIN_MS,
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

/** Another of our programs may run the embedded database already: a command then joins it. */
async function joinRunning(uriFile: string, databaseName: string): Promise<OpenDatabase | null> {
  let uri: string;
  try {
    uri = (await readFile(uriFile, 'utf8')).trim();
  } catch {
    return null;
  }
  try {
    const { client, db } = await connect(uri, databaseName, PROBE_MS);
    return { client, db, description: 'the database that is already running', close: () => client.close() };
  } catch {
    return null;
  }
}

/**
 * Opens `MONGODB_URI`, or the embedded database of the data folder (joined when it runs, else started).
 * Rejects with one clear sentence where none can be had.
 */
export async function openDatabase(
  config: Pick<Config, 'mongodb' | 'embeddedDatabase' | 'dataDir'>,
  onProgress: (line: string) => void,
): Promise<OpenDatabase> {
  const { uri, database } = config.mongodb;
  if (uri !== null) {
    const { client, db } = await connect(uri, database);
    return { client, db, description: 'the database at MONGODB_URI', close: () => client.close() };
  }
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
  const { client, db } = await connect(running.uri, database);
  return {
    client,
    db,
    description: running.description,
    close: async () => {
      await client.close();
      await rm(uriFile, { force: true });
      await running.stop();
    },
  };
}
