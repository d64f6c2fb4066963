import type { Report } from './report.ts';

/** How often the resident wrote or acted since an officer last did: what waits for a reader. */
export function unreadFromResident(report: Pick<Report, 'history' | 'messages'>): number {
  const staffActs = report.history.filter((entry) => entry.by.kind === 'staff').map(({ at }) => at.getTime());
  const officerWords = report.messages.filter(({ from }) => from === 'officer').map(({ at }) => at.getTime());
  const lastStaffAct = Math.max(Number.NEGATIVE_INFINITY, ...staffActs, ...officerWords);
  return report.history.filter(
    ({ by, action, at }) => by.kind === 'resident' && action !== 'submitted' && at.getTime() > lastStaffAct,
  ).length;
}
