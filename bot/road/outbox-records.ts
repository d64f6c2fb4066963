import type { Collection } from 'mongodb';
import { createGatheredCall } from '../../adapters/mongo/gathered-call.ts';
import type { OutboxDocument } from './documents.ts';

/** Outcomes written down in one write. */
const RECORDS_TOGETHER = 64;
const RECORDS_UNDER_WAY = 1;

export const UNSENT = { status: { $in: ['waiting', 'unknown'] as OutboxDocument['status'][] } };

/** What becomes of a row that was not sent yet. */
export interface RowOutcome {
  readonly rowId: string;
  readonly change: Partial<Omit<OutboxDocument, '_id'>>;
}

/** Writes outcomes down, those of many lanes in one write; a row that is sent already stays as it is. */
export function createOutboxRecords(
  collection: Collection<OutboxDocument>,
): (outcome: RowOutcome) => Promise<null> {
  const filterOf = ({ rowId }: RowOutcome) => ({ _id: rowId, ...UNSENT });
  return createGatheredCall<RowOutcome, null>({
    alone: async (outcome) => {
      await collection.updateOne(filterOf(outcome), { $set: outcome.change });
      return null;
    },
    together: async (outcomes) => {
      const updates = outcomes.map((outcome) => ({
        updateOne: { filter: filterOf(outcome), update: { $set: outcome.change } },
      }));
      await collection.bulkWrite(updates, { ordered: false });
      return outcomes.map(() => null);
    },
    maxTogether: RECORDS_TOGETHER,
    maxUnderWay: RECORDS_UNDER_WAY,
  });
}
