import type { Talk } from '../talk.ts';

/** Wrong tries in one conversation before it has to wait. */
const FREE_FAILURES = 5;
const FIRST_WAIT_MS = 15 * 60_000;
const LONGEST_WAIT_MS = 24 * 60 * 60_000;

/** Until when this conversation may not look up reports by code, or null. */
export function blockedUntil(talk: Talk): Date | null {
  const until = talk.memory.tracking.blockedUntil;
  if (until === null) return null;
  const moment = new Date(until);
  return moment > talk.turn.now ? moment : null;
}

/** Counts a wrong code or PIN; from the fifth on each doubles the wait. */
export function countFailure(talk: Talk): void {
  const failures = talk.memory.tracking.failures + 1;
  const over = failures - FREE_FAILURES;
  const waitMs = over < 0 ? 0 : Math.min(FIRST_WAIT_MS * 2 ** over, LONGEST_WAIT_MS);
  talk.memory.tracking = {
    failures,
    blockedUntil: waitMs === 0 ? null : new Date(talk.turn.now.getTime() + waitMs).toISOString(),
  };
}

export function forgetFailures(talk: Talk): void {
  talk.memory.tracking = { failures: 0, blockedUntil: null };
}
