import { atMost } from './at-most.ts';
import { createLaneAlarms } from './lane-alarms.ts';
import { createLaneQueue } from './lane-queue.ts';
import { createPoller } from './poller.ts';

/** Lanes kept in mind, those in the queue and those that wait for their moment: bounds memory however many there are. */
const MAX_LANES = 10_000;
/** What another process left, and what has come due, is found within this time. */
const POLL_EVERY_MS = 1_000;

/** Works lanes when they are woken, when their moment comes, and when a look into the database finds them. */
export interface LaneRounds {
  start(): void;
  /** Before the start it is left to the first look into the database. */
  wake(lane: string): void;
  /** The last call for a lane counts. */
  wakeAfter(lane: string, afterMs: number): void;
  /** Takes no more lanes and resolves when those under way have ended, or after `withinMs`. */
  stop(withinMs: number): Promise<void>;
}

export function createLaneRounds(options: {
  /** Lanes worked beside each other. */
  readonly concurrency: number;
  /** Whether there may be more in the lane: what is stored meanwhile wakes it by itself. */
  readonly workLane: (lane: string) => Promise<boolean>;
  /** Told of what went wrong in a lane, which is left. */
  readonly onTrouble: (lane: string, error: unknown) => void;
  /** Lanes that wait in the database and that nothing woke. */
  readonly findLanes: () => Promise<readonly string[]>;
  readonly onUnreadable: (error: unknown) => void;
}): LaneRounds {
  const { concurrency, workLane, onTrouble, findLanes, onUnreadable } = options;
  const queue = createLaneQueue({
    concurrency,
    maxQueued: MAX_LANES,
    work: async (lane) => {
      try {
        while (await workLane(lane));
      } catch (error) {
        onTrouble(lane, error);
      }
    },
  });
  let started = false;
  const wake = (lane: string): void => {
    if (started) queue.wake(lane);
  };
  const alarms = createLaneAlarms(wake, MAX_LANES);
  const poller = createPoller({
    everyMs: POLL_EVERY_MS,
    isBusy: () => queue.size() > concurrency,
    round: async () => {
      try {
        for (const lane of await findLanes()) queue.wake(lane);
      } catch (error) {
        onUnreadable(error);
      }
    },
  });
  return {
    start: () => {
      started = true;
      poller.start();
    },
    wake,
    wakeAfter: (lane, afterMs) => {
      alarms.wakeAfter(lane, afterMs);
    },
    stop: async (withinMs) => {
      await atMost(withinMs, Promise.all([poller.stop(), queue.stop()]));
      alarms.clear();
    },
  };
}
