import type { Change } from './change.ts';
import { applyChange, refuse } from './change.ts';
import type { Actor, Report, ReportStatus } from './report.ts';
import { statusRule } from './status-rules.ts';

/** Moves the report along the table of `status-rules.ts`. The first act of an officer is its official receipt. */
export function changeStatus(
  report: Report,
  change: { readonly to: ReportStatus; readonly by: Actor; readonly note: string | null; readonly now: Date },
): Change<'unchanged' | 'not-allowed' | 'note-missing'> {
  const note = change.note?.trim() ?? '';
  if (change.to === report.status) return refuse('unchanged');
  const rule = statusRule(report.status, change.to, change.by.kind);
  if (rule === null) return refuse('not-allowed');
  if (rule.needsNote && note === '') return refuse('note-missing');
  const receivedAt = change.by.kind === 'staff' ? (report.receivedAt ?? change.now) : report.receivedAt;
  return applyChange(
    report,
    { status: change.to, receivedAt },
    {
      at: change.now,
      by: change.by,
      action: change.to === 'withdrawn' ? 'withdrawn' : 'status-changed',
      from: report.status,
      to: change.to,
      note: note === '' ? null : note,
    },
  );
}
