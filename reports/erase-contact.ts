import type { Change, StaffActor } from './change.ts';
import { applyChange, refuse } from './change.ts';
import type { Report } from './report.ts';

/**
 * Deletes what may be deleted of a case file when its reporter asks for it: who they are. What happened, the evidence and the
 * traces stay, and so does the way to answer them, as ciphertext. Cannot be taken back.
 */
export function eraseContact(
  report: Report,
  change: { readonly by: StaffActor; readonly note: string; readonly now: Date },
): Change<'unchanged' | 'note-missing'> {
  const { reporter } = report;
  if (reporter.name === null && reporter.phone === null) return refuse('unchanged');
  if (change.note.trim() === '') return refuse('note-missing');
  return applyChange(
    report,
    { reporter: { ...reporter, anonymous: true, name: null, phone: null } },
    {
      at: change.now,
      by: change.by,
      action: 'contact-erased',
      from: null,
      to: null,
      note: change.note.trim(),
    },
  );
}
