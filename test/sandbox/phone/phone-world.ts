import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { z } from 'zod';
import { createSandbox } from '../../../sandbox/index.ts';
import { createMessengerSandbox } from '../../../sandbox/messenger/index.ts';
import { createZaloSandbox } from '../../../sandbox/zalo/index.ts';
import type { ZaloSandbox } from '../../../sandbox/zalo/index.ts';
import { PATIENT_MS } from '../../contracts/platform-stand-in.ts';

const answerSchema = z.looseObject({ error: z.string().optional() });
const buttonSchema = z.looseObject({ title: z.string(), index: z.number() });
const messageSchema = z.looseObject({
  id: z.string(),
  from: z.string(),
  text: z.string(),
  state: z.string(),
  media: z.looseObject({ kind: z.string(), url: z.string(), name: z.string() }).nullable(),
  location: z.looseObject({ name: z.string(), latitude: z.number() }).nullable(),
  contact: z.looseObject({ phone: z.string() }).nullable(),
  buttons: z.array(buttonSchema),
  quickReplies: z.array(buttonSchema),
});
const conversationSchema = z.looseObject({ messages: z.array(messageSchema) });
const residentSchema = z.looseObject({
  id: z.string(),
  zalo: conversationSchema,
  messenger: conversationSchema,
});
type ShownMessage = z.infer<typeof messageSchema>;

interface Answer {
  readonly status: number;
  readonly json: z.infer<typeof answerSchema>;
}

/** The sandbox mounted as the program mounts it, with a bot that takes every webhook and says what the test says. */
export interface PhoneWorld {
  readonly pageUrl: string;
  readonly zalo: ZaloSandbox;
  /** Bodies of the webhooks that the bot took, oldest first. */
  readonly webhooks: { app: string; body: string }[];
  /** What the bot answers to webhooks. */
  webhookStatus: number;
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  upload(path: string, bytes: Uint8Array): Promise<Answer>;
  messages(app: 'zalo' | 'messenger', residentId?: string): Promise<ShownMessage[]>;
  /** The bot writes through the platform's API. */
  botSays(app: 'zalo' | 'messenger', userId: string, message: object): Promise<number>;
  /** The bot types or has seen, on Messenger. */
  botActs(userId: string, action: string): Promise<void>;
  setPageProfile(profile: object): Promise<void>;
  /** Who wrote the last webhook. */
  lastWriter(app: 'zalo' | 'messenger'): string;
  /** Waits until nothing is on its way to the bot. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const writerSchema = {
  zalo: z.looseObject({ sender: z.looseObject({ id: z.string() }) }),
  messenger: z.looseObject({
    entry: z.array(
      z.looseObject({ messaging: z.array(z.looseObject({ sender: z.looseObject({ id: z.string() }) })) }),
    ),
  }),
};

export async function openPhoneWorld(stateFile?: string): Promise<PhoneWorld> {
  const app = express();
  const server = createServer(app);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const webhooks = { retryDelaysMs: [20, 40, 80], webhookTimeoutMs: PATIENT_MS };
  const zalo = createZaloSandbox({
    appId: '360846524940903967',
    appSecret: 'fixture-app-secret-not-real',
    oaId: '388613280878808645',
    oaName: 'Công an xã Mẫu',
    oaSecretKey: 'fixture-oa-secret-not-real',
    refreshToken: 'refresh-0',
    accessToken: 'access-0',
    webhookUrl: () => `${origin}/webhooks/zalo`,
    publicUrl: () => `${origin}/sandbox/zalo`,
    ...webhooks,
  });
  const messenger = createMessengerSandbox({
    pageId: '200000000000001',
    pageName: 'Công an xã Mẫu',
    appId: '300000000000001',
    appSecret: 'fixture-app-secret-not-real',
    pageAccessToken: 'page-token-not-real',
    verifyToken: 'verify',
    requireProof: false,
    webhookUrl: () => `${origin}/webhooks/messenger`,
    publicUrl: () => `${origin}/sandbox/messenger`,
    ...webhooks,
  });
  const sandbox = createSandbox({ zalo, messenger, ...(stateFile === undefined ? {} : { stateFile }) });
  const api = `${origin}/sandbox/api`;

  const world: PhoneWorld = {
    pageUrl: `${origin}/sandbox/`,
    zalo,
    webhooks: [],
    webhookStatus: 200,
    async call(method, path, body, headers = {}) {
      const content =
        body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
      const response = await fetch(`${api}/${path}`, {
        method,
        headers: { 'content-type': 'application/json', ...headers },
        ...content,
      });
      return { status: response.status, json: answerSchema.parse(await response.json()) };
    },
    async upload(path, bytes) {
      const response = await fetch(`${api}/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/octet-stream' },
        body: Buffer.from(bytes),
      });
      return { status: response.status, json: answerSchema.parse(await response.json()) };
    },
    async messages(channel, residentId = 'r1') {
      const response = await fetch(`${api}/residents/${residentId}`);
      return residentSchema.parse(await response.json())[channel].messages;
    },
    async botSays(channel, userId, message) {
      const isZalo = channel === 'zalo';
      const path = isZalo ? 'v3.0/oa/message/cs' : 'v25.0/me/messages';
      const recipient = isZalo ? { user_id: userId } : { id: userId };
      const response = await fetch(`${origin}/sandbox/${channel}/${path}`, {
        method: 'POST',
        headers: isZalo ? { access_token: 'access-0' } : { authorization: 'Bearer page-token-not-real' },
        body: JSON.stringify({ recipient, message, ...(isZalo ? {} : { messaging_type: 'RESPONSE' }) }),
      });
      const answer = z.looseObject({ error: z.unknown().optional() }).parse(await response.json());
      return typeof answer.error === 'number' ? answer.error : response.status;
    },
    async botActs(userId, action) {
      await fetch(`${origin}/sandbox/messenger/v25.0/me/messages`, {
        method: 'POST',
        headers: { authorization: 'Bearer page-token-not-real' },
        body: JSON.stringify({ recipient: { id: userId }, sender_action: action }),
      });
    },
    async setPageProfile(profile) {
      await fetch(`${origin}/sandbox/messenger/v25.0/me/messenger_profile`, {
        method: 'POST',
        headers: { authorization: 'Bearer page-token-not-real' },
        body: JSON.stringify(profile),
      });
    },
    lastWriter(channel) {
      const body: unknown = JSON.parse(world.webhooks.findLast((call) => call.app === channel)?.body ?? '{}');
      return channel === 'zalo'
        ? writerSchema.zalo.parse(body).sender.id
        : (writerSchema.messenger.parse(body).entry[0]?.messaging[0]?.sender.id ?? '');
    },
    async settled() {
      await Promise.all([zalo.deliveries.settled(), messenger.deliveries.settled()]);
    },
    async close() {
      await sandbox.close();
      server.close();
      server.closeAllConnections();
      await once(server, 'close');
    },
  };
  app.post('/webhooks/:app', express.raw({ type: () => true }), (request, response) => {
    const bytes: unknown = request.body;
    const taken = Buffer.isBuffer(bytes) ? bytes.toString('utf8') : '';
    if (world.webhookStatus === 200) world.webhooks.push({ app: request.params.app, body: taken });
    response.sendStatus(world.webhookStatus);
  });
  app.use('/sandbox', sandbox.router);
  return world;
}
