import { createServer, type RequestListener } from 'node:http';

const CLOSE_WITHIN_MS = 3_000;

/** A listening port that answers 503 until the program behind it is ready. */
export interface Door {
  readonly port: number;
  open(app: RequestListener): void;
  /** Stops taking calls and resolves when those under way are answered, or after 3 seconds. */
  close(): Promise<void>;
}

/** Listens at once, because other parts must know the port; 0 picks a free one. Rejects when the address is taken. */
export async function openDoor(host: string, port: number): Promise<Door> {
  let app: RequestListener = (_request, response) => {
    response.writeHead(503, { 'content-type': 'text/plain', 'retry-after': '1' }).end('starting');
  };
  const server = createServer((request, response) => {
    app(request, response);
  });
  server.headersTimeout = 15_000;
  server.requestTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port');
  return {
    port: address.port,
    open: (ready) => {
      app = ready;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
        setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS).unref();
      }),
  };
}
