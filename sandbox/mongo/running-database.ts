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

/** What EMBEDDED_DATABASE says; undefined for nothing. Throws RangeError for anything else than the two kinds. */
export function databaseKind(text: string | undefined): DatabaseKind | undefined {
  if (text === undefined || text === '') return undefined;
  if (text === 'mongod' || text === 'documentdb') return text;
  throw new RangeError(`EMBEDDED_DATABASE is "${text}", but only mongod and documentdb are known`);
}
