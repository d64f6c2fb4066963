import { randomBytes } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { afterEach, describe, expect, it } from '@jest/globals';
import { Router } from 'express';
import { MongoClient, type Db } from 'mongodb';
import type { Channel } from '../../../adapters/channel.ts';
import { createFieldCipher } from '../../../adapters/mongo/field-cipher.ts';
import { createMessengerChannel } from '../../../adapters/messenger/index.ts';
import { createZaloChannel } from '../../../adapters/zalo/index.ts';
import { createLog } from '../../../bot/logging.ts';
import { createMetrics } from '../../../bot/metrics.ts';
import { roadCollections } from '../../../bot/road/documents.ts';
import { createInbox } from '../../../bot/road/inbox.ts';
import { openDoor } from '../../../bot/web/door.ts';
import { createWeb } from '../../../bot/web/server.ts';
import { createWebhooks } from '../../../bot/web/webhooks.ts';
import type { ChannelName } from '../../../reports/report.ts';
import { messengerCall, messengerOptions, messengerSign } from '../../adapters/messenger/messenger-wire.ts';
import { zaloEvent, zaloOptions, zaloSign } from '../../adapters/zalo/zalo-wire.ts';
import { deadUrl } from '../../contracts/platform-stand-in.ts';
import { openDatabaseLine } from '../../support/database-line.ts';
import { openTestDatabase } from '../../support/database.ts';
import { until } from '../../support/until.ts';

const zaloBody = zaloEvent('user_send_text', { message: { text: 'Tôi bị lừa', msg_id: 'm1' } });
const messengerBody = messengerCall({ message: { mid: 'm1', text: 'Tôi bị lừa' } });
const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

/** A database at an address where nobody listens. */
async function noDatabase(): Promise<Db> {
  const address = (await deadUrl()).replace('http:', 'mongodb:');
  const client = new MongoClient(address, { serverSelectionTimeoutMS: 100 });
  closing.push(() => client.close());
  return client.db('away');
}

async function liveDatabase(): Promise<Db> {
  const database = await openTestDatabase();
  closing.push(() => database.close());
  return database.db;
}

/** The program's pages and webhooks, with neither sandbox nor console. */
async function open(db: Db, metricsToken: string | null = null, answerWithinMs = 60_000) {
  const clock = () => new Date();
  const log = createLog('error', new PassThrough().resume());
  const metrics = createMetrics();
  const told: string[] = [];
  const channels = new Map<ChannelName, Channel>([
    ['zalo', createZaloChannel(zaloOptions())],
    ['messenger', createMessengerChannel(messengerOptions())],
  ]);
  const cipher = createFieldCipher(randomBytes(32));
  const webhooks = createWebhooks({
    channels,
    inbox: createInbox({ collection: roadCollections(db).inbox, cipher, clock }),
    clock,
    log,
    metrics,
    onWork: () => told.push('work'),
    onNoted: (channel) => Promise.resolve(void told.push(channel)),
    answerWithinMs,
    messengerHandshake: null,
  });
  const none = Router();
  const ready = async (): Promise<void> => {
    await db.command({ ping: 1 });
  };
  const pages = Promise.resolve({ console: none, publicPages: none });
  const door = await openDoor('127.0.0.1', 0);
  closing.push(() => door.close());
  door.open(createWeb({ webhooks, pages, sandbox: null, ready, metrics, metricsToken, log }));
  const call = (path: string, init: RequestInit = {}) => fetch(`http://127.0.0.1:${door.port}${path}`, init);
  return { call, told, metrics };
}

describe('While the database is away', () => {
  it.each([
    ['zalo', zaloBody, zaloSign(zaloBody)],
    ['messenger', messengerBody, messengerSign(messengerBody)],
  ])('a true call of %s is not taken, so that it comes again', async (channel, body, headers) => {
    const { call, told, metrics } = await open(await noDatabase());
    expect((await call(`/webhooks/${channel}`, { method: 'POST', headers, body })).status).toBe(503);
    expect(told).toEqual([]);
    expect(await metrics.registry.metrics()).toContain(
      `webhook_rejected_total{channel="${channel}",reason="storage"} 1`,
    );
  });

  /** A program whose database can be held up on the way, and Zalo's call to it. */
  const openHeldUp = async () => {
    const database = await openTestDatabase();
    const line = await openDatabaseLine(database.uri);
    const client = await line.connect();
    closing.push(async () => {
      await client.close();
      line.close();
      await database.close();
    });
    const { call, told, metrics } = await open(client.db(database.name), null, 300);
    const post = async () => {
      const headers = zaloSign(zaloBody);
      return (await call('/webhooks/zalo', { method: 'POST', headers, body: zaloBody })).status;
    };
    return { line, post, told, metrics, inbox: roadCollections(database.db).inbox };
  };

  it('a call is answered before the platform gives up, and its event is worked once, whenever it was stored', async () => {
    const { line, post, told, inbox } = await openHeldUp();
    line.hold('user_send_text');
    expect(await post()).toBe(503);
    expect(told).toEqual([]);
    line.letGo();
    await until('the late event is worked', () => told.includes('work'));
    await until('it is known', async () => (await post()) === 200);
    expect(await inbox.countDocuments()).toBe(1);
  });

  it('a redelivery is stored while the first try is still on its way, which then changes nothing', async () => {
    const { line, post, metrics, inbox } = await openHeldUp();
    const repeats = async (): Promise<number> => {
      const { values } = await metrics.webhookEvents.get();
      return values.find(({ labels }) => labels.outcome === 'repeated')?.value ?? 0;
    };
    line.hold('user_send_text');
    expect(await post()).toBe(503);
    await until('the redelivery is taken', async () => (await post()) === 200);
    const event = await inbox.findOneAndUpdate({}, { $set: { status: 'done' } }, { returnDocument: 'after' });
    const before = await repeats();
    line.letGo();
    await until('the first try is a duplicate', async () => (await repeats()) > before);
    expect(await inbox.find().toArray()).toEqual([event]);
  });

  it('the program is alive but not ready', async () => {
    const { call } = await open(await noDatabase());
    expect((await call('/healthz')).status).toBe(200);
    expect((await call('/readyz')).status).toBe(503);
  });
});

describe('With its database', () => {
  it('it takes the same calls and is ready', async () => {
    const { call, told } = await open(await liveDatabase());
    const headers = zaloSign(zaloBody);
    expect((await call('/webhooks/zalo', { method: 'POST', headers, body: zaloBody })).status).toBe(200);
    expect(told).toEqual(['work', 'zalo']);
    expect((await call('/readyz')).status).toBe(200);
  });
});

describe('What the world may see', () => {
  it('figures on this machine alone, or with the token alone', async () => {
    const elsewhere = { 'x-forwarded-for': '203.0.113.7' };
    const plain = await open(await noDatabase());
    expect((await plain.call('/metrics')).status).toBe(200);
    expect((await plain.call('/metrics', { headers: elsewhere })).status).toBe(403);
    const guarded = await open(await noDatabase(), 'the right token');
    const statusWith = async (headers: Record<string, string>) =>
      (await guarded.call('/metrics', { headers })).status;
    expect(await statusWith({})).toBe(403);
    expect(await statusWith({ authorization: 'Bearer another one' })).toBe(403);
    expect(await statusWith({ ...elsewhere, authorization: 'Bearer the right token' })).toBe(200);
  });

  it('no phone page while the sandbox is off', async () => {
    const { call } = await open(await noDatabase());
    for (const path of ['/sandbox', '/sandbox/', '/sandbox/api/faults'])
      expect((await call(path)).status).toBe(404);
  });
});
