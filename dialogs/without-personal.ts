import { stripPersonal } from '../knowledge/strip-personal.ts';

const MAX_CHARS = 300;

/** A question as it may be kept for the editors: without numbers, names and links, and short. */
export const withoutPersonal = (words: string): string =>
  stripPersonal(words.slice(0, 2 * MAX_CHARS))
    .slice(0, MAX_CHARS)
    .trim();
