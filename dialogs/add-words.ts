import { addToReport } from '../reports/add-to-report.ts';
import type { Evidence, Report } from '../reports/report.ts';
import { indicatorsIn, wordsOnCards } from './report/facts-of.ts';
import { mayBeIntimate, storedPictures } from './pictures.ts';
import type { Talk } from './talk.ts';

/** Stages words and evidence of the resident for a report that exists; false when its limits refuse them. */
export function addWords(talk: Talk, report: Report, words: string, evidence: readonly Evidence[]): boolean {
  const { work, now } = talk.turn;
  const change = addToReport(report, {
    messageId: talk.services.newId(),
    text: words === '' ? null : words,
    evidence,
    indicators: indicatorsIn([words, ...wordsOnCards(evidence)].join('\n'), now),
    now,
  });
  if (!change.ok) return false;
  if (evidence.length > 0) talk.filesTaken = true;
  work.reports.save(change.report);
  havePicturesRead(talk, change.report, evidence);
  return true;
}

/** For the officers, who are shown the words as read by a machine; the resident is not asked about them any more. */
function havePicturesRead(talk: Talk, report: Report, evidence: readonly Evidence[]): void {
  const said = [...report.answers, ...report.messages].map(({ text }) => text);
  const pictures = storedPictures(evidence);
  if (pictures.length > 0 && !mayBeIntimate(report.category, said)) talk.services.pictures.read(pictures);
}
