import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';
import { MongoClient, type MongoClientOptions } from 'mongodb';
import { until } from './until.ts';

/** A way to the database that can fail. */
export interface DatabaseLine {
  readonly uri: string;
  /** A client at this end of it, connected however slow the machine is; what is asked later fails soon. */
  connect(options?: MongoClientOptions): Promise<MongoClient>;
  /** From now on whatever is asked breaks the connection and never arrives. */
  cut(): void;
  /** The next call in whose bytes the words are found is done, and its answer is lost with the connection. */
  loseAnswerTo(words: string): void;
  /** The next call in whose bytes the words are found stays on the way, as does all that follows on its connection. */
  hold(words: string): void;
  /** The next call in whose bytes the words are found is done, and its answer stays on the way. */
  holdAnswerTo(words: string): void;
  /** Resolves when a call is held. */
  readonly held: Promise<void>;
  /** What is held arrives after all. */
  letGo(): void;
  /** The connection of what is held breaks, so that it never arrives. */
  breakHeld(): void;
  close(): void;
}

export async function openDatabaseLine(databaseUri: string): Promise<DatabaseLine> {
  const { hostname, port } = new URL(databaseUri);
  const sockets = new Set<Socket>();
  let isCut = false;
  let unanswered: string | null = null;
  let toHold: { readonly words: string; readonly what: 'call' | 'answer' } | null = null;
  const holding: { letGo: () => void; break: () => void }[] = [];
  let tellHeld: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (tellHeld = resolve));
  const server = createServer((socket) => {
    const onward = connect(Number(port), hostname);
    let losesAnswer = false;
    for (const end of [socket, onward]) {
      sockets.add(end);
      end.on('error', () => undefined).on('close', () => sockets.delete(end));
    }
    const hold = (what: 'call' | 'answer', bytes: Buffer): void => {
      const end = what === 'call' ? socket : onward;
      end.pause();
      if (what === 'answer') onward.write(bytes);
      holding.push({
        letGo: () => {
          if (what === 'call') onward.write(bytes);
          end.resume();
        },
        break: () => socket.destroy(),
      });
      tellHeld();
    };
    socket.on('data', (bytes: Buffer) => {
      if (isCut) {
        socket.destroy();
        return;
      }
      if (toHold !== null && bytes.includes(toHold.words)) {
        const { what } = toHold;
        toHold = null;
        hold(what, bytes);
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
  const uri = `mongodb://127.0.0.1:${address.port}/?directConnection=true&serverSelectionTimeoutMS=500&retryWrites=false`;
  return {
    uri,
    connect: (options) =>
      until('a client on the line', () => MongoClient.connect(uri, options).catch(() => null)),
    cut: () => {
      isCut = true;
    },
    loseAnswerTo: (words) => {
      unanswered = words;
    },
    hold: (words) => {
      toHold = { words, what: 'call' };
    },
    holdAnswerTo: (words) => {
      toHold = { words, what: 'answer' };
    },
    held,
    letGo: () => {
      for (const call of holding.splice(0)) call.letGo();
    },
    breakHeld: () => {
      for (const call of holding.splice(0)) call.break();
    },
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
