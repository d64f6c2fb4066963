import { BSON } from 'mongodb';
import type { PostgresConnection } from './postgres-connection.ts';

const indexStatement = `
  SELECT (i.index_spec).index_name, (i.index_spec).index_key
  FROM documentdb_api_catalog.collection_indexes i
  JOIN documentdb_api_catalog.collections c USING (collection_id)
  WHERE c.database_name = $1::text AND c.collection_name = $2::text
    AND ((i.index_spec).index_name = $3::text OR 'documents_rum_index_' || i.index_id = $3::text)`;

export interface DuplicateKey {
  readonly message: string;
  readonly keyPattern: BSON.Document | undefined;
}

/**
 * Says which unique index refused a document, in MongoDB's words. `clue` is the engine's message or the name of the
 * violated constraint. The values stay out of the message: they may be a person's.
 */
export async function describeDuplicateKey(
  connection: PostgresConnection,
  database: string,
  collection: string,
  clue: string,
): Promise<DuplicateKey> {
  const name = /Index '(.*)'$/.exec(clue)?.[1] ?? clue;
  const message = (index: string) =>
    `E11000 duplicate key error collection: ${database}.${collection} index: ${index}`;
  if (name === '_id_' || name.startsWith('collection_pk_')) {
    return { message: message('_id_'), keyPattern: { _id: 1 } };
  }
  const [row] = await connection.query(
    indexStatement,
    [database, collection, name].map((text) => Buffer.from(text)),
  );
  const key = row?.[1];
  return {
    message: message(row?.[0]?.toString() ?? name),
    keyPattern: key === null || key === undefined ? undefined : BSON.deserialize(key),
  };
}

/** The values of the index's fields in a document that was refused; undefined when the document is not at hand. */
export function keyValueOf(
  document: BSON.Document | undefined,
  keyPattern: BSON.Document | undefined,
): BSON.Document | undefined {
  if (document === undefined || keyPattern === undefined) return undefined;
  const valueAt = (path: string): unknown =>
    path.split('.').reduce<unknown>((value, step) => {
      return typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined;
    }, document);
  return Object.fromEntries(Object.keys(keyPattern).map((path) => [path, valueAt(path) ?? null]));
}
