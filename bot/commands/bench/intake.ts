import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import express from 'express';
import type { Db, MongoClient } from 'mongodb';
import { ensureIndexes } from '../../../adapters/mongo/ensure-indexes.ts';
import { createFieldCipher } from '../../../adapters/mongo/field-cipher.ts';
import { createZaloChannel } from '../../../adapters/zalo/index.ts';
import { createMetrics } from '../../metrics.ts';
import { createInbox } from '../../road/inbox.ts';
import { roadCollections, roadIndexes } from '../../road/documents.ts';
import { openDoor } from '../../web/door.ts';
import { createWebhooks } from '../../web/webhooks.ts';
import { sendAll, type Call, type LoadResult } from './load.ts';
import type { PrintBench } from './print.ts';

const CALLS_PER_ROUND = 1_500;
const WARM_UP = 300;
const ROUNDS = 3;
const IN_FLIGHT = 16;
const appId = '360846524940903967';
const oaId = '388613280878808645';
const oaSecretKey = 'bench';

function macOf(body: string, timestamp: string): string {
  return createHash('sha256').update(`${appId}${body}${timestamp}${oaSecretKey}`).digest('hex');
}

/** Signed Zalo text events, each with a message id of its own, from 500 residents. */
function signedCalls(path: string, count: number): Call[] {
  return Array.from({ length: count }, (_, index) => {
    const timestamp = String(Date.now());
    const body = JSON.stringify({
      app_id: appId,
      sender: { id: String(8_300_000_000_000_000n + BigInt(index % 500)) },
      recipient: { id: oaId },
      event_name: 'user_send_text',
      message: {
        text: 'em vừa chuyển tiền cho kẻ lừa đảo giờ làm sao',
        msg_id: randomBytes(10).toString('hex'),
      },
      timestamp,
    });
    const headers = {
      'content-type': 'application/json',
      'x-zevent-signature': `mac=${macOf(body, timestamp)}`,
    };
    return { path, headers, body: Buffer.from(body) };
  });
}

/** What any receiver must do at least: verify the same signature, insert one document durably, answer 200. */
function bareApp(db: Db) {
  const events = db.collection('bare', { writeConcern: { w: 'majority', journal: true } });
  const app = express();
  app.post('/bare', express.raw({ type: () => true }), async (request, response) => {
    const raw = request.body as Buffer;
    const event = JSON.parse(raw.toString('utf8')) as { timestamp: string; message: { msg_id: string } };
    const mac = Buffer.from((request.get('x-zevent-signature') ?? '').replace('mac=', ''), 'hex');
    const wanted = Buffer.from(macOf(raw.toString('utf8'), event.timestamp), 'hex');
    if (mac.length !== wanted.length || !timingSafeEqual(mac, wanted)) {
      response.sendStatus(403);
      return;
    }
    await events.insertOne({ key: event.message.msg_id, receivedAt: new Date(), event });
    response.status(200).send('OK');
  });
  return app;
}

function ourApp(db: Db) {
  const clock = (): Date => new Date();
  const cipher = createFieldCipher(randomBytes(32));
  const metrics = createMetrics();
  const channel = createZaloChannel({
    appId,
    appSecret: 'bench',
    oaId,
    oaSecretKey,
    grant: { refreshToken: null, accessToken: 'bench' },
    tokenStore: {
      read: () => Promise.resolve(null),
      compareAndSet: () => Promise.resolve(true),
      acquireLease: () => Promise.resolve(true),
      releaseLease: () => Promise.resolve(),
    },
    buttonKey: 'bench',
    apiUrl: 'http://127.0.0.1:1',
    oauthUrl: 'http://127.0.0.1:1',
    clock,
  });
  const quiet = (): void => undefined;
  const log = { error: quiet, warn: quiet, info: quiet, debug: quiet };
  const app = express();
  app.use(
    '/webhooks',
    createWebhooks({
      channels: new Map([['zalo', channel]]),
      inbox: createInbox({
        collection: roadCollections(db).inbox,
        cipher,
        clock,
      }),
      clock,
      log,
      metrics,
      onWork: quiet,
      onNoted: () => Promise.resolve(),
      messengerHandshake: null,
    }),
  );
  return app;
}

function best(results: readonly LoadResult[]): LoadResult {
  return results.reduce((one, other) => (other.perSecond > one.perSecond ? other : one));
}

/** Signed webhook to 200, against a bare route on the same database; rounds alternate so that both meet the same machine. */
export async function benchIntake(_client: MongoClient, db: Db, print: PrintBench): Promise<void> {
  await ensureIndexes(db, roadIndexes);
  const ours = await openDoor('127.0.0.1', 0);
  ours.open(ourApp(db));
  const bare = await openDoor('127.0.0.1', 0);
  bare.open(bareApp(db));
  const ourResults: LoadResult[] = [];
  const bareResults: LoadResult[] = [];
  await sendAll(ours.port, signedCalls('/webhooks/zalo', WARM_UP), IN_FLIGHT);
  await sendAll(bare.port, signedCalls('/bare', WARM_UP), IN_FLIGHT);
  for (let round = 0; round < ROUNDS; round++) {
    bareResults.push(await sendAll(bare.port, signedCalls('/bare', CALLS_PER_ROUND), IN_FLIGHT));
    ourResults.push(await sendAll(ours.port, signedCalls('/webhooks/zalo', CALLS_PER_ROUND), IN_FLIGHT));
  }
  await ours.close();
  await bare.close();
  const [our, base] = [best(ourResults), best(bareResults)];
  print('intake throughput', our.perSecond, 'webhooks/s', base.perSecond);
  print('intake p99', our.p99Ms, 'ms', base.p99Ms);
  print(
    'intake failures',
    ourResults.reduce((sum, { failures }) => sum + failures, 0),
    'calls',
  );
}
