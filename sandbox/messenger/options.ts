import type { FaultSettings } from '../platform/faults.ts';

export interface MessengerSandboxOptions {
  readonly pageId: string;
  readonly pageName: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly pageAccessToken: string;
  readonly verifyToken: string;
  /** The bot's webhook; asked before each attempt. */
  readonly webhookUrl: () => string;
  /** Where `router` is mounted, as the bot and the phone page reach it, without a slash at the end. */
  readonly publicUrl: () => string;
  /** Pauses between attempts; Meta says "immediately a few more times" and gives up after an hour. */
  readonly retryDelaysMs?: readonly number[];
  /** Meta waits 5 seconds for the 200. */
  readonly webhookTimeoutMs?: number;
  readonly faults?: Partial<FaultSettings>;
  /** The real time under the movable clock. */
  readonly clock?: () => Date;
  /** 0 up to, not including, 1; which calls the faults concern. */
  readonly random?: () => number;
  /** Whether calls without a valid `appsecret_proof` are refused ("Require App Secret"). */
  readonly requireProof?: boolean;
}

/** developers.facebook.com, Messenger webhooks, 2026-05-05; the pauses within the hour are not documented. */
export const MESSENGER_RETRY_DELAYS_MS = [0, 1_000, 5_000, 60_000, 600_000, 1_200_000, 1_700_000] as const;
export const MESSENGER_WEBHOOK_TIMEOUT_MS = 5_000;
