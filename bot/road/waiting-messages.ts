import type { Collection, Filter } from 'mongodb';
import type { WaitingCounts, WaitingMessages } from '../../console/dependencies.ts';
import type { ChannelName } from '../../reports/report.ts';
import type { OutboxDocument } from './documents.ts';
import { UNSENT } from './outbox-records.ts';

/** More are not counted: staff need to know that it is many. */
const COUNTED = 10_000;

/** What is on its way to residents, waits or was refused, counted over the indexes of what is unsent, held and failed. */
export function createWaitingMessages(
  collection: Collection<OutboxDocument>,
  configured: ReadonlySet<ChannelName>,
): WaitingMessages {
  const isOn = [...configured];
  const count = (filter: Filter<OutboxDocument>): Promise<number> =>
    // a nudge carries no words of ours
    collection.countDocuments(
      { lane: { $gt: '' }, ...filter, nudge: { $exists: false } },
      { limit: COUNTED },
    );
  const countAmong = async (among: Filter<OutboxDocument>): Promise<WaitingCounts> => {
    const [onTheWay, channelOff, forResident, notTaken] = await Promise.all([
      count({ ...UNSENT, ...among, channel: { $in: isOn } }),
      count({ ...UNSENT, ...among, channel: { $nin: isOn } }),
      count({ status: 'held', heldBecause: 'window', ...among }),
      count({ status: 'held', heldBecause: 'tries', ...among }),
    ]);
    return { onTheWay, channelOff, forResident, notTaken };
  };
  return {
    count: () => countAmong({}),
    toResident: async (residentKey, since) => {
      const among: Filter<OutboxDocument> = {
        lane: residentKey,
        author: 'officer',
        createdAt: { $gte: since },
      };
      const [counts, refused] = await Promise.all([countAmong(among), count({ ...among, status: 'failed' })]);
      return { ...counts, notTaken: counts.notTaken + refused };
    },
  };
}
