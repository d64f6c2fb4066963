import type { Draft } from '../draft.ts';
import { ParkedStateError } from '../stepped-dialog.ts';
import type { Talk } from '../talk.ts';

/** The draft being written, marked as touched. Without one the parked dialog no longer makes sense. */
export function openDraft(talk: Talk): Draft {
  const draft = talk.draft.current();
  if (draft === null) throw new ParkedStateError('The report dialog has no draft');
  draft.updatedAt = talk.turn.now.toISOString();
  return draft;
}
