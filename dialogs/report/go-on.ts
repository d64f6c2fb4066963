import { questionnaireFor } from '../../reports/questionnaires/all.ts';
import { nextQuestion, openQuestions } from '../../reports/questionnaires/next-question.ts';
import type { Question } from '../../reports/questionnaires/questionnaire.ts';
import type { NextQuestion, QuestionnaireProgress } from '../../reports/questionnaires/next-question.ts';
import type { Draft } from '../draft.ts';
import { to } from '../step.ts';
import type { Outcome } from '../step.ts';
import type { Talk } from '../talk.ts';
import type { ReportData } from './data.ts';
import { guessCategory } from './guess-category.ts';
import { CATEGORY_LINE } from './lines.ts';
import { openDraft } from './open-draft.ts';
import { havePicturesRead, pictureToConfirm } from './read-pictures.ts';
import { understand } from './understood.ts';

/** How far the draft is, as the questionnaire counts it. */
export const progressOf = (draft: Draft): QuestionnaireProgress => ({
  answers: {
    ...Object.fromEntries(Object.entries(draft.answers).map(([id, { value }]) => [id, value])),
    ...(draft.evidence.some(({ state }) => state === 'stored') && { evidence: 'sent' }),
  },
  skipped: draft.skipped,
  asked: draft.asked,
});

/** Whoever wants to be called has to say where. */
const isNeeded = ({ id, required }: Question): boolean => required === true || id === 'phone';

/** The question to put now; in haste only those without which nothing can be sent. */
export function openQuestion(draft: Draft, inHaste: boolean): NextQuestion {
  const questionnaire = questionnaireFor(draft.category ?? 'C99');
  if (!inHaste) return nextQuestion(questionnaire, progressOf(draft));
  const needed = openQuestions(questionnaire, progressOf(draft)).filter(isNeeded);
  const [question] = needed;
  if (question === undefined) return { done: true };
  const before = draft.asked.filter((id) => id !== question.id).length;
  return { done: false, question, n: before + 1, of: before + needed.length };
}

/** Asks about the words of a picture that was read by now; null where there is nothing to ask. */
export function offerPicture(talk: Talk, data: ReportData): Outcome | null {
  data.picture = pictureToConfirm(talk, openDraft(talk))?.id ?? null;
  return data.picture === null ? null : to('CONFIRM_PICTURE');
}

/** What is understood is shown with the next question, where it may be corrected; what was shown once is settled. */
export function noteUnderstood(data: ReportData, ids: readonly string[]): void {
  data.understood = [...new Set([...(data.isUnderstoodNews ? data.understood : []), ...ids])];
  data.isUnderstoodNews = data.understood.length > 0;
}

/** The state in which the report goes on: whatever is missing first, then the summary. */
export function goOn(talk: Talk, data: ReportData): Outcome {
  const draft = openDraft(talk);
  if (draft.consentVersion === null) return to('CONSENT');
  const fresh: string[] = [];
  if (draft.category === null) {
    draft.category = guessCategory([...draft.told.map(({ text }) => text), data.pending.words].join('\n'));
    if (draft.category === null) return to('CATEGORY');
    fresh.push(CATEGORY_LINE);
  }
  havePicturesRead(talk, draft);
  noteUnderstood(data, [...fresh, ...understand(draft)]);
  const isDone = openQuestion(draft, data.inHaste).done;
  // who is in haste is asked about pictures once, at the end
  if (isDone || !data.inHaste) {
    const picture = offerPicture(talk, data);
    if (picture !== null) return picture;
  }
  return to(isDone ? 'SUMMARY' : 'QUESTION');
}
