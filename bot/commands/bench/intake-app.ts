import { randomBytes } from 'node:crypto';
import express, { type Express } from 'express';
import type { Db } from 'mongodb';
import { createFieldCipher } from '../../../adapters/mongo/field-cipher.ts';
import { createZaloChannel } from '../../../adapters/zalo/index.ts';
import { createMetrics } from '../../metrics.ts';
import { roadCollections } from '../../road/documents.ts';
import { createInbox } from '../../road/inbox.ts';
import { createWebhooks } from '../../web/webhooks.ts';
import { account } from './zalo-account.ts';

const quiet = (): void => undefined;
const quietLog = { error: quiet, warn: quiet, info: quiet, debug: quiet };

/** The product's webhooks up to the 200; what is stored is not worked. */
export function intakeApp(db: Db): Express {
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
