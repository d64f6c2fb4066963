/** An engine that ran for so long before it ended had not crashed again: it is started anew at once. */
export const STEADY_MS = 30_000;

const LONGEST_PAUSE_MS = 2_000;

/** After the first crash it is started again at once, then after 0.1, 0.2, 0.4 s and so on: none is the last that is tried. */
export const pauseAfter = (crashes: number): number =>
  crashes <= 1 ? 0 : Math.min(LONGEST_PAUSE_MS, 50 * 2 ** (crashes - 1));
