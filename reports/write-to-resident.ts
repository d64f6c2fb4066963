import type { Change, StaffActor } from './change.ts';
import { applyChange, refuse } from './change.ts';
import type { Report } from './report.ts';

/** Fits one message of either channel. */
export const OFFICER_MESSAGE_MAX_CHARS = 1_900;

/** An officer's words in the report's thread, waiting for delivery. The message itself is the record of who wrote when. */
export function writeToResident(
  report: Report,
  message: { readonly id: string; readonly text: string; readonly by: StaffActor; readonly now: Date },
): Change<'empty' | 'too-long'> {
  const text = message.text.trim();
  if (text === '') return refuse('empty');
  if (text.length > OFFICER_MESSAGE_MAX_CHARS) return refuse('too-long');
  const added = {
    id: message.id,
    at: message.now,
    from: 'officer',
    staffId: message.by.staffId,
    text,
    delivery: 'waiting',
  } as const;
  return applyChange(report, { messages: [...report.messages, added] }, null);
}
