import type { Socket } from 'node:net';
import { createConnection } from 'node:net';
import { ByteQueue } from './byte-queue.ts';
import type { PostgresError, Row } from './postgres-messages.ts';
import {
  ConnectionLostError,
  parseMessage,
  readError,
  readRow,
  runMessage,
  startupMessage,
} from './postgres-messages.ts';

interface Pending {
  readonly rows: Row[];
  error: PostgresError | undefined;
  readonly resolve: (rows: Row[]) => void;
  readonly reject: (error: Error) => void;
}

const maxResultBytes = 256 * 1024 * 1024;

/**
 * A connection to PostgreSQL over its socket file, as the front needs it: named statements with binary parameters and
 * results, sent without waiting for the one before. (The usual client reads every value as text, which breaks BSON.)
 */
export class PostgresConnection {
  readonly #socket: Socket;
  readonly #incoming = new ByteQueue();
  readonly #pending: Pending[] = [];
  readonly #statements = new Map<string, string>();
  #open = true;

  constructor(socketPath: string, options: string) {
    this.#socket = createConnection(socketPath);
    this.#socket.on('data', (chunk: Buffer) => this.#receive(chunk));
    this.#socket.on('error', () => undefined);
    this.#socket.on('close', () => this.#lose());
    this.#socket.write(startupMessage('postgres', 'postgres', options));
  }

  /** Opens a connection. Throws ConnectionLostError. */
  static async open(socketPath: string, options = ''): Promise<PostgresConnection> {
    const connection = new PostgresConnection(socketPath, options);
    await connection.#ready();
    return connection;
  }

  get isOpen(): boolean {
    return this.#open;
  }

  /** Runs a statement. Throws PostgresError when it is refused, ConnectionLostError when the connection breaks. */
  query(sql: string, parameters: readonly Buffer[] = []): Promise<Row[]> {
    if (!this.#open) return Promise.reject(new ConnectionLostError('The connection to PostgreSQL is closed'));
    return new Promise((resolve, reject) => {
      this.#pending.push({ rows: [], error: undefined, resolve, reject });
      this.#socket.cork();
      this.#socket.write(runMessage(this.#prepare(sql), parameters));
      this.#socket.uncork();
    });
  }

  /** The server says that it is ready for the first time after the start-up. */
  #ready(): Promise<Row[]> {
    return new Promise((resolve, reject) => {
      this.#pending.push({ rows: [], error: undefined, resolve, reject });
    });
  }

  close(): void {
    this.#socket.destroy();
    this.#lose();
  }

  #prepare(sql: string): string {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const name = `s${this.#statements.size}`;
    this.#statements.set(sql, name);
    this.#socket.write(parseMessage(name, sql));
    return name;
  }

  #receive(chunk: Buffer): void {
    this.#incoming.push(chunk);
    for (let header = this.#incoming.peek(5); header !== undefined; header = this.#incoming.peek(5)) {
      const size = header.readInt32BE(1) + 1;
      if (size < 5 || size > maxResultBytes) {
        this.close();
        return;
      }
      const message = this.#incoming.take(size);
      if (message === undefined) return;
      this.#handle(String.fromCharCode(message[0] ?? 0), message.subarray(5));
    }
  }

  #handle(type: string, body: Buffer): void {
    const current = this.#pending[0];
    if (type === 'D') current?.rows.push(readRow(body));
    else if (type === 'E' && current !== undefined) current.error ??= readError(body);
    else if (type === 'Z') this.#finish();
  }

  #finish(): void {
    const done = this.#pending.shift();
    if (done === undefined) return;
    if (done.error === undefined) done.resolve(done.rows);
    else done.reject(done.error);
  }

  #lose(): void {
    if (!this.#open) return;
    this.#open = false;
    for (const pending of this.#pending.splice(0)) {
      // Whatever PostgreSQL said last (that it shuts down, or is not up yet), the connection is gone.
      const reason = pending.error === undefined ? '' : `: ${pending.error.message}`;
      pending.reject(new ConnectionLostError(`The connection to PostgreSQL broke${reason}`));
    }
  }
}
