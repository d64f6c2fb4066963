import { randomBytes } from 'node:crypto';
import express from 'express';
import type { Db } from 'mongodb';
import { ensureIndexes } from '../../../adapters/mongo/ensure-indexes.ts';
import { createFieldCipher } from '../../../adapters/mongo/field-cipher.ts';
import { createZaloChannel } from '../../../adapters/zalo/index.ts';
import { createMetrics } from '../../metrics.ts';
import { roadCollections, roadIndexes } from '../../road/documents.ts';
import { createInbox } from '../../road/inbox.ts';
import { openDoor, type Door } from '../../web/door.ts';
import { createWebhooks } from '../../web/webhooks.ts';
import type { BenchParts } from './bench-parts.ts';
import { bareApp } from './bare-app.ts';
import { best, type LoadResult } from './load.ts';
import { account } from './zalo-account.ts';

const CALLS_PER_ROUND = 1_500;
const WARM_UP = 500;
const ROUNDS = 3;
const IN_FLIGHT = 16;
const RESIDENT_STEP = 10_000;

const quiet = (): void => undefined;
const quietLog = { error: quiet, warn: quiet, info: quiet, debug: quiet };

/** The product's webhooks up to the 200; what is stored is not worked. */
function ourApp(db: Db) {
  const clock = (): Date => new Date();
  const channel = createZaloChannel({
    ...account,
    grant: { refreshToken: null, accessToken: account.accessToken },
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
  const app = express();
  app.use(
    '/webhooks',
    createWebhooks({
      channels: new Map([['zalo', channel]]),
      inbox: createInbox({
        collection: roadCollections(db).inbox,
        cipher: createFieldCipher(randomBytes(32)),
        clock,
      }),
      clock,
      log: quietLog,
      metrics: createMetrics(),
      onWork: quiet,
      onNoted: () => Promise.resolve(),
      answerWithinMs: 2_000,
      messengerHandshake: null,
    }),
  );
  return app;
}

/** Signed webhook to 200, against a bare route on the same database; rounds alternate so that both meet the same machine. */
export async function benchIntake({ db, load, print }: BenchParts): Promise<void> {
  await ensureIndexes(db, roadIndexes);
  const ours = await openDoor('127.0.0.1', 0);
  ours.open(ourApp(db));
  const bare = await openDoor('127.0.0.1', 0);
  bare.open(bareApp(db));
  let firstResident = 0;
  const call = async ({ port }: Door, path: string, count = CALLS_PER_ROUND): Promise<LoadResult> => {
    firstResident += RESIDENT_STEP;
    const texts: [string] = ['em vừa chuyển tiền cho kẻ lừa đảo giờ làm sao'];
    return load.run({ kind: 'webhooks', port, path, count, inFlight: IN_FLIGHT, firstResident, texts });
  };
  const ourResults: LoadResult[] = [];
  const bareResults: LoadResult[] = [];
  await call(ours, '/webhooks/zalo', WARM_UP);
  await call(bare, '/bare', WARM_UP);
  for (let round = 0; round < ROUNDS; round++) {
    bareResults.push(await call(bare, '/bare'));
    ourResults.push(await call(ours, '/webhooks/zalo'));
  }
  await ours.close();
  await bare.close();
  const [our, base] = [best(ourResults), best(bareResults)];
  print('intake throughput', our.perSecond, 'webhooks/s', base.perSecond);
  print('intake p99', our.p99Ms, 'ms', base.p99Ms);
  const failures = ourResults.reduce((sum, result) => sum + result.failures, 0);
  print('intake failures', failures, 'calls');
}
