import type { Change } from './change.ts';
import { applyChange, refuse } from './change.ts';
import type { Actor, Report, Urgency } from './report.ts';
import { URGENCIES } from './report.ts';

/** Anyone may find a report more urgent; only staff may find it less urgent. */
export function changeUrgency(
  report: Report,
  change: { readonly to: Urgency; readonly by: Actor; readonly note: string | null; readonly now: Date },
): Change<'unchanged' | 'only-staff-lowers'> {
  if (change.to === report.urgency) return refuse('unchanged');
  const lowers = isMoreUrgent(report.urgency, change.to);
  if (lowers && change.by.kind !== 'staff') return refuse('only-staff-lowers');
  return applyChange(
    report,
    { urgency: change.to },
    {
      at: change.now,
      by: change.by,
      action: 'urgency-changed',
      from: report.urgency,
      to: change.to,
      note: change.note,
    },
  );
}

/** P0 is the most urgent. */
export function isMoreUrgent(one: Urgency, other: Urgency): boolean {
  return URGENCIES.indexOf(one) < URGENCIES.indexOf(other);
}

export function moreUrgent(one: Urgency, other: Urgency): Urgency {
  return isMoreUrgent(one, other) ? one : other;
}
