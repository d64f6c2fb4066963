import type { PlatformOptions } from '../platform/options.ts';

export interface MessengerSandboxOptions extends PlatformOptions {
  readonly pageId: string;
  readonly pageName: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly pageAccessToken: string;
  readonly verifyToken: string;
}

/**
 * Meta says "immediately a few more times" and gives up after an hour; it waits 5 seconds. developers.facebook.com,
 * Messenger webhooks, 2026-05-05; the pauses within the hour are not documented.
 */
export const MESSENGER_RETRY_DELAYS_MS = [0, 1_000, 5_000, 60_000, 600_000, 1_200_000, 1_700_000] as const;
export const MESSENGER_WEBHOOK_TIMEOUT_MS = 5_000;
