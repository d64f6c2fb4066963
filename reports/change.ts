import type { Actor, HistoryEntry, Report } from './report.ts';

/** A changed report, or why the rules do not allow the change. Save after each change: the version rises by exactly one. */
export type Change<Reason extends string> =
  { readonly ok: true; readonly report: Report } | { readonly ok: false; readonly reason: Reason };

export type StaffActor = Extract<Actor, { kind: 'staff' }>;

/** The report with its fields changed and the entry, if the change makes one, written into its history. */
export function applyChange(
  report: Report,
  fields: Partial<Omit<Report, 'id' | 'version' | 'history'>>,
  entry: HistoryEntry | null,
): { readonly ok: true; readonly report: Report } {
  const history = entry === null ? report.history : [...report.history, entry];
  return { ok: true, report: { ...report, ...fields, history, version: report.version + 1 } };
}

export function refuse<Reason extends string>(
  reason: Reason,
): { readonly ok: false; readonly reason: Reason } {
  return { ok: false, reason };
}
