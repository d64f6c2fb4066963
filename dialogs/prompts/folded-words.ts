import { cleanText } from '../../knowledge/language/clean-text.ts';
import { fold } from '../../knowledge/language/letters.ts';

/** Words in lower case without diacritics and punctuation, one space between them: what replies are compared by. */
export function foldedWords(text: string): string {
  return fold(cleanText(text))
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
