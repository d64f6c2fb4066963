import { setTimeout as delay } from 'node:timers/promises';
import type { BSON } from 'mongodb';
import { MalformedMessageError, readFields } from './bson-fields.ts';
import type { Command } from './command.ts';
import type { ConnectionPool } from './connection-pool.ts';
import { CursorStore } from './cursors.ts';
import { describeDuplicateKey } from './duplicate-key.ts';
import { errorName } from './error-codes.ts';
import { execute } from './execute.ts';
import { buildInfoDocument, helloDocument } from './hello.ts';
import type { PostgresConnection } from './postgres-connection.ts';
import { ConnectionLostError, PostgresError } from './postgres-messages.ts';
import { CommandRefusedError, errorReply, reply } from './replies.ts';
import type { Outcome, Transactions } from './transactions.ts';
import { hasWriteErrors, translateWriteErrors } from './write-errors.ts';

export interface Client {
  readonly id: number;
  /** host:port under which the client reached us. */
  readonly address: string;
}

export interface RunnerParts {
  readonly pool: ConnectionPool;
  readonly transactions: Transactions;
}

/** Answers one command of a client with a reply document. Throws ConnectionLostError when the engine is gone. */
export type CommandRunner = (command: Command, client: Client) => Promise<Uint8Array>;

type ConnectionUse = <T>(act: (connection: PostgresConnection) => Promise<T>) => Promise<T>;

const maxTries = 8;
const transient = new Set(['WriteConflict', 'NoSuchTransaction']);

export function createCommandRunner({ pool, transactions }: RunnerParts): CommandRunner {
  const cursors = new CursorStore();

  const withConnection: ConnectionUse = async (act) => {
    const connection = await pool.acquire();
    try {
      return await act(connection);
    } finally {
      pool.release(connection);
    }
  };

  /** `describe` lends a connection on which a refusal can be looked into: that of a failed transaction takes no more. */
  async function perform(
    command: Command,
    connection: PostgresConnection,
    describe: ConnectionUse,
  ): Promise<Outcome> {
    try {
      const document = await execute(command, connection, cursors);
      if (!hasWriteErrors(command, document)) return { document, failed: false };
      return { document: await translateWriteErrors(document, command, describe), failed: true };
    } catch (error) {
      if (!(error instanceof PostgresError)) throw error;
      throw await describeRefusal(error, command, describe);
    }
  }

  /** Outside a transaction a conflict concerns nobody but us: MongoDB too tries such a write again by itself. */
  async function performAlone(command: Command): Promise<Uint8Array> {
    for (let tries = 1; ; tries += 1) {
      try {
        return (await withConnection((connection) => perform(command, connection, (act) => act(connection))))
          .document;
      } catch (error) {
        const conflict = error instanceof CommandRefusedError && error.codeName === 'WriteConflict';
        if (!conflict || tries === maxTries) throw error;
        await delay(Math.random() * 2 ** tries);
      }
    }
  }

  async function answer(command: Command, client: Client): Promise<Uint8Array> {
    const own = ownReply(command, client);
    if (own !== undefined) return reply(own);
    if (command.name === 'endSessions') {
      for (const session of sessionsOf(command)) await transactions.endSession(session);
      return reply({});
    }
    const fields = command.transaction;
    if (fields === undefined) return performAlone(command);
    if (command.name === 'commitTransaction') {
      await transactions.commit(fields);
      return reply({});
    }
    if (command.name === 'abortTransaction') {
      await transactions.abort(fields);
      return reply({});
    }
    return transactions.run(fields, client, (connection) => perform(command, connection, withConnection));
  }

  return async (command, client) => {
    try {
      return await answer(command, client);
    } catch (error) {
      if (error instanceof ConnectionLostError || error instanceof MalformedMessageError) throw error;
      const refusal = asRefusal(error);
      const labelled = command.transaction !== undefined && transient.has(refusal.codeName);
      return errorReply(refusal, labelled ? ['TransientTransactionError'] : []);
    }
  };
}

async function describeRefusal(
  error: PostgresError,
  command: Command,
  describe: ConnectionUse,
): Promise<CommandRefusedError> {
  const name = errorName(error.sqlState, error.message);
  if (name !== 'DuplicateKey') return new CommandRefusedError(name, error.message);
  const clue = error.constraint ?? error.message;
  const { message, keyPattern } = await describe((connection) =>
    describeDuplicateKey(connection, command.database, command.target, clue),
  );
  return new CommandRefusedError(name, message, keyPattern === undefined ? {} : { keyPattern });
}

function asRefusal(error: unknown): CommandRefusedError {
  if (error instanceof CommandRefusedError) return error;
  const codeName =
    error instanceof PostgresError ? errorName(error.sqlState, error.message) : 'InternalError';
  return new CommandRefusedError(codeName, error instanceof Error ? error.message : 'Unknown error');
}

function ownReply(command: Command, client: Client): BSON.Document | undefined {
  switch (command.name) {
    case 'hello':
    case 'isMaster':
    case 'ismaster':
      return helloDocument(client.address, client.id);
    case 'ping':
      return {};
    case 'buildInfo':
    case 'buildinfo':
      return buildInfoDocument;
    default:
      return undefined;
  }
}

/** The sessions that a client ends, under the same text as in the commands they sent. */
function sessionsOf(command: Command): string[] {
  const [list] = readFields(command.spec);
  if (list?.type !== 4) return [];
  const array = command.spec.subarray(list.value, list.end);
  return readFields(array).map((field) => array.toString('latin1', field.value, field.end));
}
