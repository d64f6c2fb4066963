import type { Clock } from '../../reports/ports.ts';
import type { SendOutcome } from '../channel.ts';

/** Meta keeps the whole Page from sending for a time, and calls go on counting against it. */
export interface PagePause {
  /** The code that Meta gave, and when it is asked again; null while the Page may send. */
  readonly current: () => { readonly code: string; readonly until: Date } | null;
  /** Sends, unless the Page is paused; after the pause one message asks for all. */
  readonly guard: (send: () => Promise<SendOutcome>) => Promise<SendOutcome>;
}

/**
 * Abusive rate, restricted from sending for a time, blocked for policy violations (developers.facebook.com, common error
 * codes of 2026-06-25). How long is not said; an hour between two tries is our judgement.
 */
const PAUSING_CODES: ReadonlySet<string> = new Set(['613/2018338', '10/1893063', '368']);
const PAUSE_MS = 60 * 60_000;
/** Longer than one send takes: meanwhile the others wait for what it shows. */
const TRIAL_MS = 2 * 60_000;

export function createPagePause(clock: Clock): PagePause {
  let pause: { code: string; until: Date } | null = null;
  const after = (ms: number): Date => new Date(clock().getTime() + ms);
  return {
    current: () => pause,
    guard: async (send) => {
      if (pause !== null && clock() < pause.until) return { kind: 'channel-down', code: pause.code };
      const trial = pause === null ? null : { ...pause, until: after(TRIAL_MS) };
      pause = trial;
      const outcome = await send();
      // what was sent before the pause began says nothing about it
      if (outcome.kind === 'sent' && pause === trial) pause = null;
      if (outcome.kind === 'channel-down' && PAUSING_CODES.has(outcome.code))
        pause = { code: outcome.code, until: after(PAUSE_MS) };
      return outcome;
    },
  };
}
