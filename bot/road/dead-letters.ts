import type { Collection } from 'mongodb';
import type { DeadLetters } from '../../console/dependencies.ts';
import type { Clock } from '../../reports/ports.ts';
import { DEAD, type InboxDocument } from './documents.ts';

/** Events that were given up after every try, for staff to see and to put back. */
export function createDeadLetters(options: {
  readonly collection: Collection<InboxDocument>;
  readonly clock: Clock;
  readonly wake: (lane: string) => void;
}): DeadLetters {
  const { collection, clock, wake } = options;
  return {
    list: async (limit) => {
      const dead = await collection.find(DEAD).sort({ receivedAt: -1 }).limit(limit).toArray();
      return dead.map(({ _id, channel, kind, receivedAt, attempts, failure }) => ({
        id: _id,
        channel,
        kind,
        receivedAt,
        attempts,
        failure,
      }));
    },
    replay: async (id) => {
      const event = await collection.findOneAndUpdate(
        { _id: id, status: 'dead' },
        { $set: { status: 'waiting', attempts: 0, notBefore: clock(), failure: null } },
      );
      if (event !== null && event.lane !== null) wake(event.lane);
      return event !== null;
    },
  };
}
