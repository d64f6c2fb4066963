import type { Draft } from '../draft.ts';
import { recogniseYesNo } from '../prompts/yes-no.ts';
import { again, STRAY } from '../step.ts';
import type { Outcome } from '../step.ts';
import { asksForPerson, asksSomething, strayOr } from '../stray.ts';
import type { Talk } from '../talk.ts';
import { report } from '../texts/report.ts';
import { addToStory } from './story.ts';
import { isStory } from './understood.ts';

/** From so many words on, what is typed at a choice is a story even where one may add words of one's own. */
const LONGEST_OWN_WORDS = 12;
/** Words as few as this may be a piece of a story sent in pieces: not lost, though the question is asked again. */
export const FEWEST_WORDS_KEPT = 4;

const wordsIn = (folded: string): number => folded.split(' ').length;

export const isLongStory = (folded: string): boolean => wordsIn(folded) > LONGEST_OWN_WORDS;

/** A short yes or no. What goes on after it may be urgent, a command or more of the story, and is looked at first. */
export const isPlainYesNo = ({ input }: Talk): boolean =>
  input.kind === 'words' && !isStory(input.folded) && recogniseYesNo(input.text) !== null;

/**
 * Words that do not answer the open question but tell more are kept, and the report goes on; else it is asked again. A few
 * words are kept too where `mayHold`: not where they may be about the reporter.
 */
export async function storyOr(
  talk: Talk,
  draft: Draft,
  why: string,
  goOn: () => Outcome,
  mayHold = true,
): Promise<Outcome> {
  const { kind, folded } = talk.input;
  if (await asksForPerson(talk)) return STRAY;
  if (kind !== 'words' || wordsIn(folded) < FEWEST_WORDS_KEPT || (await asksSomething(talk)))
    return strayOr(talk, again(why));
  if (isStory(folded)) {
    await talk.say(addToStory(draft, talk) ? report.storyAdded : report.storyFull);
    return goOn();
  }
  const otherwise = await strayOr(talk, again(why));
  if (otherwise.kind === 'again' && mayHold) addToStory(draft, talk);
  return otherwise;
}
