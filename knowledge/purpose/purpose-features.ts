import { hasDiacritic } from '../language/tokens.ts';
import type { Token } from '../language/tokens.ts';

/** How much each kind of feature counts, and a diacritic that was guessed beside one that was typed. */
const WEIGHTS = { word: 0.7, pair: 0.8, accented: 0.5, guessed: 0.35, end: 0.4 } as const;

/** Family names that are hardly another word before the middle names below; without diacritics as well. */
const FAMILY_NAMES = new Set(['nguyen', 'tran', 'pham', 'hoang', 'huynh', 'le', 'bui', 'ngo']);
const MIDDLE_NAMES = new Set(['van', 'thi']);

const beginsName = (tokens: readonly Token[], at: number): boolean =>
  FAMILY_NAMES.has(tokens[at]?.folded ?? '') && MIDDLE_NAMES.has(tokens[at + 1]?.folded ?? '');

/** Without family, middle and given name: who somebody is says nothing of what they want. */
const withoutNames = (tokens: readonly Token[]): readonly Token[] =>
  tokens.filter((_, at) => ![at, at - 1, at - 2].some((start) => beginsName(tokens, start)));

/**
 * What a message is judged by: its words, its pairs of neighbours, its words with their diacritics, and what it begins and
 * ends with, each with a weight; the squares of the weights add up to 1.
 */
export const purposeFeaturesOf = (words: readonly Token[]): ReadonlyMap<string, number> => {
  const tokens = withoutNames(words);
  const found = new Map<string, number>();
  tokens.forEach((token, at) => {
    const { folded, accented, guess } = token;
    found.set(folded, WEIGHTS.word);
    if (hasDiacritic(token)) found.set(`~${accented}`, WEIGHTS.accented);
    else if (guess !== undefined && guess !== folded && !found.has(`~${guess}`))
      found.set(`~${guess}`, WEIGHTS.guessed);
    const next = tokens[at + 1];
    if (next) found.set(`${folded} ${next.folded}`, WEIGHTS.pair);
  });
  const [first, last] = [tokens[0], tokens.at(-1)];
  if (first) found.set(`^${first.folded}`, WEIGHTS.end);
  if (last) found.set(`${last.folded}$`, WEIGHTS.end);
  const length = Math.hypot(...found.values());
  return new Map([...found].map(([name, weight]) => [name, weight / length]));
};
