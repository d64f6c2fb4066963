import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

interface ReceivedCall {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface StandInAnswer {
  readonly status: number;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** How long a call waits for an answer that comes, however slow the machine. */
export const PATIENT_MS = 20_000;

/** A platform's API of one answer: for outcomes that do not depend on what is sent. */
export interface PlatformStandIn {
  readonly url: string;
  readonly calls: ReceivedCall[];
  /** What the next calls get; `hang` takes the call in and never answers. */
  answer: StandInAnswer | 'hang' | ((call: ReceivedCall) => StandInAnswer | 'hang');
  close(): Promise<void>;
}

export async function startPlatformStandIn(): Promise<PlatformStandIn> {
  const calls: ReceivedCall[] = [];
  const server = createServer((request, response) => {
    void readAll(request).then((body) => {
      const call = { method: request.method ?? '', path: request.url ?? '', headers: request.headers, body };
      calls.push(call);
      const answer = typeof standIn.answer === 'function' ? standIn.answer(call) : standIn.answer;
      if (answer !== 'hang') reply(response, answer);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const standIn: PlatformStandIn = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    answer: { status: 500, body: '' },
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return standIn;
}

/** An address at which nobody listens. */
export async function deadUrl(): Promise<string> {
  const standIn = await startPlatformStandIn();
  await standIn.close();
  return standIn.url;
}

function reply(response: ServerResponse, answer: StandInAnswer): void {
  response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
  response.end(answer.body);
}

async function readAll(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
