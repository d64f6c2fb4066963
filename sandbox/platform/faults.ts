import { z } from 'zod';

/** What can be made to go wrong, by the sandbox's page and by tests. Defaults: nothing. */
const faultsSchema = z.strictObject({
  /** This error for every send: Zalo's code, or Messenger's "code" or "code/subcode". */
  sendError: z
    .string()
    .regex(/^-?\d+(\/\d+)?$/u)
    .nullable(),
  /**
   * hang: the call is taken in and never answered. lost-answer: acted on, then the connection breaks.
   * error-after-acting: acted on, then HTTP 500. broken: not acted on, the connection breaks. busy: not acted on, HTTP 503.
   */
  sendTrouble: z.enum(['none', 'hang', 'lost-answer', 'error-after-acting', 'broken', 'busy']),
  /** The same for the refresh of tokens. */
  tokenTrouble: z.enum(['none', 'hang', 'lost-answer', 'error-after-acting', 'broken', 'busy']),
  rateLimited: z.boolean(),
  windowClosed: z.boolean(),
  buttonsRefused: z.boolean(),
  /** Each webhook is delivered twice. */
  duplicate: z.boolean(),
  /** Webhooks wait for the next one and are delivered after it. */
  reorder: z.boolean(),
  /** The first attempt at each webhook never arrives. */
  loseFirstAttempt: z.boolean(),
  /** What the account says does not come back to the bot. */
  noEchoes: z.boolean(),
  /** Before each webhook. */
  delayMs: z.int().min(0).max(600_000),
  /** How large a part of calls and webhooks the above concerns, 0 to 1. */
  share: z.number().min(0).max(1),
});
export type FaultSettings = z.infer<typeof faultsSchema>;

const NO_FAULTS: FaultSettings = {
  sendError: null,
  sendTrouble: 'none',
  tokenTrouble: 'none',
  rateLimited: false,
  windowClosed: false,
  buttonsRefused: false,
  duplicate: false,
  reorder: false,
  loseFirstAttempt: false,
  noEchoes: false,
  delayMs: 0,
  share: 1,
};

export interface Faults {
  /** For one call or webhook: the settings, or none of them where `share` spares it. */
  draw(): FaultSettings;
  read(): FaultSettings;
  /** Changes the named settings; false when they are not valid. */
  change(patch: unknown): boolean;
  reset(): void;
}

export function createFaults(random: () => number = Math.random): Faults {
  let settings = NO_FAULTS;
  return {
    draw: () => (settings.share >= 1 || random() < settings.share ? settings : NO_FAULTS),
    read: () => settings,
    change(patch) {
      const parsed = faultsSchema.partial().safeParse(patch);
      if (!parsed.success) return false;
      const given = Object.entries(parsed.data).filter(([, value]) => value !== undefined);
      settings = faultsSchema.parse({ ...settings, ...Object.fromEntries(given) });
      return true;
    },
    reset() {
      settings = NO_FAULTS;
    },
  };
}
