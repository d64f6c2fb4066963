import { BSON } from 'mongodb';
import { integerValue, readFields } from './bson-fields.ts';
import type { Command } from './command.ts';
import type { CursorStore } from './cursors.ts';
import type { PostgresConnection } from './postgres-connection.ts';
import { CommandRefusedError, reply } from './replies.ts';
import {
  collectionStatements,
  cursorStatements,
  databaseStatements,
  deleteCursorsStatement,
  dropCollectionStatement,
  dropDatabaseStatement,
  getMoreStatement,
  replyStatements,
  serverStatements,
} from './statements.ts';

const bytes = (text: string) => Buffer.from(text);

/** Runs a command on a connection and gives the engine's reply. Throws PostgresError and CommandRefusedError. */
export async function execute(
  command: Command,
  connection: PostgresConnection,
  cursors: CursorStore,
): Promise<Buffer> {
  const { name, spec } = command;
  const database = bytes(command.database);
  const firstPage = cursorStatements[name];
  if (firstPage !== undefined) return openCursor(command, connection, cursors, firstPage);
  if (name === 'getMore') return getMore(command, connection, cursors);
  if (name === 'killCursors') return killCursors(command, connection, cursors);

  const whole = replyStatements[name];
  if (whole !== undefined) return single(connection, whole, [database, spec]);
  const ofCollection = collectionStatements[name];
  if (ofCollection !== undefined)
    return single(connection, ofCollection, [database, bytes(command.target), spec]);
  const ofDatabase = databaseStatements[name];
  if (ofDatabase !== undefined) return single(connection, ofDatabase, [database]);
  const ofServer = serverStatements[name];
  if (ofServer !== undefined) return single(connection, ofServer, [spec]);

  if (name === 'drop') {
    await connection.query(dropCollectionStatement, [database, bytes(command.target)]);
    return Buffer.from(reply({ ns: `${command.database}.${command.target}` }));
  }
  if (name === 'dropDatabase') {
    await connection.query(dropDatabaseStatement, [database]);
    return Buffer.from(reply({ dropped: command.database }));
  }
  throw new CommandRefusedError('CommandNotFound', `no such command: '${name}'`);
}

async function single(
  connection: PostgresConnection,
  statement: string,
  parameters: readonly Buffer[],
): Promise<Buffer> {
  const rows = await connection.query(statement, parameters);
  const document = rows[0]?.[0];
  if (document === null || document === undefined) return Buffer.from(reply({}));
  return document;
}

async function openCursor(
  command: Command,
  connection: PostgresConnection,
  cursors: CursorStore,
  statement: string,
): Promise<Buffer> {
  const [row] = await connection.query(statement, [bytes(command.database), command.spec]);
  const [page, continuation, id] = row ?? [];
  if (!page) throw new CommandRefusedError('InternalError', `The engine gave no page for ${command.name}`);
  if (continuation && id) {
    cursors.keep(id.readBigInt64BE(0), continuation, Date.now());
  }
  return page;
}

async function getMore(
  command: Command,
  connection: PostgresConnection,
  cursors: CursorStore,
): Promise<Buffer> {
  const [first] = readFields(command.spec);
  const id = first === undefined ? undefined : integerValue(command.spec, first);
  const cursor = id === undefined ? undefined : cursors.take(id, Date.now());
  if (id === undefined || cursor === undefined) {
    throw new CommandRefusedError('CursorNotFound', `cursor id ${String(id)} not found`);
  }
  const [row] = await connection.query(getMoreStatement, [bytes(command.database), command.spec, cursor]);
  const [page, continuation] = row ?? [];
  if (!page) throw new CommandRefusedError('InternalError', 'The engine gave no page for getMore');
  if (continuation) cursors.keep(id, continuation, Date.now());
  return page;
}

async function killCursors(
  command: Command,
  connection: PostgresConnection,
  cursors: CursorStore,
): Promise<Buffer> {
  const list = readFields(command.spec).find(({ name }) => name === 'cursors');
  const array = list?.type === 4 ? command.spec.subarray(list.value, list.end) : undefined;
  const ids = array === undefined ? [] : readFields(array).map((field) => integerValue(array, field) ?? 0n);
  const known = ids.filter((id) => cursors.take(id, Date.now()) !== undefined);
  if (known.length > 0) await connection.query(deleteCursorsStatement, [bytes(`{${known.join(',')}}`)]);
  const long = (values: readonly bigint[]) => values.map((value) => BSON.Long.fromBigInt(value));
  return Buffer.from(
    reply({
      cursorsKilled: long(known),
      cursorsNotFound: long(ids.filter((id) => !known.includes(id))),
      cursorsAlive: [],
      cursorsUnknown: [],
    }),
  );
}
