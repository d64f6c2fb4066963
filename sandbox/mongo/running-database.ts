export type DatabaseKind = 'mongod' | 'documentdb';

export interface RunningDatabase {
  /** For MongoDB's driver; names the replica set, without which there are no transactions. */
  readonly uri: string;
  readonly kind: DatabaseKind;
  /** What it is, for people. */
  readonly description: string;
  /** The process id of the engine (it changes when the engine is started again after a crash). */
  pid: () => number;
  /** Closes it; the data stay. */
  stop: () => Promise<void>;
}
