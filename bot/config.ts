import path from 'node:path';
import type { ZaloPkce } from '../adapters/zalo/index.ts';
import { parseEnvironment, type Environment } from './environment.ts';

export { ConfigError } from './environment.ts';

/** sysexits.h EX_CONFIG. */
export const EXIT_CONFIG = 78;

const BYTES_PER_MB = 1_000_000;

export interface ZaloCredentials {
  readonly appId: string;
  readonly appSecret: string;
  readonly oaId: string;
  readonly oaSecretKey: string;
  readonly refreshToken: string | null;
  readonly accessToken: string | null;
}

export interface MessengerCredentials {
  readonly pageId: string;
  readonly appId: string | null;
  readonly appSecret: string;
  readonly verifyToken: string;
  readonly pageAccessToken: string;
}

export interface Config {
  readonly port: number;
  readonly host: string;
  /** Null: derived from the address actually listened on. */
  readonly publicUrl: string | null;
  readonly dataDir: string;
  readonly mongodb: { readonly uri: string | null; readonly database: string };
  readonly embeddedDatabase: {
    readonly kind: 'mongod' | 'documentdb' | null;
    readonly mongodBinary: string | null;
  };
  readonly zalo: {
    readonly credentials: ZaloCredentials | null;
    readonly apiUrl: string;
    readonly oauthUrl: string;
    readonly pkce: ZaloPkce;
    readonly appSecretProof: boolean;
    /** Of the paid template that tells a resident outside the window that something waits; null: nobody is told. */
    readonly nudgeTemplateId: string | null;
  };
  readonly zaloSiteVerification: string | null;
  readonly messenger: {
    readonly credentials: MessengerCredentials | null;
    readonly graphUrl: string;
    readonly graphVersion: string;
    /** How long officers may write after the resident did; 0 where the app was not granted Human Agent. */
    readonly humanAgentDays: number;
  };
  readonly evidenceHosts: readonly string[];
  /** What evidence may take up in the database, all of it together. */
  readonly evidenceQuotaBytes: number;
  readonly evidenceResidentBytesPerDay: number;
  readonly dataKey: Buffer | null;
  readonly model: { readonly baseUrl: string; readonly model: string; readonly apiKey: string | null } | null;
  /** After this a webhook that is not stored yet is answered 503. */
  readonly webhookAnswerWithinMs: number;
  readonly logLevel: Environment['LOG_LEVEL'];
  readonly sandbox: boolean;
  readonly metricsToken: string | null;
  /** Where the duty officer is told of alerts besides the console. */
  readonly dutyWebhook: { readonly url: string; readonly secret: string } | null;
  readonly commune: { readonly policeName: string; readonly dutyPhone: string | null };
}

function zaloCredentials(environment: Environment): ZaloCredentials | null {
  const {
    ZALO_APP_ID: appId,
    ZALO_APP_SECRET: appSecret,
    ZALO_OA_ID: oaId,
    ZALO_OA_SECRET_KEY: oaSecretKey,
  } = environment;
  if (appId === undefined || appSecret === undefined || oaId === undefined || oaSecretKey === undefined)
    return null;
  const refreshToken = environment.ZALO_REFRESH_TOKEN ?? null;
  return {
    appId,
    appSecret,
    oaId,
    oaSecretKey,
    refreshToken,
    accessToken: environment.ZALO_ACCESS_TOKEN ?? null,
  };
}

function zaloPkce(setting: string): ZaloPkce {
  return setting === 'per-request' || setting === 'none' ? setting : { verifier: setting };
}

function messengerCredentials(environment: Environment): MessengerCredentials | null {
  const pageId = environment.MESSENGER_PAGE_ID;
  const appSecret = environment.MESSENGER_APP_SECRET;
  const verifyToken = environment.MESSENGER_VERIFY_TOKEN;
  const pageAccessToken = environment.MESSENGER_PAGE_ACCESS_TOKEN;
  if (
    pageId === undefined ||
    appSecret === undefined ||
    verifyToken === undefined ||
    pageAccessToken === undefined
  )
    return null;
  return { pageId, appId: environment.MESSENGER_APP_ID ?? null, appSecret, verifyToken, pageAccessToken };
}

/** Reads the environment once. Throws ConfigError with every fault at once. */
export function readConfig(source: Readonly<Record<string, string | undefined>> = process.env): Config {
  const environment = parseEnvironment(source);
  const zalo = zaloCredentials(environment);
  const messenger = messengerCredentials(environment);
  const { LLM_BASE_URL: baseUrl, LLM_MODEL: model } = environment;
  const { DUTY_WEBHOOK_URL: dutyUrl, DUTY_WEBHOOK_SECRET: secret } = environment;
  return {
    port: environment.PORT,
    host: environment.HOST,
    publicUrl: environment.PUBLIC_URL ?? null,
    dataDir: path.resolve(environment.DATA_DIR),
    mongodb: { uri: environment.MONGODB_URI ?? null, database: environment.MONGODB_DB },
    embeddedDatabase: {
      kind: environment.EMBEDDED_DATABASE ?? null,
      mongodBinary: environment.MONGOD_BINARY ?? null,
    },
    zalo: {
      credentials: zalo,
      apiUrl: environment.ZALO_API_URL,
      oauthUrl: environment.ZALO_OAUTH_URL,
      pkce: zaloPkce(environment.ZALO_PKCE),
      appSecretProof: environment.ZALO_APPSECRET_PROOF === 'header',
      nudgeTemplateId: environment.ZALO_NUDGE_TEMPLATE_ID ?? null,
    },
    zaloSiteVerification: environment.ZALO_SITE_VERIFICATION ?? null,
    messenger: {
      credentials: messenger,
      graphUrl: environment.MESSENGER_GRAPH_URL,
      graphVersion: environment.MESSENGER_GRAPH_VERSION,
      humanAgentDays: environment.MESSENGER_HUMAN_AGENT_DAYS,
    },
    evidenceHosts: environment.EVIDENCE_HOSTS,
    evidenceQuotaBytes: environment.EVIDENCE_QUOTA_MB * BYTES_PER_MB,
    evidenceResidentBytesPerDay: environment.EVIDENCE_RESIDENT_MB_PER_DAY * BYTES_PER_MB,
    dataKey: environment.DATA_KEY ?? null,
    model:
      baseUrl === undefined || model === undefined
        ? null
        : { baseUrl, model, apiKey: environment.LLM_API_KEY ?? null },
    webhookAnswerWithinMs: environment.WEBHOOK_ANSWER_WITHIN_MS,
    logLevel: environment.LOG_LEVEL,
    sandbox:
      environment.SANDBOX === undefined ? zalo === null && messenger === null : environment.SANDBOX === 'on',
    metricsToken: environment.METRICS_TOKEN ?? null,
    dutyWebhook: dutyUrl === undefined || secret === undefined ? null : { url: dutyUrl, secret },
    commune: { policeName: environment.COMMUNE_POLICE_NAME, dutyPhone: environment.DUTY_PHONE ?? null },
  };
}
