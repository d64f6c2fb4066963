const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
export const DAYS_LOOKED_AT = 7;
/** With fewer days nothing is usual yet. */
const DAYS_NEEDED = 3;
const TIMES_THE_USUAL = 3;
const SHORTEST_ALARM_MS = HOUR_MS;

/**
 * After how long a silence something is wrong with a channel at `now`, from when it called before (milliseconds, rising):
 * three times the median of the silences around the same moment of the last seven days, at least an hour. So nights are
 * measured by nights. Null while fewer than three of those days are known.
 */
export function alarmAfterMs(calledAt: readonly number[], now: number): number | null {
  const silences: number[] = [];
  for (let day = 1; day <= DAYS_LOOKED_AT; day += 1) {
    const moment = now - day * DAY_MS;
    const after = calledAt.findIndex((at) => at > moment);
    const [before, next] = [calledAt[after - 1], calledAt[after]];
    if (before !== undefined && next !== undefined) silences.push(next - before);
  }
  if (silences.length < DAYS_NEEDED) return null;
  const median = silences.sort((one, other) => one - other)[Math.floor(silences.length / 2)] ?? 0;
  return Math.max(SHORTEST_ALARM_MS, TIMES_THE_USUAL * median);
}
