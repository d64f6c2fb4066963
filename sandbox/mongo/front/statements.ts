// What the engine's functions take: the database's name and the command's own BSON, in that order.
const database = '$1::text';
const spec = '$2::documentdb_core.bson';

function call(name: string, columns: string): string {
  return `SELECT ${columns} FROM documentdb_api.${name}(${database}, ${spec})`;
}

const firstPage = 'cursorpage, continuation, cursorid';

/** Commands that open a cursor: the page, how to go on (null at the end), and the cursor's id. */
export const cursorStatements: Readonly<Record<string, string>> = {
  find: call('find_cursor_first_page', firstPage),
  aggregate: call('aggregate_cursor_first_page', firstPage),
  listCollections: call('list_collections_cursor_first_page', firstPage),
  listIndexes: call('list_indexes_cursor_first_page', firstPage),
};

export const getMoreStatement = `
  SELECT cursorpage, continuation
  FROM documentdb_api.cursor_get_more(${database}, ${spec}, $3::documentdb_core.bson)`;

/** Commands whose whole reply is what one function gives back. */
export const replyStatements: Readonly<Record<string, string>> = {
  insert: call('insert', 'p_result'),
  update: call('update', 'p_result'),
  delete: call('delete', 'p_result'),
  findAndModify: call('find_and_modify', 'p_result'),
  count: call('count_query', 'document'),
  distinct: call('distinct_query', 'document'),
  // The form that returns when the index is built: a unique one holds from the reply on.
  createIndexes: `SELECT documentdb_api_internal.create_indexes_non_concurrently(${database}, ${spec}, true)`,
  dropIndexes: `CALL documentdb_api.drop_indexes(${database}, ${spec})`,
  create: `SELECT documentdb_api.create_collection_view(${database}, ${spec})`,
  validate: `SELECT documentdb_api.validate(${database}, ${spec})`,
};

/** Commands that name a collection beside the spec. */
export const collectionStatements: Readonly<Record<string, string>> = {
  collMod: `SELECT documentdb_api.coll_mod(${database}, $2::text, $3::documentdb_core.bson)`,
};

/** Commands about a whole database, which need nothing but its name. */
export const databaseStatements: Readonly<Record<string, string>> = {
  dbStats: `SELECT documentdb_api.db_stats(${database})`,
};

/** Commands about the whole server, which need nothing but the spec. */
export const serverStatements: Readonly<Record<string, string>> = {
  listDatabases: 'SELECT documentdb_api.list_databases($1::documentdb_core.bson)',
  renameCollection: 'SELECT documentdb_api.rename_collection($1::documentdb_core.bson)',
};

export const dropCollectionStatement = `SELECT documentdb_api.drop_collection(${database}, $2::text)`;
export const dropDatabaseStatement = `SELECT documentdb_api.drop_database(${database})`;
export const deleteCursorsStatement = 'SELECT documentdb_api_internal.delete_cursors($1::text::bigint[])';
