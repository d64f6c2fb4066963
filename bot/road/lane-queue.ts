/**
 * Runs work by lane: one at a time within a lane, many lanes beside each other, each lane at most once in the queue.
 * A lane woken while it runs is run once more.
 */
export interface LaneQueue {
  /** Asks for the lane to be worked soon. Beyond `maxQueued` it is ignored: the next round of polling finds it. */
  wake(lane: string): void;
  /** Takes no more work and resolves when what runs has ended. */
  stop(): Promise<void>;
  /** Lanes that run or wait for their turn. */
  size(): number;
}

export function createLaneQueue(options: {
  readonly concurrency: number;
  readonly maxQueued: number;
  /** Must not reject: what goes wrong is its own to handle. */
  readonly work: (lane: string) => Promise<void>;
}): LaneQueue {
  const { concurrency, maxQueued, work } = options;
  const queued = new Set<string>();
  const running = new Map<string, Promise<void>>();
  const again = new Set<string>();
  let stopped = false;

  const runNext = (): void => {
    while (!stopped && running.size < concurrency) {
      const [lane] = queued;
      if (lane === undefined) return;
      queued.delete(lane);
      running.set(lane, run(lane));
    }
  };

  const run = async (lane: string): Promise<void> => {
    await work(lane);
    running.delete(lane);
    if (again.delete(lane)) queued.add(lane);
    runNext();
  };

  return {
    wake: (lane) => {
      if (stopped) return;
      if (running.has(lane)) again.add(lane);
      else if (queued.size < maxQueued) queued.add(lane);
      runNext();
    },
    stop: async () => {
      stopped = true;
      queued.clear();
      await Promise.all(running.values());
    },
    size: () => queued.size + running.size,
  };
}
