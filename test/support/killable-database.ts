import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { databaseKind } from '../../sandbox/mongo/running-database.ts';
import { startDatabase } from '../../sandbox/mongo/start-database.ts';

export interface KillableDatabase {
  readonly uri: string;
  readonly description: string;
  /** Kills the engine at once, as a power cut would, or says false while it is starting again; null for one not ours to kill. */
  readonly kill: (() => boolean) | null;
  stop(): Promise<void>;
}

/** A database that may be killed, safe on disk before it answers; the one that MONGODB_URI names is left alive. */
export async function startKillableDatabase(): Promise<KillableDatabase> {
  const given = process.env['MONGODB_URI'];
  if (given !== undefined && given !== '') {
    return { uri: given, description: 'MONGODB_URI', kill: null, stop: () => Promise.resolve() };
  }
  const folder = await mkdtemp(join(tmpdir(), 'commune-chaos-'));
  const database = await startDatabase({
    dataDir: folder,
    kind: databaseKind(process.env['EMBEDDED_DATABASE']),
    mongodBinary: process.env['MONGOD_BINARY'],
    durable: true,
    onProgress: () => undefined,
  });
  return {
    uri: database.uri,
    description: database.description,
    kill: () => {
      // PostgreSQL is a group of processes, mongod is one
      const pid = database.kind === 'documentdb' ? -database.pid() : database.pid();
      try {
        return process.kill(pid, 'SIGKILL');
      } catch {
        return false;
      }
    },
    stop: async () => {
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
