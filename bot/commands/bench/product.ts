import type { Db, MongoClient } from 'mongodb';
import { ensureIndexes } from '../../../adapters/mongo/ensure-indexes.ts';
import { compose } from '../../compose.ts';
import { readConfig } from '../../config.ts';
import { createLog } from '../../logging.ts';
import { roadIndexes } from '../../road/documents.ts';
import { account } from './zalo-account.ts';

export interface RunningProduct {
  readonly port: number;
  stop(): Promise<void>;
}

/** The whole product as `npm start` runs it, with Zalo at the address given. */
export async function startProduct(
  client: MongoClient,
  db: Db,
  zaloUrl: string,
  dataKey: Buffer,
): Promise<RunningProduct> {
  const config = readConfig({
    PORT: '0',
    SANDBOX: 'off',
    LOG_LEVEL: 'error',
    ZALO_APP_ID: account.appId,
    ZALO_APP_SECRET: account.appSecret,
    ZALO_OA_ID: account.oaId,
    ZALO_OA_SECRET_KEY: account.oaSecretKey,
    ZALO_ACCESS_TOKEN: account.accessToken,
    ZALO_API_URL: zaloUrl,
    ZALO_OAUTH_URL: zaloUrl,
  });
  await ensureIndexes(db, roadIndexes);
  const app = await compose({ config, client, db, dataKey, log: createLog('error') });
  await app.start();
  return { port: Number(new URL(app.origin).port), stop: () => app.stop() };
}
