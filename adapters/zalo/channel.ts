import type { Clock } from '../../reports/ports.ts';
import type { Channel } from '../channel.ts';
import type { TokenStore } from '../token-store.ts';
import { ZaloAdapter } from './adapter.ts';
import { createZaloClient } from './client.ts';
import type { ZaloQuota } from './client.ts';
import { createZaloConsent } from './consent.ts';
import type { ZaloConsent, ZaloPkce } from './consent.ts';
import { isZaloEchoOf } from './echo.ts';
import { zaloActivity } from './inbound.ts';
import { bodySchema, renderZalo } from './outbound.ts';
import { createZaloNudge } from './nudge.ts';
import type { ZaloNudgeTemplate } from './nudge.ts';
import { createZaloTokens } from './tokens.ts';
import type { ZaloTokens } from './tokens.ts';
import { receiveZalo } from './webhook.ts';
import { FREE_WINDOW_HOURS, REPLY_WINDOW_DAYS } from './wire.ts';

export interface ZaloChannelOptions {
  readonly appId: string;
  readonly appSecret: string;
  readonly oaId: string;
  /** Of the app's Webhook page; it signs the webhooks. */
  readonly oaSecretKey: string;
  readonly grant: { readonly refreshToken: string | null; readonly accessToken: string | null };
  readonly tokenStore: TokenStore;
  /** Signs what buttons carry; buttons already sent stop working when it changes. */
  readonly buttonKey: string;
  /** Origins, without a slash at the end. */
  readonly apiUrl: string;
  readonly oauthUrl: string;
  readonly clock: Clock;
  /** Absent: nothing is said outside the window. */
  readonly nudge?: ZaloNudgeTemplate;
  readonly timeoutMs?: number;
  /** Whether each call carries `appsecret_proof` in a header: the SDKs compute it and do not show where it goes. */
  readonly appSecretProof?: boolean;
  /** Default: a fresh challenge with each consent. */
  readonly pkce?: ZaloPkce;
}

export interface ZaloChannel extends Channel {
  readonly tokens: ZaloTokens;
  readonly consent: ZaloConsent;
  /** What Zalo last said is left to send; null while it said nothing. */
  quota(): ZaloQuota | null;
}

const HOUR_MS = 3_600_000;
const FREE_MS = FREE_WINDOW_HOURS * HOUR_MS;
const REPLY_MS = REPLY_WINDOW_DAYS * 24 * HOUR_MS;

export function createZaloChannel(options: ZaloChannelOptions): ZaloChannel {
  const { clock, buttonKey } = options;
  const timeout = options.timeoutMs === undefined ? {} : { timeoutMs: options.timeoutMs };
  const tokens = createZaloTokens({
    store: options.tokenStore,
    oauthUrl: options.oauthUrl,
    appId: options.appId,
    appSecret: options.appSecret,
    grant: options.grant,
    clock,
    ...timeout,
  });
  let quota: ZaloQuota | null = null;
  const proofSecret = options.appSecretProof === true ? options.appSecret : null;
  const api = { apiUrl: options.apiUrl, proofSecret, tokens, clock, ...timeout };
  const client = createZaloClient({
    ...api,
    onQuota: (told) => {
      quota = told;
    },
  });

  return {
    name: 'zalo',
    adapter: new ZaloAdapter(),
    tokens,
    quota: () => quota,
    consent: createZaloConsent({
      ...options,
      store: options.tokenStore,
      pkce: options.pkce ?? 'per-request',
    }),
    receive: (rawBody, headers) => receiveZalo(rawBody, headers, options),
    toActivity: (payload) => zaloActivity(payload, buttonKey),
    render: (activity) => renderZalo(activity, buttonKey),
    async send({ userId, message, outboxId, author, window }) {
      if (window === 'closed' || (window === 'officer-only' && author !== 'officer')) {
        return { kind: 'window-closed', code: 'own-rule' };
      }
      const body = bodySchema.safeParse(message.body);
      if (!body.success) return { kind: 'refused', code: 'malformed-body' };
      return client.send(userId, body.data, outboxId);
    },
    ...(options.nudge === undefined ? {} : { nudge: createZaloNudge({ ...api, ...options.nudge }) }),
    isEchoOf: isZaloEchoOf,
    window(lastUserActionAt, now) {
      if (lastUserActionAt === null) return 'closed';
      const passedMs = now.getTime() - lastUserActionAt.getTime();
      if (passedMs <= FREE_MS) return 'open';
      // what is billed is left to officers
      return passedMs <= REPLY_MS ? 'officer-only' : 'closed';
    },
  };
}
