import { parkEvidence } from '../draft.ts';
import type { Draft } from '../draft.ts';
import { holdFiles, tellOfFiles } from '../hold-files.ts';
import type { Talk } from '../talk.ts';
import { havePicturesRead } from './read-pictures.ts';

/**
 * Puts what came with this message into the draft and says so, naming what could not be fetched and counting what is too many. True when the message held
 * nothing else, so that the open question is still unanswered.
 */
export async function takeEvidence(talk: Talk, draft: Draft): Promise<boolean> {
  const { evidence, kind } = talk.input;
  if (evidence.length === 0) return false;
  holdFiles(draft.evidence, evidence.map(parkEvidence));
  havePicturesRead(talk, draft);
  await talk.say(tellOfFiles(draft.evidence, evidence));
  return kind === 'evidence';
}
