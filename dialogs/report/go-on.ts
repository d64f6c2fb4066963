import { questionnaireFor } from '../../reports/questionnaires/all.ts';
import { nextQuestion } from '../../reports/questionnaires/next-question.ts';
import type { NextQuestion, QuestionnaireProgress } from '../../reports/questionnaires/next-question.ts';
import type { Draft } from '../draft.ts';
import { to } from '../stepped-dialog.ts';
import type { Outcome } from '../stepped-dialog.ts';
import type { Talk } from '../talk.ts';
import type { ReportData } from './data.ts';
import { guessCategory } from './guess-category.ts';
import { openDraft } from './open-draft.ts';
import { understand } from './understood.ts';

/** How far the draft is, as the questionnaire counts it. */
export const progressOf = (draft: Draft): QuestionnaireProgress => ({
  answers: Object.fromEntries(Object.entries(draft.answers).map(([id, { value }]) => [id, value])),
  skipped: draft.skipped,
  asked: draft.asked,
});

export const openQuestion = (draft: Draft): NextQuestion =>
  nextQuestion(questionnaireFor(draft.category ?? 'C99'), progressOf(draft));

/** The state in which the report goes on: whatever is missing first, then the summary. */
export function goOn(talk: Talk, data: ReportData): Outcome {
  const draft = openDraft(talk);
  if (draft.consentVersion === null) return to('CONSENT');
  if (draft.category === null) {
    draft.category = guessCategory([...draft.told.map(({ text }) => text), data.pending.words].join('\n'));
    return to(draft.category === null ? 'CATEGORY' : 'CATEGORY_GUESS');
  }
  data.understood = understand(draft);
  if (data.understood.length > 0) return to('CONFIRM_FACTS');
  return to(openQuestion(draft).done ? 'SUMMARY' : 'QUESTION');
}
