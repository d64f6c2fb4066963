import type { Collection, Db, Filter } from 'mongodb';
import { formsOf } from '../../reports/indicators/same-trace.ts';
import type {
  QueueFilter,
  QueuePage,
  QueuePlace,
  QueueRow,
  ReportReader,
  ReportWriter,
} from '../../reports/ports.ts';
import type { Indicator, Report } from '../../reports/report.ts';
import { STATUSES } from '../../reports/report.ts';
import { FINISHED_STATUSES } from '../../reports/status-rules.ts';
import type { CollectionIndexes } from './collection-indexes.ts';
import { decode } from './decode.ts';
import type { FieldCipher } from './field-cipher.ts';
import { createGatheredReads } from './gathered-reads.ts';
import { indicatorKey, toReport, toReportDocument } from './report-document.ts';
import type { ReportDocument } from './report-schema.ts';
import { queueRowSchema, reportDocumentSchema } from './report-schema.ts';
import type { UnitOfWork } from './unit-of-work.ts';

const COLLECTION = 'reports';
const QUEUE_LIMIT_MAX = 200;
const COUNT_MAX = 1_000;

const NEWEST_FIRST = { _id: -1 } as const;
/** Ids grow with time: of equally urgent ones the oldest comes first. */
const MOST_URGENT_FIRST = { urgency: 1, _id: 1 } as const;
type QueueSort = typeof NEWEST_FIRST | typeof MOST_URGENT_FIRST;

const ROW_FIELDS = {
  code: 1,
  category: 1,
  status: 1,
  urgency: 1,
  channel: 1,
  createdAt: 1,
  evidenceCount: 1,
  unreadFromResident: 1,
  assignedTo: 1,
} as const;

export const reportIndexes: CollectionIndexes = {
  collection: COLLECTION,
  indexes: [
    { name: 'code', key: { code: 1 }, unique: true },
    { name: 'status_newest', key: { status: 1, _id: -1 } },
    { name: 'status_urgent', key: { status: 1, urgency: 1, _id: 1 } },
    { name: 'reporter_newest', key: { 'reporter.key': 1, _id: -1 } },
    { name: 'assigned_newest', key: { assignedTo: 1, _id: -1 } },
    { name: 'unread_newest', key: { _id: -1 }, partialFilterExpression: { unreadFromResident: { $gt: 0 } } },
    { name: 'created', key: { createdAt: 1 } },
    { name: 'indicator_newest', key: { 'indicators.key': 1, _id: -1 } },
  ],
};

/** Reads of the case file in MongoDB. */
export function createReportReader(db: Db, cipher: FieldCipher): ReportReader {
  const reports = db.collection<ReportDocument>(COLLECTION);
  const toOurs = (document: unknown): Report =>
    decode(COLLECTION, reportDocumentSchema, document, (stored) => toReport(cipher, stored));
  const rows = async (
    filter: Filter<ReportDocument>,
    limit: number,
    order: QueueSort = NEWEST_FIRST,
  ): Promise<QueueRow[]> => {
    const found = reports.find(filter, { projection: ROW_FIELDS }).sort(order).limit(limit);
    return (await found.toArray()).map(toRow);
  };
  const newestOf = createNewestOf(reports);

  return {
    byId: async (id) => {
      const found = await reports.findOne({ _id: id });
      return found === null ? null : toOurs(found);
    },
    byCode: async (code) => {
      const found = await reports.findOne({ code: code });
      return found === null ? null : toOurs(found);
    },
    ofReporter: async (reporterKey, limit) => (await newestOf(bounded(limit))(reporterKey)).map(toOurs),
    queue: (filter) => readQueue(rows, filter),
    codesOf: async (ids) => {
      const found = reports.find({ _id: { $in: [...ids] } }, { projection: { code: 1 } });
      return new Map((await found.toArray()).map(({ _id, code }) => [_id, code]));
    },
    openCounts: async () => {
      const open = STATUSES.filter((status) => !FINISHED_STATUSES.includes(status));
      const counts = await Promise.all(
        open.map((status) => reports.countDocuments({ status }, { limit: COUNT_MAX })),
      );
      return Object.fromEntries(open.map((status, index) => [status, counts[index] ?? 0]));
    },
    count: (filter) => reports.countDocuments(toMongoFilter(filter), { limit: COUNT_MAX }),
    withIndicator: (indicator: Indicator, exceptReportId, limit) => {
      const keys = formsOf(indicator).map((form) => indicatorKey(cipher, form));
      const filter: Filter<ReportDocument> = { 'indicators.key': { $in: keys } };
      if (exceptReportId !== null) filter._id = { $ne: exceptReportId };
      return rows(filter, bounded(limit));
    },
  };
}

