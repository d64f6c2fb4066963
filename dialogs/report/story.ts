import type { Question } from '../../reports/questionnaires/questionnaire.ts';
import type { Draft, Told } from '../draft.ts';
import type { Talk } from '../talk.ts';

/** Most characters of a story: what is longer is better sent as a file or told to a person. */
const STORY_MAX_CHARS = 60_000;

/** Keeps words behind what was told so far; false when that is as much as is kept. */
export function keepTold(told: Told[], words: Told): boolean {
  if (!hasRoom(told, words.text)) return false;
  told.push(words);
  return true;
}

const hasRoom = (told: readonly Told[], words: string): boolean =>
  told.reduce((chars, { text }) => chars + text.length, words.length) <= STORY_MAX_CHARS;

/** This message, or what it says, as it is told. */
export const toldNow = ({ input, turn }: Talk, text = input.text): Told => ({
  at: turn.now.toISOString(),
  text,
});

/** Words that came beside the questions belong to what happened; false when the story is full. */
export function addToStory(draft: Draft, talk: Talk, words = talk.input.text): boolean {
  if (!hasRoom(draft.told, words)) return false;
  appendToWhat(draft, words);
  return keepTold(draft.told, toldNow(talk, words));
}

/** Adds words to the answer to "what happened"; while there is none, what was told so far begins it. */
export function appendToWhat(draft: Draft, words: string): void {
  const before = draft.answers['what']?.text ?? draft.told.map(({ text }) => text).join('\n');
  const text = before === '' ? words : `${before}\n${words}`;
  if (text.length <= STORY_MAX_CHARS) draft.answers['what'] = { value: text, text };
}

/** Takes words out again that were added last, because they turned out to be an answer. */
export function takeOutOfStory(draft: Draft, words: string): void {
  const what = draft.answers['what'];
  if (words === '' || what?.text.endsWith(`\n${words}`) !== true) return;
  const text = what.text.slice(0, -words.length - 1);
  draft.answers['what'] = { value: what.value === what.text ? text : what.value, text };
  draft.told = draft.told.filter((told) => told.text !== words);
}

/** Bare digits given as an account must not be read as a telephone later. */
export const asTold = (question: Question, text: string): string =>
  question.kind === 'account' ? `stk ${text}` : text;
