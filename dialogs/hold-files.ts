import { EVIDENCE_MAX_COUNT } from '../reports/add-to-report.ts';
import type { Evidence } from '../reports/report.ts';
import { parkEvidence } from './draft.ts';
import type { ParkedEvidence } from './draft.ts';
import type { Talk } from './talk.ts';
import { evidenceTexts } from './texts/evidence.ts';

/** Puts files behind those that are held already, each once and as many in all as one report takes. */
export function holdFiles(held: ParkedEvidence[], more: readonly ParkedEvidence[]): void {
  const known = new Set(held.map(({ id }) => id));
  const fresh = more.filter(({ id }) => !known.has(id));
  held.push(...fresh.slice(0, Math.max(0, EVIDENCE_MAX_COUNT - held.length)));
}

/** What is said of files of which those in `held` found room: what arrived, what did not, and how many were too many. */
export function tellOfFiles(held: readonly ParkedEvidence[], files: readonly Evidence[]): string {
  const known = new Set(held.map(({ id }) => id));
  const received = files.filter(({ id }) => known.has(id));
  return [evidenceTexts.received(received), leftOut(files.length - received.length)].join(' ').trim();
}

/** That so many files were too many for one report; '' for none. */
export const leftOut = (count: number): string =>
  count === 0 ? '' : evidenceTexts.tooMany(EVIDENCE_MAX_COUNT, count);

/** Puts what came with this message into `held`, once, and says so. True when the message held nothing else. */
export async function takeInto(talk: Talk, held: ParkedEvidence[]): Promise<boolean> {
  const { evidence, kind } = talk.input;
  if (evidence.length > 0 && !talk.filesTaken) {
    talk.filesTaken = true;
    holdFiles(held, evidence.map(parkEvidence));
    await talk.say(tellOfFiles(held, evidence));
  }
  return kind === 'evidence';
}
