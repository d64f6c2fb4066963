import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import type { Express } from 'express';
import type { Channel, InboundEvent } from '../../../adapters/channel.ts';

interface WebhookCall {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** An app on a free port with the platform mounted at /platform and a bot's webhook at /webhook. */
export interface ListeningApp {
  readonly app: Express;
  readonly url: string;
  readonly platformUrl: string;
  readonly webhookUrl: string;
  /** Every webhook call, accepted or not. */
  readonly calls: WebhookCall[];
  /** The events of accepted calls. */
  readonly events: InboundEvent[];
  channel: Channel | null;
  /** What the webhook answers; 0 keeps the caller waiting. */
  webhookStatus: number;
  close(): Promise<void>;
}

export async function listen(): Promise<ListeningApp> {
  const app = express();
  const server = createServer(app);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const listening: ListeningApp = {
    app,
    url,
    platformUrl: `${url}/platform`,
    webhookUrl: `${url}/webhook`,
    calls: [],
    events: [],
    channel: null,
    webhookStatus: 200,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  app.post('/webhook', express.raw({ type: () => true, limit: '5mb' }), (request, response) => {
    const body = request.body as Buffer;
    listening.calls.push({ headers: request.headers, body });
    if (listening.webhookStatus === 0) return;
    if (listening.webhookStatus !== 200) {
      response.sendStatus(listening.webhookStatus);
      return;
    }
    const verdict = listening.channel?.receive(body, request.headers);
    if (verdict?.ok === true) listening.events.push(...verdict.events);
    response.sendStatus(verdict?.ok === false ? 403 : 200);
  });
  return listening;
}
