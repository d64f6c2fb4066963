import { questionnaireFor } from '../../reports/questionnaires/all.ts';
import type { Question } from '../../reports/questionnaires/questionnaire.ts';
import { CATEGORIES } from '../../reports/report.ts';
import type { Draft } from '../draft.ts';

const everyQuestion = (): Question[] =>
  CATEGORIES.flatMap((category) => [...questionnaireFor(category).questions]);

/** The question of this id: of the draft's own questionnaire, else of one that was answered before the category changed. */
export function questionOf(draft: Draft, id: string | null): Question | null {
  const own: readonly Question[] = questionnaireFor(draft.category ?? 'C99').questions;
  return [...own, ...everyQuestion()].find((question) => question.id === id) ?? null;
}

/** The questions that were answered, in the order of the questionnaire; what an earlier category asked stands behind. */
export function answeredQuestions(draft: Draft): Question[] {
  const own: readonly Question[] = questionnaireFor(draft.category ?? 'C99').questions;
  const others = Object.keys(draft.answers).filter((id) => !own.some((question) => question.id === id));
  return [
    ...own.filter(({ id }) => draft.answers[id] !== undefined),
    ...others.flatMap((id) => questionOf(draft, id) ?? []),
  ];
}
