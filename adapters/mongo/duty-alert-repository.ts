import type { Db } from 'mongodb';
import { z } from 'zod';
import type { DutyAlert, ToldAlert } from '../../reports/duty-alert.ts';
import type { DutyAlertReader, DutyAlerts, DutyCalls } from '../../reports/duty-ports.ts';
import { CHANNEL_NAMES, URGENCIES } from '../../reports/report.ts';
import type { CollectionIndexes } from './collection-indexes.ts';
import { decode } from './decode.ts';
import type { FieldCipher } from './field-cipher.ts';
import { openAddress, openOrNull, sealAddress, sealOrNull } from './sealing.ts';
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
  words: z.string().nullable().default(null),
  reportId: z.string().nullable(),
  acknowledged: z.object({ at: z.date(), staffId: z.string() }).nullable(),
  /** Nobody has taken it yet. */
  open: z.boolean(),
  /** How far telling it by other means is; missing before the first try. */
  call: z
    .object({ attempts: z.number().int(), notBefore: z.date(), toldAt: z.date().nullable().default(null) })
    .optional(),
});

type AlertDocument = z.infer<typeof documentSchema>;

/** The open ones' index is partial: what was taken leaves it. */
export const dutyAlertIndexes: CollectionIndexes = {
  collection: COLLECTION,
  indexes: [
    { name: 'resident_newest', key: { residentKey: 1, _id: -1 } },
    { name: 'open_urgent', key: { open: 1, urgency: 1, _id: 1 }, partialFilterExpression: { open: true } },
  ],
};

const toOurs = (cipher: FieldCipher, document: unknown): DutyAlert =>
  decode(
    COLLECTION,
    documentSchema,
    document,
    ({ _id, open: _open, call: _call, words: _words, address, ...rest }) => ({
      ...rest,
      id: _id,
      address: openAddress(cipher, address),
    }),
  );

const toTold = (cipher: FieldCipher, document: unknown): ToldAlert =>
  decode(COLLECTION, documentSchema, document, (stored) => ({
    ...toOurs(cipher, stored),
    words: openOrNull(cipher, stored.words),
  }));

/** Alerts that the duty officer has not taken yet, and those of one person. */
export function createDutyAlertReader(db: Db, cipher: FieldCipher): DutyAlertReader {
  const alerts = db.collection<AlertDocument>(COLLECTION);

  const bounded = (limit: number): number => Math.max(1, Math.min(LIST_LIMIT_MAX, Math.trunc(limit)));

  return {
    byId: async (id) => {
      const found = await alerts.findOne({ _id: id });
      return found === null ? null : toOurs(cipher, found);
    },
    open: async (limit) => {
      const found = alerts.find({ open: true }).sort({ urgency: 1, _id: 1 }).limit(bounded(limit));
      return (await found.toArray()).map((document) => toOurs(cipher, document));
    },
    ofResident: async (residentKey, limit) => {
      const found = alerts.find({ residentKey }).sort({ _id: -1 }).limit(bounded(limit));
      return (await found.toArray()).map((document) => toTold(cipher, document));
    },
  };
}

/** An older alert is of no more use as a call in the night: it waits in the console. */
const CALLED_WITHIN_MS = 24 * 3_600_000;

/** Alerts to be told by other means. A claim is one conditional update, so that two programs never tell the same one. */
export function createDutyCalls(db: Db, cipher: FieldCipher): DutyCalls {
  const alerts = db.collection<AlertDocument>(COLLECTION);
  return {
    claim: async (now, until) => {
      const due = {
        open: true,
        at: { $gte: new Date(now.getTime() - CALLED_WITHIN_MS) },
        'call.toldAt': null,
        $or: [{ 'call.notBefore': { $exists: false } }, { 'call.notBefore': { $lte: now } }],
      };
      const claimed = await alerts.findOneAndUpdate(
        due,
        { $set: { 'call.notBefore': until }, $inc: { 'call.attempts': 1 } },
        { sort: { urgency: 1, _id: 1 }, returnDocument: 'after' },
      );
      if (claimed === null) return null;
      return { alert: toOurs(cipher, claimed), attempts: claimed.call?.attempts ?? 1 };
    },
    told: async (alertId, at) => {
      await alerts.updateOne({ _id: alertId }, { $set: { 'call.toldAt': at } });
    },
    postpone: async (alertId, until) => {
      await alerts.updateOne({ _id: alertId }, { $set: { 'call.notBefore': until } });
    },
  };
}

/** Changes staged on the unit; an alert is taken once. */
export function createDutyAlertWriter(unit: UnitOfWork, cipher: FieldCipher): DutyAlerts {
  return {
    raise: ({ id, address, ...rest }, words) => {
      const sealed = { address: sealAddress(cipher, address), words: sealOrNull(cipher, words) };
      unit.stage<AlertDocument>(COLLECTION, {
        insertOne: { document: { ...rest, ...sealed, _id: id, open: true } },
      });
    },
    forgetWords: (residentKey) => {
      const update = { $set: { words: null } };
      unit.stage<AlertDocument>(COLLECTION, { updateMany: { filter: { residentKey }, update } });
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
