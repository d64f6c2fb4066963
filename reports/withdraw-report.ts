import type { Change } from './change.ts';
import { changeStatus } from './change-status.ts';
import type { Report } from './report.ts';

/** The resident takes the report back and says why. Nothing of it vanishes; officers see the reason. */
export function withdrawReport(
  report: Report,
  withdrawal: { readonly reason: string; readonly now: Date },
): Change<'unchanged' | 'not-allowed' | 'note-missing'> {
  return changeStatus(report, {
    to: 'withdrawn',
    by: { kind: 'resident' },
    note: withdrawal.reason,
    now: withdrawal.now,
  });
}
