import type { Db } from 'mongodb';
import { z } from 'zod';
import type { FigureReader } from '../../reports/figures.ts';
import { CATEGORIES, CHANNEL_NAMES, STATUSES, URGENCIES } from '../../reports/report.ts';
import { decode } from './decode.ts';

const COLLECTION = 'reports';

/** Fields that lie open at rest: counting opens nothing that is sealed. */
const FIELDS = {
  category: 1,
  urgency: 1,
  status: 1,
  channel: 1,
  createdAt: 1,
  receivedAt: 1,
  'messages.from': 1,
  'messages.at': 1,
} as const;

const rowSchema = z.object({
  category: z.enum(CATEGORIES),
  urgency: z.enum(URGENCIES),
  status: z.enum(STATUSES),
  channel: z.enum(CHANNEL_NAMES),
  createdAt: z.date(),
  receivedAt: z.date().nullable(),
  messages: z.array(z.object({ from: z.enum(['resident', 'officer']), at: z.date() })),
});

/** Reads reports for counting, by the index on the day they came. */
export function createFigureReader(db: Db): FigureReader {
  const reports = db.collection(COLLECTION);
  return {
    between: async (from, to, limit) => {
      const found = await reports
        .find({ createdAt: { $gte: from, $lt: to } }, { projection: FIELDS })
        .sort({ createdAt: 1 })
        .limit(Math.max(1, Math.trunc(limit)))
        .toArray();
      return found.map((document) =>
        decode(COLLECTION, rowSchema, document, ({ receivedAt, messages, ...row }) => ({
          ...row,
          respondedAt: earliest([
            receivedAt,
            ...messages.filter((message) => message.from === 'officer').map(({ at }) => at),
          ]),
        })),
      );
    },
  };
}

function earliest(moments: readonly (Date | null)[]): Date | null {
  const times = moments.flatMap((moment) => (moment === null ? [] : [moment.getTime()]));
  return times.length === 0 ? null : new Date(Math.min(...times));
}
