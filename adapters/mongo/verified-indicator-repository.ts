import type { Db } from 'mongodb';
import { z } from 'zod';
import { formsOf } from '../../reports/indicators/same-trace.ts';
import type {
  IndicatorRecords,
  IndicatorVerifier,
  VerifiedIndicator,
} from '../../reports/indicators/indicator-ports.ts';
import type { Indicator } from '../../reports/report.ts';
import type { CollectionIndexes } from './collection-indexes.ts';
import { decode } from './decode.ts';
import type { FieldCipher } from './field-cipher.ts';
import { indicatorKey } from './report-document.ts';
import type { UnitOfWork } from './unit-of-work.ts';

const COLLECTION = 'verifiedIndicators';
const REPORTS_LOOKED_AT = 200;

/** The trace itself is only a keyed hash: whoever asks brings it. */
const documentSchema = z.object({
  _id: z.string(),
  kind: z.string(),
  at: z.date(),
  staffId: z.string(),
  reportId: z.string(),
});

type VerifiedDocument = z.infer<typeof documentSchema>;

/** None but the key: creates the collection, so that a transaction may write to it. */
export const verifiedIndicatorIndexes: CollectionIndexes = {
  collection: COLLECTION,
  indexes: [{ name: 'newest', key: { at: -1 } }],
};

/** What is on file about traces: which an officer verified, and how many different people named one. */
export function createIndicatorRecords(db: Db, cipher: FieldCipher): IndicatorRecords {
  const verified = db.collection<VerifiedDocument>(COLLECTION);
  const reports = db.collection('reports');
  const keysOf = (indicator: Indicator): string[] =>
    formsOf(indicator).map((form) => indicatorKey(cipher, form));

  return {
    verified: async (indicators) => {
      const keys = indicators.map((indicator) => ({ indicator, keys: keysOf(indicator) }));
      const _id = { $in: keys.flatMap((one) => one.keys) };
      const found = await verified.find({ _id }).toArray();
      const stored = found.map((document) =>
        decode(COLLECTION, documentSchema, document, ({ _id: key, at, staffId }) => ({ key, at, staffId })),
      );
      return keys.flatMap(({ indicator, keys: forms }): VerifiedIndicator[] => {
        const one = stored.find(({ key }) => forms.includes(key));
        return one === undefined ? [] : [{ indicator, at: one.at, staffId: one.staffId }];
      });
    },
    countReporters: async (indicator, enough) => {
      const filter = {
        'indicators.key': { $in: keysOf(indicator) },
        status: { $nin: ['withdrawn', 'rejected'] },
      };
      const found = await reports
        .find(filter, { projection: { 'reporter.key': 1 } })
        .sort({ _id: -1 })
        .limit(REPORTS_LOOKED_AT)
        .toArray();
      const reporters = new Set(found.map((document) => reporterSchema.parse(document).reporter.key));
      return Math.min(reporters.size, enough);
    },
  };
}

const reporterSchema = z.object({ reporter: z.object({ key: z.string() }) });

/** Verifying again changes who and when; taking back what was not verified changes nothing. */
export function createIndicatorVerifier(unit: UnitOfWork, cipher: FieldCipher): IndicatorVerifier {
  return {
    verify: (indicator, { staffId, at, reportId }) => {
      const filter = { _id: indicatorKey(cipher, indicator) };
      const update = { $set: { kind: indicator.kind, at, staffId, reportId } };
      unit.stage<VerifiedDocument>(COLLECTION, { updateOne: { filter, update, upsert: true } });
    },
    takeBack: (indicator) => {
      const _id = { $in: formsOf(indicator).map((form) => indicatorKey(cipher, form)) };
      unit.stage<VerifiedDocument>(COLLECTION, { deleteMany: { filter: { _id } } });
    },
  };
}
