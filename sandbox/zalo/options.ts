import type { PlatformOptions } from '../platform/options.ts';

export interface ZaloSandboxOptions extends PlatformOptions {
  readonly appId: string;
  readonly appSecret: string;
  readonly oaId: string;
  readonly oaName: string;
  /** Signs the webhooks. */
  readonly oaSecretKey: string;
  /** The grant that the bot begins with. */
  readonly refreshToken: string;
  readonly accessToken: string;
  /** Texts of the approved templates by their id, with `<parameter>`s; default none. */
  readonly templates?: ReadonlyMap<string, string>;
  /** Calls of the API in one minute, over all of the app. */
  readonly callsPerMinute?: number;
}

/** Zalo's own: 30 s, 5, 15, 30 and 60 minutes; it waits 2 seconds. developers.zalo.me, webhook chapter, 2026-11-22. */
export const ZALO_RETRY_DELAYS_MS = [30_000, 300_000, 900_000, 1_800_000, 3_600_000] as const;
export const ZALO_WEBHOOK_TIMEOUT_MS = 2_000;
export const ZALO_CALLS_PER_MINUTE = 4_000;
