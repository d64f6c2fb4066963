import type { Change, StaffActor } from './change.ts';
import { applyChange, refuse } from './change.ts';
import type { Report } from './report.ts';

/** Gives the report to a member of staff, or with null to nobody. History keeps names as they were that day. */
export function assign(
  report: Report,
  change: {
    readonly to: { readonly staffId: string; readonly name: string } | null;
    readonly fromName: string | null;
    readonly by: StaffActor;
    readonly now: Date;
  },
): Change<'unchanged'> {
  const assignedTo = change.to?.staffId ?? null;
  if (assignedTo === report.assignedTo) return refuse('unchanged');
  return applyChange(
    report,
    { assignedTo },
    {
      at: change.now,
      by: change.by,
      action: 'assigned',
      from: change.fromName,
      to: change.to?.name ?? null,
      note: null,
    },
  );
}
