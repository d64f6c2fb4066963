import { EVIDENCE_MAX_COUNT } from '../../reports/add-to-report.ts';
import { parkEvidence } from '../draft.ts';
import type { Draft } from '../draft.ts';
import type { Talk } from '../talk.ts';
import { evidenceTexts } from '../texts/evidence.ts';
import { report } from '../texts/report.ts';
import { havePicturesRead } from './read-pictures.ts';

/**
 * Puts what came with this message into the draft and says so, naming what could not be fetched. True when the message held
 * nothing else, so that the open question is still unanswered.
 */
export async function takeEvidence(talk: Talk, draft: Draft): Promise<boolean> {
  const { evidence, kind } = talk.input;
  if (evidence.length === 0) return false;
  const known = new Set(draft.evidence.map(({ id }) => id));
  const fresh = evidence.filter(({ id }) => !known.has(id));
  const room = EVIDENCE_MAX_COUNT - draft.evidence.length;
  draft.evidence.push(...fresh.slice(0, room).map(parkEvidence));
  havePicturesRead(talk, draft);
  await talk.say(
    fresh.length > room ? report.tooMuchEvidence(EVIDENCE_MAX_COUNT) : evidenceTexts.received(evidence),
  );
  return kind === 'evidence';
}
