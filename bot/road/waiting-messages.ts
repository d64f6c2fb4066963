import type { Collection, Filter } from 'mongodb';
import type { WaitingMessages } from '../../console/dependencies.ts';
import type { OutboxDocument } from './documents.ts';
import { UNSENT } from './outbox-records.ts';

/** More are not counted: staff need to know that it is many. */
const COUNTED = 10_000;

/** What is on its way to residents or waits, counted over the indexes of what is unsent and held. */
export function createWaitingMessages(collection: Collection<OutboxDocument>): WaitingMessages {
  const count = (filter: Filter<OutboxDocument>): Promise<number> =>
    // a nudge carries no words of ours
    collection.countDocuments(
      { lane: { $gt: '' }, ...filter, nudge: { $exists: false } },
      { limit: COUNTED },
    );
  return {
    count: async () => {
      const [onTheWay, forResident, notTaken] = await Promise.all([
        count(UNSENT),
        count({ status: 'held', heldBecause: 'window' }),
        count({ status: 'held', heldBecause: 'tries' }),
      ]);
      return { onTheWay, forResident, notTaken };
    },
  };
}
