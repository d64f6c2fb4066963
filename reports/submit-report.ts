import { EVIDENCE_MAX_COUNT, withNewIndicators } from './add-to-report.ts';
import type { Change } from './change.ts';
import { refuse } from './change.ts';
import { REQUIRED_ANSWERS } from './questionnaires/contact.ts';
import type { Answer, Category, Evidence, Indicator, Report, Reporter, Urgency } from './report.ts';

/** What a resident hands in once they have checked the summary. */
export interface Submission {
  /** UUID v7, chosen when the draft began: sending twice makes one report. */
  readonly id: string;
  readonly code: string;
  readonly pinHash: string;
  readonly category: Category;
  /** As proposed by `proposeUrgency`. */
  readonly urgency: Urgency;
  readonly reporter: Reporter;
  /** Without the contact questions: those are in `reporter`. */
  readonly answers: readonly Answer[];
  readonly evidence: readonly Evidence[];
  readonly indicators: readonly Indicator[];
  readonly consentVersion: string | null;
  readonly now: Date;
}

/**
 * The report as it enters the case file. Needed are what happened, when and where ("không nhớ" is an answer) and the
 * consent; everything else may be missing. An anonymous reporter's name and number are dropped, whatever was typed.
 */
export function submitReport(submission: Submission): Change<'incomplete' | 'no-consent' | 'too-much'> {
  const { reporter, now, consentVersion } = submission;
  if (consentVersion === null || consentVersion === '') return refuse('no-consent');
  if (missingAnswers(submission.answers).length > 0) return refuse('incomplete');
  if (submission.evidence.length > EVIDENCE_MAX_COUNT) return refuse('too-much');
  const report: Report = {
    id: submission.id,
    code: submission.code,
    category: submission.category,
    status: 'new',
    urgency: submission.urgency,
    channel: reporter.address.channel,
    createdAt: now,
    receivedAt: null,
    classification: null,
    assignedTo: null,
    reporter: reporter.anonymous ? { ...reporter, name: null, phone: null } : reporter,
    answers: submission.answers.filter(({ text }) => text.trim() !== ''),
    evidence: submission.evidence,
    indicators: withNewIndicators([], submission.indicators),
    history: [{ at: now, by: { kind: 'resident' }, action: 'submitted', from: null, to: 'new', note: null }],
    messages: [],
    pinHash: submission.pinHash,
    consentVersion,
    version: 1,
  };
  return { ok: true, report };
}

/** Ids of the questions without whose answers a report cannot be sent. */
function missingAnswers(answers: readonly Answer[]): readonly string[] {
  return REQUIRED_ANSWERS.filter(
    (id) => !answers.some((answer) => answer.question === id && answer.text.trim() !== ''),
  );
}
