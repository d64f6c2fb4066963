import type { Question } from '../../reports/questionnaires/questionnaire.ts';
import { MAX_BUTTONS } from '../buttons.ts';
import type { Choice } from '../prompts/choice.ts';
import type { Talk } from '../talk.ts';
import { report } from '../texts/report.ts';

const SKIP: Choice = { id: 'skip', title: report.button.skip };
/** The same as the word: see `commandOf`. */
const CORRECT: Choice = { id: 'correct', title: report.button.correct };

/** The buttons of a question: its own choices, and "Bỏ qua" where it need not be answered and the button fits. */
function choicesOf({ choices = [], required }: Question): Choice[] {
  const own = choices.map(({ value, title }) => ({ id: value, title }));
  // a message of its own for one button is worth less than the word, which always works
  const hasRoom = own.length !== MAX_BUTTONS;
  return required === true || !hasRoom ? own : [...own, SKIP];
}

/**
 * Puts a question; a bare number is an answer in words unless the question is a choice. Where something in the text may be
 * corrected a button does it, if there is room for one.
 */
export async function putQuestion(
  talk: Talk,
  question: Question,
  text: string,
  mayCorrect = false,
): Promise<void> {
  const isChoice = question.kind === 'choice' || question.kind === 'yes-no';
  const form = question.kind === 'phone' ? report.shareNumber : null;
  const choices = choicesOf(question);
  if (mayCorrect && choices.length < MAX_BUTTONS) choices.push(CORRECT);
  await (isChoice ? talk.offer(text, choices) : talk.askFreely(text, choices, form));
}
