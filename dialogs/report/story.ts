import type { Question } from '../../reports/questionnaires/questionnaire.ts';
import type { Draft } from '../draft.ts';
import type { Talk } from '../talk.ts';

/** Most characters of a story: what is longer is better sent as a file or told to a person. */
const STORY_MAX_CHARS = 60_000;

/** Words that came beside the questions belong to what happened; false when the story is full. */
export function addToStory(draft: Draft, talk: Talk, words = talk.input.text): boolean {
  if (draft.told.reduce((chars, { text }) => chars + text.length, words.length) > STORY_MAX_CHARS)
    return false;
  appendToWhat(draft, words);
  draft.told.push({ at: talk.turn.now.toISOString(), text: words });
  return true;
}

/** Adds words to the answer to "what happened"; while there is none, what was told so far begins it. */
export function appendToWhat(draft: Draft, words: string): void {
  const before = draft.answers['what']?.text ?? draft.told.map(({ text }) => text).join('\n');
  const text = before === '' ? words : `${before}\n${words}`;
  draft.answers['what'] = { value: text, text };
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
