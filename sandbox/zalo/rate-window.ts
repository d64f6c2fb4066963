const MINUTE_MS = 60_000;

/** Counts calls of the running minute. */
export interface RateWindow {
  /** Calls left after this one; negative when it was one too many. */
  count(): number;
}

export function createRateWindow(callsPerMinute: number, now: () => Date): RateWindow {
  let minute = 0;
  let calls = 0;
  return {
    count() {
      const current = Math.floor(now().getTime() / MINUTE_MS);
      if (current !== minute) {
        minute = current;
        calls = 0;
      }
      calls += 1;
      return callsPerMinute - calls;
    },
  };
}
