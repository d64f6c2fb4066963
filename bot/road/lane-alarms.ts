/** Wakes lanes at a later moment; the last call for a lane counts. */
export interface LaneAlarms {
  wakeAfter(lane: string, afterMs: number): void;
  /** Forgets them all: what waits is found again by the next round of polling. */
  clear(): void;
}

export function createLaneAlarms(wake: (lane: string) => void): LaneAlarms {
  const timers = new Map<string, NodeJS.Timeout>();
  return {
    wakeAfter: (lane, afterMs) => {
      clearTimeout(timers.get(lane));
      const ring = (): void => {
        timers.delete(lane);
        wake(lane);
      };
      timers.set(lane, setTimeout(ring, afterMs));
    },
    clear: () => {
      for (const timer of timers.values()) clearTimeout(timer);
      timers.clear();
    },
  };
}
