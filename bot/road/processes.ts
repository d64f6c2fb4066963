import os from 'node:os';
import type { Collection } from 'mongodb';
import type { Clock } from '../../reports/ports.ts';
import type { Log } from '../logging.ts';
import { FREE, type ProcessDocument, type RoadCollections } from './documents.ts';
import { UNSENT } from './outbox-records.ts';
import { inDoubt } from './outbox.ts';
import { createPoller } from './poller.ts';

const BEAT_EVERY_MS = 2_000;
/**
 * A process whose beat stood still for so long is taken for dead: by our own watch, whatever the clocks of both say.
 * If it lives after all, its claims' fence stops it.
 */
const DEAD_AFTER_MS = 10_000;

/**
 * Notices processes that died, so that their conversations and messages go on within seconds instead of when their leases
 * end. A conversation is free as soon as its process is not registered (`Conversations`).
 */
export interface Processes {
  /** Shows that this process lives and frees what dead ones were sending, before it resolves. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

export function createProcesses(options: {
  readonly collection: Collection<ProcessDocument>;
  readonly outbox: RoadCollections['outbox'];
  readonly processId: string;
  readonly clock: Clock;
  /** A watch that is never set. */
  readonly elapsedMs: () => number;
  readonly log: Log;
}): Processes {
  const { collection, outbox, processId, clock, elapsedMs, log } = options;
  const self = { host: os.hostname(), pid: process.pid };
  /** The last beat of each other process, and when we first saw it. */
  const seen = new Map<string, { readonly beat: number; readonly atMs: number }>();

  const isDead = ({ _id, host, pid, beatAt }: ProcessDocument): boolean => {
    if (host === self.host && !lives(pid)) return true;
    const beat = beatAt.getTime();
    const last = seen.get(_id);
    if (last?.beat === beat) return elapsedMs() - last.atMs > DEAD_AFTER_MS;
    seen.set(_id, { beat, atMs: elapsedMs() });
    return false;
  };

  const free = async (owner: string, isDead: boolean): Promise<void> => {
    const released = { $set: { owner: null, leaseUntil: FREE } };
    await outbox.updateMany(unsentOf(owner), isDead ? inDoubt(clock()) : released);
    await collection.deleteOne({ _id: owner });
    seen.delete(owner);
  };

  const beat = async (): Promise<void> => {
    await collection.updateOne({ _id: processId }, { $set: { ...self, beatAt: clock() } }, { upsert: true });
    for (const other of await collection.find({ _id: { $ne: processId } }).toArray()) {
      if (!isDead(other)) continue;
      await free(other._id, true);
      log.warn('took over from a process that died');
    }
  };

  const poller = createPoller({
    everyMs: BEAT_EVERY_MS,
    round: async () => {
      try {
        await beat();
      } catch (error) {
        log.warn('process not registered', { error });
      }
    },
  });

  return {
    start: async () => {
      await beat();
      poller.start();
    },
    stop: async () => {
      await poller.stop();
      await free(processId, false);
    },
  };
}

/** Any lane: named so that the index of what is unsent is used, which is small however long the outbox is. */
export function unsentOf(owner: string) {
  return { lane: { $gt: '' }, owner, ...UNSENT };
}

/** Whether a process of this machine runs. */
function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
