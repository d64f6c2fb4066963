import type { Server, Socket } from 'node:net';
import { createServer } from 'node:net';
import { once } from 'node:events';
import { ByteQueue } from './byte-queue.ts';
import { readCommand } from './command.ts';
import type { Client, CommandRunner } from './command-runner.ts';
import { createCommandRunner } from './command-runner.ts';
import { createConnectionPool } from './connection-pool.ts';
import { replicaSetName } from './hello.ts';
import type { PostgresConnection } from './postgres-connection.ts';
import { Transactions } from './transactions.ts';
import { headerSize, maxMessageSizeBytes, messageSize, readMessage, replyFrame } from './wire-message.ts';

export interface Front {
  readonly uri: string;
  close: () => Promise<void>;
}

export interface FrontOptions {
  /** Opens a connection to the engine, waiting while that starts; `options` are settings of the session. */
  readonly openConnection: (options: string) => Promise<PostgresConnection>;
  /** How long a transaction may hear nothing before it is rolled back. */
  readonly transactionSilenceMs: number;
}

const host = '127.0.0.1';
const maxWaitingBytes = 2 * maxMessageSizeBytes;
const poolSize = 24;
const transactionPoolSize = 64;
const transactionSettings = '-c default_transaction_isolation=repeatable\\ read -c lock_timeout=5s';

/** Speaks MongoDB's wire protocol on a free port of the loopback interface, in front of PostgreSQL with DocumentDB. */
export async function startFront(options: FrontOptions): Promise<Front> {
  const pool = createConnectionPool(() => options.openConnection(''), poolSize);
  // Apart from the others: commands outside transactions must not wait for transactions that wait for them.
  const transactionPool = createConnectionPool(
    () => options.openConnection(transactionSettings),
    transactionPoolSize,
  );
  const transactions = new Transactions(transactionPool, options.transactionSilenceMs);
  const run = createCommandRunner({ pool, transactions });
  const sockets = new Set<Socket>();
  let lastId = 0;

  const server = createServer({ noDelay: true }, (socket) => {
    const client: Client = { id: (lastId += 1), address: `${host}:${portOf(server)}` };
    sockets.add(socket);
    socket.on('close', () => {
      sockets.delete(socket);
      transactions.forgetClient(client);
    });
    serveClient(socket, client, run);
  });
  server.listen(0, host);
  await once(server, 'listening');

  return {
    uri: `mongodb://${host}:${portOf(server)}/?replicaSet=${replicaSetName}&retryWrites=false`,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
      transactions.close();
      pool.close();
      transactionPool.close();
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Answers a client's messages one after the other; one that breaks the protocol loses its connection. */
function serveClient(socket: Socket, client: Client, run: CommandRunner): void {
  const incoming = new ByteQueue();
  let busy = false;

  const nextMessage = (): Buffer | undefined => {
    const header = incoming.peek(headerSize);
    return header === undefined ? undefined : incoming.take(messageSize(header));
  };
  const serve = async () => {
    if (busy) return;
    busy = true;
    try {
      for (let message = nextMessage(); message !== undefined; message = nextMessage()) {
        const request = readMessage(message);
        const document = await run(readCommand(request), client);
        if (request.wantsReply && !socket.destroyed) socket.write(replyFrame(request, document));
      }
    } catch {
      // Malformed, or the engine was lost in the middle: the client sees what it would see if its server died.
      // Those that wait for nothing keep their connections, for the engine comes back behind them.
      socket.destroy();
    } finally {
      busy = false;
    }
  };

  socket.on('error', () => undefined);
  socket.on('data', (chunk: Buffer) => {
    incoming.push(chunk);
    if (incoming.length > maxWaitingBytes) socket.destroy();
    else void serve();
  });
}
