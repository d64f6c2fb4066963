import type { Draft } from '../draft.ts';
import { takeInto } from '../hold-files.ts';
import type { Talk } from '../talk.ts';
import { havePicturesRead } from './read-pictures.ts';

/**
 * Puts what came with this message into the draft, once, and says so, naming what could not be fetched and counting what is too
 * many. True when the message held nothing else, so that the open question is still unanswered.
 */
export async function takeEvidence(talk: Talk, draft: Draft): Promise<boolean> {
  const isTaken = talk.filesTaken;
  const nothingElse = await takeInto(talk, draft.evidence);
  if (talk.filesTaken && !isTaken) havePicturesRead(talk, draft);
  return nothingElse;
}