/** Most turns look for reports of their resident: those of turns beside each other are read together, by how many are wanted. */
function createNewestOf(reports: Collection<ReportDocument>) {
  const known = new Map<number, (reporterKey: string) => Promise<ReportDocument[]>>();
  const readerOf = (rowsPerKey: number) =>
    createGatheredReads<ReportDocument>({
      rowsPerKey,
      keyOf: ({ reporter }) => reporter.key,
      read: (keys, limit) =>
        reports
          .find({ 'reporter.key': { $in: [...keys] } })
          .sort({ _id: -1 })
          .limit(limit)
          .toArray(),
    });
  return (limit: number) => {
    const reader = known.get(limit) ?? readerOf(limit);
    known.set(limit, reader);
    return reader;
  };
}

/** Changes of the case file, staged on the unit; `save` expects the report exactly one version after what is stored. */
export function createReportWriter(unit: UnitOfWork, cipher: FieldCipher): ReportWriter {
  return {
    add: (report) => {
      unit.stage<ReportDocument>(COLLECTION, { insertOne: { document: toReportDocument(cipher, report) } });
    },
    save: (report) => {
      const { _id, ...replacement } = toReportDocument(cipher, report);
      const filter = { _id, version: report.version - 1 };
      unit.stage<ReportDocument>(COLLECTION, { replaceOne: { filter, replacement } }, { mustMatch: true });
    },
  };
}

async function readQueue(
  rows: (filter: Filter<ReportDocument>, limit: number, order: QueueSort) => Promise<QueueRow[]>,
  filter: QueueFilter,
): Promise<QueuePage> {
  const limit = bounded(filter.limit);
  const order = filter.mostUrgentFirst === true ? MOST_URGENT_FIRST : NEWEST_FIRST;
  const found = await rows(toMongoFilter(filter), limit + 1, order);
  const page = found.slice(0, limit);
  const last = found.length > limit ? page.at(-1) : undefined;
  return { rows: page, next: last === undefined ? null : { id: last.id, urgency: last.urgency } };
}

function toMongoFilter(filter: Omit<QueueFilter, 'limit'>): Filter<ReportDocument> {
  const [status, ...otherStatuses] = filter.statuses ?? [];
  return {
    // One status as an equality: only then does an index hold the order that follows it.
    ...(filter.statuses && {
      status: status !== undefined && otherStatuses.length === 0 ? status : { $in: [...filter.statuses] },
    }),
    ...(filter.urgencies && { urgency: { $in: [...filter.urgencies] } }),
    ...(filter.categories && { category: { $in: [...filter.categories] } }),
    ...(filter.channels && { channel: { $in: [...filter.channels] } }),
    ...(filter.code !== undefined && { code: filter.code }),
    ...(filter.assignedTo !== undefined && { assignedTo: filter.assignedTo }),
    ...(filter.unread === true && { unreadFromResident: { $gt: 0 } }),
    ...(filter.after !== undefined && placesAfter(filter.after, filter.mostUrgentFirst === true)),
  };
}

function placesAfter({ id, urgency }: QueuePlace, isByUrgency: boolean): Filter<ReportDocument> {
  if (!isByUrgency) return { _id: { $lt: id } };
  return { $or: [{ urgency: { $gt: urgency } }, { urgency, _id: { $gt: id } }] };
}

function toRow(document: unknown): QueueRow {
  return decode(COLLECTION, queueRowSchema, document, ({ _id, ...row }) => ({ id: _id, ...row }));
}

function bounded(limit: number): number {
  return Math.max(1, Math.min(QUEUE_LIMIT_MAX, Math.trunc(limit)));
}
