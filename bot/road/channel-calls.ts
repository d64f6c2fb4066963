import type { Collection } from 'mongodb';
import type { Clock } from '../../reports/ports.ts';
import type { ChannelName } from '../../reports/report.ts';
import type { ChannelCallDocument } from './documents.ts';
import { DAYS_LOOKED_AT } from './usual-silence.ts';

const SPAN_MS = 10 * 60_000;
const DAY_MS = 86_400_000;
/** The silence around the same moment of the first day may have begun a day earlier. */
const KEPT_MS = (DAYS_LOOKED_AT + 1) * DAY_MS;

/**
 * When the platforms called: the first call of each ten minutes, however many come. So a week of calls is read at once without
 * an index that every event would be written into.
 */
export interface ChannelCalls {
  /** Writes down that the channel calls now, at most once in ten minutes; rejects when that fails. */
  note(channel: ChannelName): Promise<void>;
  /** When the channel called in the last eight days, in milliseconds, rising. */
  recent(channel: ChannelName): Promise<number[]>;
}

export function createChannelCalls(collection: Collection<ChannelCallDocument>, clock: Clock): ChannelCalls {
  const noted = new Map<ChannelName, number>();
  return {
    note: async (channel) => {
      const at = clock();
      const span = Math.floor(at.getTime() / SPAN_MS);
      if (noted.get(channel) === span) return;
      const expiresAt = new Date(at.getTime() + KEPT_MS);
      // before it is written, so that of calls that come at once only the first writes
      noted.set(channel, span);
      try {
        await collection.updateOne(
          { _id: `${channel}:${span}` },
          { $setOnInsert: { channel, at, expiresAt } },
          { upsert: true },
        );
      } catch (error) {
        noted.delete(channel);
        throw error;
      }
    },
    recent: async (channel) => {
      const since = new Date(clock().getTime() - KEPT_MS);
      const calls = await collection
        .find({ channel, at: { $gte: since } })
        .sort({ at: 1 })
        .toArray();
      return calls.map(({ at }) => at.getTime());
    },
  };
}
