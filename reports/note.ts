import type { Change, StaffActor } from './change.ts';
import { applyChange, refuse } from './change.ts';
import type { Report } from './report.ts';

const NOTE_MAX_CHARS = 4_000;

/** An officer's note for colleagues; residents never see it. */
export function note(
  report: Report,
  change: { readonly text: string; readonly by: StaffActor; readonly now: Date },
): Change<'empty' | 'too-long'> {
  const text = change.text.trim();
  if (text === '') return refuse('empty');
  if (text.length > NOTE_MAX_CHARS) return refuse('too-long');
  return applyChange(
    report,
    {},
    { at: change.now, by: change.by, action: 'noted', from: null, to: null, note: text },
  );
}
