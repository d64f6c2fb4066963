/** The platform's clock: real time plus what a tester moved it by, so that windows and tokens can be seen to end. */
export interface MovableClock {
  now(): Date;
  /** Milliseconds, also negative. */
  advance(ms: number): void;
  reset(): void;
  offsetMs(): number;
}

export function createMovableClock(base: () => Date = () => new Date()): MovableClock {
  let offset = 0;
  return {
    now: () => new Date(base().getTime() + offset),
    advance: (ms) => {
      offset += ms;
    },
    reset: () => {
      offset = 0;
    },
    offsetMs: () => offset,
  };
}
