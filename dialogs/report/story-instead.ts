import type { Draft } from '../draft.ts';
import { recogniseYesNo } from '../prompts/yes-no.ts';
import { again } from '../step.ts';
import type { Outcome } from '../step.ts';
import { asksSomething, strayOr } from '../stray.ts';
import type { Talk } from '../talk.ts';
import { report } from '../texts/report.ts';
import { addToStory } from './evidence-question.ts';
import { isStory } from './understood.ts';

/** From so many words on, what is typed at a choice is a story even where one may add words of one's own. */
const LONGEST_OWN_WORDS = 12;

export const isLongStory = (folded: string): boolean => folded.split(' ').length > LONGEST_OWN_WORDS;

/** A short yes or no. What goes on after it may be urgent, a command or more of the story, and is looked at first. */
export const isPlainYesNo = ({ input }: Talk): boolean =>
  input.kind === 'words' && !isStory(input.folded) && recogniseYesNo(input.text) !== null;

/** Words that do not answer the open question but tell more are kept, and the report goes on; else it is asked again. */
export async function storyOr(talk: Talk, draft: Draft, why: string, goOn: () => Outcome): Promise<Outcome> {
  const isTelling = talk.input.kind === 'words' && isStory(talk.input.folded);
  if (!isTelling || (await asksSomething(talk))) return strayOr(talk, again(why));
  await talk.say(addToStory(draft, talk) ? report.storyAdded : report.storyFull);
  return goOn();
}
