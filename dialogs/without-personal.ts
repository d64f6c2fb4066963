import { cleanText } from '../knowledge/language/clean-text.ts';
import { takeEntities } from '../knowledge/language/entities.ts';

const MAX_CHARS = 300;

/** A question as it may be kept for the editors: without numbers, accounts and links, and short. */
export const withoutPersonal = (words: string): string =>
  takeEntities(cleanText(words))
    .rest.replace(/\d{3,}/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, MAX_CHARS);
