import type { TransactionFields } from './command.ts';
import type { ConnectionPool } from './connection-pool.ts';
import type { PostgresConnection } from './postgres-connection.ts';
import { ConnectionLostError } from './postgres-messages.ts';
import { CommandRefusedError } from './replies.ts';

/** What a command gave; `failed` tells that its transaction cannot go on, as MongoDB ends one at the first fault. */
export interface Outcome {
  readonly document: Uint8Array;
  readonly failed: boolean;
}

interface SessionTransaction {
  readonly number: bigint;
  /** Set while the transaction runs. */
  connection: PostgresConnection | undefined;
  state: 'open' | 'committed' | 'aborted' | 'unknown';
  /** PostgreSQL's number of the transaction, by which its outcome can be asked; undefined when it wrote nothing. */
  databaseNumber: Buffer | undefined;
  client: object;
  silence: NodeJS.Timeout | undefined;
}

const maxSessions = 10_000;
const outcomeStatement = `SELECT pg_xact_status($1::xid8)`;

/**
 * The transactions of all sessions, each on a connection of its own from its first command to its end. One that hears
 * nothing for `silenceMs`, or whose client is gone, is rolled back.
 */
export class Transactions {
  readonly #pool: ConnectionPool;
  readonly #silenceMs: number;
  readonly #sessions = new Map<string, SessionTransaction>();

  constructor(pool: ConnectionPool, silenceMs: number) {
    this.#pool = pool;
    this.#silenceMs = silenceMs;
  }

  /** Runs a command in its transaction, which begins here if the command says so. Throws CommandRefusedError. */
  async run(
    fields: TransactionFields,
    client: object,
    act: (connection: PostgresConnection) => Promise<Outcome>,
  ): Promise<Uint8Array> {
    const transaction = fields.starts ? await this.#begin(fields, client) : this.#find(fields);
    const { connection } = transaction;
    if (transaction.state !== 'open' || connection === undefined) throw noSuchTransaction(fields);
    clearTimeout(transaction.silence);
    transaction.client = client;
    try {
      const outcome = await act(connection);
      if (outcome.failed) await this.#rollBack(transaction);
      else this.#awaitNext(transaction);
      return outcome.document;
    } catch (error) {
      await this.#rollBack(transaction);
      // With the engine the transaction is gone for sure, which says more to a client than a broken connection.
      throw error instanceof ConnectionLostError ? noSuchTransaction(fields) : error;
    }
  }

  /** Commits, or learns that it was committed. Throws CommandRefusedError, and ConnectionLostError if nobody can tell. */
  async commit(fields: TransactionFields): Promise<void> {
    const transaction = this.#find(fields);
    if (transaction.state === 'open') await this.#tryCommit(transaction);
    if (transaction.state === 'unknown') await this.#askOutcome(transaction);
    if (transaction.state !== 'committed') throw noSuchTransaction(fields);
  }

  async abort(fields: TransactionFields): Promise<void> {
    const transaction = this.#find(fields);
    if (transaction.state !== 'open') throw noSuchTransaction(fields);
    await this.#rollBack(transaction);
  }

  /** Rolls back what a client left open. */
  forgetClient(client: object): void {
    for (const transaction of this.#sessions.values()) {
      if (transaction.client === client && transaction.state === 'open') void this.#rollBack(transaction);
    }
  }

  async endSession(session: string): Promise<void> {
    const transaction = this.#sessions.get(session);
    this.#sessions.delete(session);
    if (transaction?.state === 'open') await this.#rollBack(transaction);
  }

  close(): void {
    for (const transaction of this.#sessions.values()) clearTimeout(transaction.silence);
    this.#sessions.clear();
  }

  async #begin(fields: TransactionFields, client: object): Promise<SessionTransaction> {
    const before = this.#sessions.get(fields.session);
    if (before !== undefined && before.number >= fields.number) throw noSuchTransaction(fields);
    await this.endSession(fields.session);
    const connection = await this.#pool.acquire();
    // Not awaited: the first command follows at once on the same connection, and fails if this one does.
    connection.query('BEGIN').catch(() => undefined);
    const transaction: SessionTransaction = {
      number: fields.number,
      connection,
      state: 'open',
      databaseNumber: undefined,
      client,
      silence: undefined,
    };
    this.#sessions.set(fields.session, transaction);
    this.#dropOldest();
    return transaction;
  }

  #find(fields: TransactionFields): SessionTransaction {
    const transaction = this.#sessions.get(fields.session);
    if (transaction?.number !== fields.number) throw noSuchTransaction(fields);
    return transaction;
  }

  #awaitNext(transaction: SessionTransaction): void {
    if (transaction.state !== 'open') return;
    clearTimeout(transaction.silence);
    transaction.silence = setTimeout(() => void this.#rollBack(transaction), this.#silenceMs);
  }

  async #rollBack(transaction: SessionTransaction): Promise<void> {
    clearTimeout(transaction.silence);
    if (transaction.state !== 'open') return;
    transaction.state = 'aborted';
    // A connection that broke has rolled back by itself.
    await transaction.connection?.query('ROLLBACK').catch(() => undefined);
    this.#release(transaction);
  }

  #release(transaction: SessionTransaction): void {
    const { connection } = transaction;
    transaction.connection = undefined;
    if (connection !== undefined) this.#pool.release(connection);
  }

  async #tryCommit(transaction: SessionTransaction): Promise<void> {
    const { connection } = transaction;
    if (connection === undefined) return;
    clearTimeout(transaction.silence);
    transaction.state = 'unknown';
    try {
      // Both are sent at once; the first answer is here before the second is acted on, whatever happens then.
      const asked = connection.query('SELECT pg_current_xact_id_if_assigned()').then((rows) => {
        transaction.databaseNumber = rows[0]?.[0] ?? undefined;
      });
      await Promise.all([asked, connection.query('COMMIT')]);
      transaction.state = 'committed';
    } catch (error) {
      if (error instanceof ConnectionLostError) return;
      transaction.state = 'aborted';
      throw error;
    } finally {
      this.#release(transaction);
    }
  }

  /** After the engine died in a commit: whether it had happened. Without this a client would do the work twice. */
  async #askOutcome(transaction: SessionTransaction): Promise<void> {
    if (transaction.databaseNumber === undefined) {
      transaction.state = 'aborted';
      return;
    }
    const connection = await this.#pool.acquire();
    try {
      const rows = await connection.query(outcomeStatement, [transaction.databaseNumber]);
      transaction.state = rows[0]?.[0]?.toString() === 'committed' ? 'committed' : 'aborted';
    } catch (error) {
      if (error instanceof ConnectionLostError) throw error;
      // PostgreSQL does not know the number: the transaction never reached the disk.
      transaction.state = 'aborted';
    } finally {
      this.#pool.release(connection);
    }
  }

  #dropOldest(): void {
    if (this.#sessions.size <= maxSessions) return;
    for (const [session, transaction] of this.#sessions) {
      if (transaction.state === 'open') continue;
      this.#sessions.delete(session);
      return;
    }
  }
}

function noSuchTransaction(fields: TransactionFields): CommandRefusedError {
  const problem = `Given transaction number ${fields.number} does not match any in-progress transactions`;
  return new CommandRefusedError('NoSuchTransaction', problem);
}
