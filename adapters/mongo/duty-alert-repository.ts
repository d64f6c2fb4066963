import type { Db } from 'mongodb';
import { z } from 'zod';
import type { DutyAlert } from '../../reports/duty-alert.ts';
import type { DutyAlertReader, DutyAlerts } from '../../reports/ports.ts';
import { CHANNEL_NAMES, URGENCIES } from '../../reports/report.ts';
import type { CollectionIndexes } from './collection-indexes.ts';
import { decode } from './decode.ts';
import type { FieldCipher } from './field-cipher.ts';
import { openAddress, sealAddress } from './sealing.ts';
import type { UnitOfWork } from './unit-of-work.ts';

const COLLECTION = 'alerts';
const LIST_LIMIT_MAX = 100;

const documentSchema = z.object({
  _id: z.string(),
  at: z.date(),
  kind: z.enum(['card', 'report']),
  slug: z.string().nullable(),
  urgency: z.enum(URGENCIES),
  channel: z.enum(CHANNEL_NAMES),
  residentKey: z.string(),
  address: z.string(),
  reportId: z.string().nullable(),
  acknowledged: z.object({ at: z.date(), staffId: z.string() }).nullable(),
  /** Nobody has taken it yet. */
  open: z.boolean(),
});

type AlertDocument = z.infer<typeof documentSchema>;

/** Partial: what was taken leaves the index. */
export const dutyAlertIndexes: CollectionIndexes = {
  collection: COLLECTION,
  indexes: [
    { name: 'open_urgent', key: { open: 1, urgency: 1, _id: 1 }, partialFilterExpression: { open: true } },
  ],
};

/** Alerts that the duty officer has not taken yet. */
export function createDutyAlertReader(db: Db, cipher: FieldCipher): DutyAlertReader {
  const alerts = db.collection<AlertDocument>(COLLECTION);
  const toOurs = (document: unknown): DutyAlert =>
    decode(COLLECTION, documentSchema, document, ({ _id, open: _open, address, ...rest }) => ({
      ...rest,
      id: _id,
      address: openAddress(cipher, address),
    }));

  return {
    byId: async (id) => {
      const found = await alerts.findOne({ _id: id });
      return found === null ? null : toOurs(found);
    },
    open: async (limit) => {
      const bounded = Math.max(1, Math.min(LIST_LIMIT_MAX, Math.trunc(limit)));
      const found = await alerts.find({ open: true }).sort({ urgency: 1, _id: 1 }).limit(bounded).toArray();
      return found.map(toOurs);
    },
  };
}

/** Changes staged on the unit; an alert is taken once. */
export function createDutyAlertWriter(unit: UnitOfWork, cipher: FieldCipher): DutyAlerts {
  return {
    raise: ({ id, address, ...rest }) => {
      const document = { ...rest, _id: id, address: sealAddress(cipher, address), open: true };
      unit.stage<AlertDocument>(COLLECTION, { insertOne: { document } });
    },
    acknowledge: ({ id }, acknowledged) => {
      const filter = { _id: id, open: true };
      unit.stage<AlertDocument>(
        COLLECTION,
        { updateOne: { filter, update: { $set: { open: false, acknowledged } } } },
        { mustMatch: true },
      );
    },
  };
}
