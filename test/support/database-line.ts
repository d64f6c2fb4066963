import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A way to the database that can fail. */
export interface DatabaseLine {
  readonly uri: string;
  /** From now on whatever is asked breaks the connection and never arrives. */
  cut(): void;
  /** The next call in whose bytes the words are found is done, and its answer is lost with the connection. */
  loseAnswerTo(words: string): void;
  close(): void;
}

export async function openDatabaseLine(databaseUri: string): Promise<DatabaseLine> {
  const { hostname, port } = new URL(databaseUri);
  const sockets = new Set<Socket>();
  let isCut = false;
  let unanswered: string | null = null;
  const server = createServer((socket) => {
    const onward = connect(Number(port), hostname);
    let losesAnswer = false;
    for (const end of [socket, onward]) {
      sockets.add(end);
      end.on('error', () => undefined).on('close', () => sockets.delete(end));
    }
    socket.on('data', (bytes) => {
      if (isCut) {
        socket.destroy();
        return;
      }
      if (unanswered !== null && bytes.includes(unanswered)) {
        unanswered = null;
        losesAnswer = true;
      }
      onward.write(bytes);
    });
    onward.on('data', (bytes) => {
      if (losesAnswer) socket.destroy();
      else socket.write(bytes);
    });
    socket.on('close', () => onward.destroy());
    onward.on('close', () => socket.destroy());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The line has no port');
  return {
    uri: `mongodb://127.0.0.1:${address.port}/?directConnection=true&serverSelectionTimeoutMS=500&retryWrites=false`,
    cut: () => {
      isCut = true;
    },
    loseAnswerTo: (words) => {
      unanswered = words;
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
