import { askForErasure, MAX_OWN_REPORTS, stopWarnings } from '../../dialogs/data-wishes.ts';
import { privacy } from '../../dialogs/texts/privacy.ts';
import type { Clock, ReportReader, Work } from '../../reports/ports.ts';

export interface WithdrawalDependencies {
  readonly reports: Pick<ReportReader, 'ofReporter'>;
  readonly clock: Clock;
  readonly newId: () => string;
}

/**
 * What a resident who withdrew consent or left is owed beside the erased conversation: no more warnings, no word of theirs
 * beside an alert, and the wish in the thread of each report sent, which stays as the file of a case until an officer decides what the law lets go.
 */
export async function stageWithdrawal(
  { reports, clock, newId }: WithdrawalDependencies,
  work: Work,
  residentKey: string,
): Promise<void> {
  const now = clock();
  stopWarnings(work, residentKey, now);
  work.alerts.forgetWords(residentKey);
  for (const report of await reports.ofReporter(residentKey, MAX_OWN_REPORTS))
    askForErasure(work, report, { messageId: newId(), text: privacy.leftNote, now });
}
