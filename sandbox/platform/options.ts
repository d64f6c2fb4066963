import type { FaultSettings } from './faults.ts';

/** What both platforms' stand-ins are told alike. */
export interface PlatformOptions {
  /** The bot's webhook; asked before each attempt. */
  readonly webhookUrl: () => string;
  /** Where `router` is mounted, as the bot and the phone page reach it, without a slash at the end. */
  readonly publicUrl: () => string;
  /** Pauses between attempts at the webhook; default: the platform's own. */
  readonly retryDelaysMs?: readonly number[];
  /** How long the platform waits for the 200; default: its own time. */
  readonly webhookTimeoutMs?: number;
  readonly faults?: Partial<FaultSettings>;
  /** The real time under the movable clock. */
  readonly clock?: () => Date;
  /** 0 up to, not including, 1; which calls the faults concern. */
  readonly random?: () => number;
  /** Whether calls without a right `appsecret_proof` are refused. */
  readonly requireProof?: boolean;
}
