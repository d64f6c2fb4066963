import { addToReport } from '../reports/add-to-report.ts';
import type { Evidence, Report } from '../reports/report.ts';
import { indicatorsIn } from './report/facts-of.ts';
import type { Talk } from './talk.ts';

/** Stages words and evidence of the resident for a report that exists; false when its limits refuse them. */
export function addWords(talk: Talk, report: Report, words: string, evidence: readonly Evidence[]): boolean {
  const { work, now } = talk.turn;
  const change = addToReport(report, {
    messageId: talk.services.newId(),
    text: words === '' ? null : words,
    evidence,
    indicators: indicatorsIn(words, now),
    now,
  });
  if (!change.ok) return false;
  work.reports.save(change.report);
  return true;
}
