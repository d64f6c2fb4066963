import { BSON } from 'mongodb';
import { z } from 'zod';
import { readFields } from './bson-fields.ts';
import type { Command } from './command.ts';
import { describeDuplicateKey, keyValueOf } from './duplicate-key.ts';
import { errorCodes, errorName, unpackSqlState } from './error-codes.ts';
import type { PostgresConnection } from './postgres-connection.ts';
import { CommandRefusedError } from './replies.ts';

const writeCommands = new Set(['insert', 'update', 'delete']);
const replySchema = z.looseObject({
  writeErrors: z.array(z.looseObject({ index: z.number(), code: z.number(), errmsg: z.string() })),
});
const insertSchema = z.object({ documents: z.array(z.record(z.string(), z.unknown())) });

/** Whether the engine's reply to a write tells of documents that were refused. */
export function hasWriteErrors(command: Command, document: Buffer): boolean {
  return writeCommands.has(command.name) && readFields(document).some(({ name }) => name === 'writeErrors');
}

/**
 * The reply with MongoDB's codes in place of the engine's packed ones, and for a duplicate key its index and values.
 * Throws CommandRefusedError for a write conflict: that concerns the command, not one document.
 */
export async function translateWriteErrors(
  document: Buffer,
  command: Command,
  withConnection: <T>(act: (connection: PostgresConnection) => Promise<T>) => Promise<T>,
): Promise<Uint8Array> {
  const reply = replySchema.parse(BSON.deserialize(document));
  const writeErrors: BSON.Document[] = [];
  for (const error of reply.writeErrors) {
    const name = errorName(unpackSqlState(error.code), error.errmsg);
    if (name === 'WriteConflict') throw new CommandRefusedError('WriteConflict', error.errmsg);
    if (name === 'DuplicateKey') {
      const described = await withConnection((connection) =>
        describeDuplicateKey(connection, command.database, command.target, error.errmsg),
      );
      const keyValue = keyValueOf(insertedDocument(command, error.index), described.keyPattern);
      writeErrors.push({
        index: error.index,
        code: errorCodes.DuplicateKey,
        errmsg: described.message,
        ...(described.keyPattern === undefined ? {} : { keyPattern: described.keyPattern }),
        ...(keyValue === undefined ? {} : { keyValue }),
      });
    } else {
      writeErrors.push({ ...error, code: errorCodes[name] });
    }
  }
  return BSON.serialize({ ...reply, writeErrors });
}

function insertedDocument(command: Command, index: number): BSON.Document | undefined {
  if (command.name !== 'insert') return undefined;
  const spec = insertSchema.safeParse(BSON.deserialize(command.spec, { promoteValues: false }));
  return spec.data?.documents[index];
}
