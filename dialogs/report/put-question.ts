import type { Question } from '../../reports/questionnaires/questionnaire.ts';
import type { Choice } from '../prompts/choice.ts';
import type { Talk } from '../talk.ts';
import { report } from '../texts/report.ts';

const SKIP: Choice = { id: 'skip', title: report.button.skip };

/** The buttons of a question: its own choices, and "Bỏ qua" where it need not be answered. */
const choicesOf = (question: Question): Choice[] => [
  ...(question.choices ?? []).map(({ value, title }) => ({ id: value, title })),
  ...(question.required === true ? [] : [SKIP]),
];

/** Puts a question; a bare number is an answer in words unless the question is a choice. */
export async function putQuestion(talk: Talk, question: Question, text: string): Promise<void> {
  const isChoice = question.kind === 'choice' || question.kind === 'yes-no';
  const form = question.kind === 'phone' ? report.shareNumber : null;
  await (isChoice ? talk.offer(text, choicesOf(question)) : talk.askFreely(text, choicesOf(question), form));
}
