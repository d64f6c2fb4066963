import type { FaultSettings } from '../platform/faults.ts';

export interface ZaloSandboxOptions {
  readonly appId: string;
  readonly appSecret: string;
  readonly oaId: string;
  readonly oaName: string;
  /** Signs the webhooks. */
  readonly oaSecretKey: string;
  /** The grant that the bot begins with. */
  readonly refreshToken: string;
  readonly accessToken: string;
  /** The bot's webhook; asked before each attempt. */
  readonly webhookUrl: () => string;
  /** Where `router` is mounted, as the bot and the phone page reach it, without a slash at the end. */
  readonly publicUrl: () => string;
  /** Default: Zalo's 30 s, 5, 15, 30 and 60 minutes. */
  readonly retryDelaysMs?: readonly number[];
  /** Zalo waits 2 seconds for the 200. */
  readonly webhookTimeoutMs?: number;
  readonly faults?: Partial<FaultSettings>;
  /** The real time under the movable clock. */
  readonly clock?: () => Date;
  /** 0 up to, not including, 1; which calls the faults concern. */
  readonly random?: () => number;
  /** Texts of the approved templates by their id, with `<parameter>`s; default none. */
  readonly templates?: ReadonlyMap<string, string>;
  /** Whether calls without a right `appsecret_proof` are refused (-242). */
  readonly requireProof?: boolean;
  /** Calls of the API in one minute, over all of the app. */
  readonly callsPerMinute?: number;
}

/** Zalo's own: developers.zalo.me, webhook chapter, 2026-11-22. */
export const ZALO_RETRY_DELAYS_MS = [30_000, 300_000, 900_000, 1_800_000, 3_600_000] as const;
export const ZALO_WEBHOOK_TIMEOUT_MS = 2_000;
export const ZALO_CALLS_PER_MINUTE = 4_000;
