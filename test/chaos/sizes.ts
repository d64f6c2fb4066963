import type { ChaosOptions } from './run-chaos.ts';

type Size = Omit<ChaosOptions, 'onProgress'>;

export const LONG: Size = {
  kills: 50,
  databaseKills: 10,
  people: 16,
  reports: 24,
  quotaMb: 1,
  severe: true,
  settleWithinMs: 300_000,
};

/** At most a minute and a half on two cores. */
export const SHORT: Size = {
  kills: 4,
  databaseKills: 1,
  people: 8,
  reports: 4,
  quotaMb: 10,
  severe: false,
  settleWithinMs: 75_000,
};
