import type { Change } from './change.ts';
import { applyChange, refuse } from './change.ts';
import { withoutVaguer } from './indicators/same-trace.ts';
import type { Evidence, Indicator, Report } from './report.ts';

export const EVIDENCE_MAX_COUNT = 60;
/** Of both sides; beyond it a resident adds nothing more. */
const THREAD_MAX_COUNT = 300;

/** What a resident sends to a report that exists: words, evidence, or both. */
export interface Addition {
  /** Of the thread message that the words become. */
  readonly messageId: string;
  readonly text: string | null;
  readonly evidence: readonly Evidence[];
  readonly indicators: readonly Indicator[];
  readonly now: Date;
}

/** Adds in any status: a finished report is not reopened by it, but its officer sees that something came. */
export function addToReport(report: Report, addition: Addition): Change<'nothing' | 'too-much'> {
  const text = addition.text?.trim() ?? '';
  const known = new Set(report.evidence.map(({ id }) => id));
  const evidence = addition.evidence.filter(({ id }) => !known.has(id));
  if (text === '' && evidence.length === 0) return refuse('nothing');
  if (report.evidence.length + evidence.length > EVIDENCE_MAX_COUNT) return refuse('too-much');
  if (report.messages.length >= THREAD_MAX_COUNT) return refuse('too-much');
  const message = {
    id: addition.messageId,
    at: addition.now,
    from: 'resident',
    staffId: null,
    text,
    delivery: 'delivered',
  } as const;
  return applyChange(
    report,
    {
      messages: text === '' ? report.messages : [...report.messages, message],
      evidence: [...report.evidence, ...evidence],
      indicators: withNewIndicators(report.indicators, addition.indicators),
    },
    {
      at: addition.now,
      by: { kind: 'resident' },
      action: 'added',
      from: null,
      to: null,
      note: evidence.length === 0 ? null : `${evidence.length} chứng cứ`,
    },
  );
}

/** Both lists without repetitions, in the order in which they were named; an account with its bank stands for the bare number. */
export function withNewIndicators(
  known: readonly Indicator[],
  more: readonly Indicator[],
): readonly Indicator[] {
  const keyOf = ({ kind, value }: Indicator) => `${kind} ${value}`;
  const byKey = new Map(known.map((indicator) => [keyOf(indicator), indicator]));
  for (const indicator of more) if (!byKey.has(keyOf(indicator))) byKey.set(keyOf(indicator), indicator);
  return withoutVaguer([...byKey.values()]);
}
