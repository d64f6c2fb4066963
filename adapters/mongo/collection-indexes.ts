import type { IndexDescription } from 'mongodb';

/** The indexes that the queries of one collection need, declared beside those queries. */
export interface CollectionIndexes {
  readonly collection: string;
  readonly indexes: readonly (IndexDescription & { readonly name: string })[];
}
