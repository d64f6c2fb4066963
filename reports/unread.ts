import type { HistoryEntry, Report } from './report.ts';

/** What the resident did since an officer last did anything, oldest first: what waits for a reader. */
export function newFromResident(report: Pick<Report, 'history' | 'messages'>): readonly HistoryEntry[] {
  const staffActs = report.history.filter((entry) => entry.by.kind === 'staff').map(({ at }) => at.getTime());
  const officerWords = report.messages.filter(({ from }) => from === 'officer').map(({ at }) => at.getTime());
  const lastStaffAct = Math.max(Number.NEGATIVE_INFINITY, ...staffActs, ...officerWords);
  return report.history.filter(
    ({ by, action, at }) => by.kind === 'resident' && action !== 'submitted' && at.getTime() > lastStaffAct,
  );
}

/** How often the resident wrote or acted since an officer last did. */
export function unreadFromResident(report: Pick<Report, 'history' | 'messages'>): number {
  return newFromResident(report).length;
}
