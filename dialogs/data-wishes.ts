import { addToReport } from '../reports/add-to-report.ts';
import type { Work } from '../reports/ports.ts';
import type { Report } from '../reports/report.ts';
import { privacy } from './texts/privacy.ts';

/** Newest reports of one person that a wish about their data reaches. */
export const MAX_OWN_REPORTS = 20;

/** The wish stands in the report's thread, where its officer reads and answers it; a second one in a row is not repeated. */
export function askForErasure(
  work: Pick<Work, 'reports'>,
  report: Report,
  wish: { readonly messageId: string; readonly text: string; readonly now: Date },
): void {
  if (report.messages.at(-1)?.text === wish.text) return;
  const change = addToReport(report, { ...wish, evidence: [], indicators: [] });
  if (change.ok) work.reports.save(change.report);
}

/** Whoever sends warnings reads this record first. */
export function stopWarnings(work: Pick<Work, 'audit'>, residentKey: string, now: Date): void {
  work.audit.record({
    at: now,
    staffId: null,
    staffName: privacy.residentName,
    action: 'warnings-stopped',
    subject: `resident:${residentKey}`,
    detail: null,
  });
}
