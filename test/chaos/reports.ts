import type { Db } from 'mongodb';
import type { FiledReport } from './residents.ts';

export interface ReportCount {
  readonly filed: number;
  readonly missing: number;
  readonly doubled: number;
}

/** Every report whose code a resident was given, against what is stored. */
export async function countReports(db: Db, filed: readonly FiledReport[]): Promise<ReportCount> {
  const stored = await db
    .collection('reports')
    .find({}, { projection: { code: 1, channel: 1 } })
    .toArray();
  const found = filed.filter((one) =>
    stored.some((report) => report['code'] === one.code && report['channel'] === one.channel),
  );
  return {
    filed: filed.length,
    missing: filed.length - found.length,
    doubled: stored.length - found.length,
  };
}
