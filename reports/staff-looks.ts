import type { AuditEntry } from './ports.ts';

/** How a report is named in the audit. */
export const reportSubject = (reportId: string): string => `report:${reportId}`;

/** How often staff looked into a report, and when last; for the resident, without names. */
export interface StaffLooks {
  readonly count: number;
  readonly lastAt: Date | null;
}

/** Looking again within this time is the same look. */
const ONE_LOOK_MS = 30 * 60_000;

/** The looks among what the audit holds of a report. `entries` are newest first. */
export function countViews(entries: readonly AuditEntry[]): StaffLooks {
  const views = entries.filter(({ action }) => action === 'report-viewed' || action === 'report-printed');
  const lastOf = new Map<string, number>();
  let count = 0;
  for (const { staffId, at } of [...views].reverse()) {
    const who = staffId ?? '';
    const last = lastOf.get(who);
    if (last === undefined || at.getTime() - last > ONE_LOOK_MS) count += 1;
    lastOf.set(who, at.getTime());
  }
  return { count, lastAt: views[0]?.at ?? null };
}
