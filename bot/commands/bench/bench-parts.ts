import type { Db, MongoClient } from 'mongodb';
import type { LoadChild } from './load-child.ts';
import type { PrintBench } from './print.ts';

/** What a benchmark runs on. */
export interface BenchParts {
  readonly client: MongoClient;
  /** A database of its own, dropped afterwards. */
  readonly db: Db;
  /** Of the server, for programs that open a client of their own. */
  readonly uri: string;
  /** Opens another client of the same server that tells of each command it sends. */
  readonly openWatched: (onCommand: (name: string) => void) => Promise<MongoClient>;
  readonly load: LoadChild;
  readonly print: PrintBench;
}

export type Bench = (parts: BenchParts) => Promise<void>;
