import { hasDiacritic } from '../language/tokens.ts';
import type { Token } from '../language/tokens.ts';

/** How much each kind of feature counts beside a word, and a diacritic that was guessed beside one that was typed. */
const WEIGHTS = { word: 1, pair: 0.6, accented: 0.4, guessed: 0.2 } as const;

/**
 * What the urgency of a message is judged by: its words, its pairs of neighbours and its words with their diacritics, each
 * with a weight; the squares of the weights add up to 1.
 */
export const urgencyFeaturesOf = (tokens: readonly Token[]): ReadonlyMap<string, number> => {
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
  const length = Math.hypot(...found.values());
  return new Map([...found].map(([name, weight]) => [name, weight / length]));
};
