import type { Change, StaffActor } from './change.ts';
import { applyChange, refuse } from './change.ts';
import type { Category, Report } from './report.ts';

/** An officer puts the report into another group. The urgency stays: it is a decision of its own. */
export function changeCategory(
  report: Report,
  change: {
    readonly to: Category;
    readonly by: StaffActor;
    readonly note: string | null;
    readonly now: Date;
  },
): Change<'unchanged'> {
  if (change.to === report.category) return refuse('unchanged');
  return applyChange(
    report,
    { category: change.to },
    {
      at: change.now,
      by: change.by,
      action: 'category-changed',
      from: report.category,
      to: change.to,
      note: change.note,
    },
  );
}
