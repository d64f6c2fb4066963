import type { Clock } from '../../reports/ports.ts';
import type { Log } from '../logging.ts';
import type { RoadCollections } from './documents.ts';
import { createPoller, type Poller } from './poller.ts';

const EVERY_MS = 6 * 3_600_000;

/**
 * Deletes what is past its time, a few times a day. An index for it would be written with every turn, which costs more
 * than reading the collections now and then.
 */
export function createForgetting(options: {
  readonly collections: RoadCollections;
  readonly clock: Clock;
  readonly log: Log;
}): Poller {
  const { collections, clock, log } = options;
  const past = () => ({ expiresAt: { $lt: clock() } });
  return createPoller({
    everyMs: EVERY_MS,
    round: async () => {
      try {
        await collections.inbox.deleteMany(past());
        await collections.outbox.deleteMany(past());
        await collections.conversations.deleteMany(past());
        await collections.channelCalls.deleteMany(past());
      } catch (error) {
        log.warn('old events not deleted', { error });
      }
    },
  });
}
