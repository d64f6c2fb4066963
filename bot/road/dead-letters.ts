import type { Collection } from 'mongodb';
import type { Clock } from '../../reports/ports.ts';
import type { ChannelName } from '../../reports/report.ts';
import type { InboxDocument } from './documents.ts';

/** An event that was given up, without anything of what the resident wrote. */
export interface DeadLetter {
  readonly id: string;
  readonly channel: ChannelName;
  readonly kind: string;
  readonly receivedAt: Date;
  readonly attempts: number;
  readonly failure: string | null;
}

export interface DeadLetters {
  /** Newest first. */
  list(limit: number): Promise<readonly DeadLetter[]>;
  /** Puts the event back into its lane; false when it is gone or was put back already. */
  replay(id: string): Promise<boolean>;
}

export function createDeadLetters(options: {
  readonly collection: Collection<InboxDocument>;
  readonly clock: Clock;
  readonly wake: (lane: string) => void;
}): DeadLetters {
  const { collection, clock, wake } = options;
  return {
    list: async (limit) => {
      const dead = await collection.find({ status: 'dead' }).sort({ receivedAt: -1 }).limit(limit).toArray();
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
