import { goAction } from '../buttons.ts';
import { foldedWords } from '../prompts/folded-words.ts';
import type { Choice } from '../prompts/choice.ts';
import type { Talk } from '../talk.ts';
import { prompts } from '../texts/prompts.ts';
import { track } from '../texts/track.ts';
import type { TrackData } from './data.ts';

export const LOST: Choice = { id: 'lost', title: track.button.lost };

const SAYS_LOST =
  /\b(?:quen|mat|lac|roi|xoa|(?:khong|ko|k|hong|chang|chua) (?:con|nho|co|thay|giu|luu|biet))\b.*\b(?:ma|pin)\b/;

/** Whether the words say that the code or the PIN is not at hand; "mà" is no "mã". */
export const saysCodeIsLost = (text: string): boolean =>
  SAYS_LOST.test(foldedWords(text.replace(/\bmà/giu, ' ')));

/** What to do without the code or the PIN; the question stays open, should they turn up. Nobody is shown a report without both. */
export function helpWithoutCode(talk: Talk, data: TrackData): Promise<void> {
  data.helped = true;
  return talk.say(track.lost, [
    { title: prompts.button.human, action: goAction({ to: 'human' }) },
    { title: prompts.button.menu, action: goAction({ to: 'menu' }) },
  ]);
}
