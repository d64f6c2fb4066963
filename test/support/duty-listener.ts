import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface DutyCall {
  readonly body: string;
  readonly isSigned: boolean;
}

export interface DutyListener {
  readonly url: string;
  readonly secret: string;
  readonly calls: readonly DutyCall[];
  /** What it answers from now on. */
  answer(status: number): void;
  close(): Promise<void>;
}

/** The unit's own receiver of duty alerts: a real HTTP server that checks signatures. */
export async function openDutyListener(): Promise<DutyListener> {
  const secret = 'a secret of the duty room';
  const calls: DutyCall[] = [];
  let status = 204;
  const server = createServer((request, response) => {
    void buffer(request).then((bytes) => {
      const body = bytes.toString();
      const timestamp = String(request.headers['x-commune-timestamp']);
      const wanted = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
      calls.push({ body, isSigned: request.headers['x-commune-signature'] === `sha256=${wanted}` });
      response.writeHead(status).end();
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/duty?room=1`,
    secret,
    calls,
    answer: (next) => {
      status = next;
    },
    close: () =>
      new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
