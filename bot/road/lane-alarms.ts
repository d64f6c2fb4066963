/** Wakes lanes at a later moment. */
export interface LaneAlarms {
  /** The last call for a lane counts. Beyond `maxSet` lanes it is ignored: a later round of polling finds the lane. */
  wakeAfter(lane: string, afterMs: number): void;
  /** Forgets them all: what waits is found again by the next round of polling. */
  clear(): void;
}

export function createLaneAlarms(wake: (lane: string) => void, maxSet: number): LaneAlarms {
  const timers = new Map<string, NodeJS.Timeout>();
  return {
    wakeAfter: (lane, afterMs) => {
      if (timers.size >= maxSet && !timers.has(lane)) return;
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
