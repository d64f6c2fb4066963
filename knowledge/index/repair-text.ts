import type { AnalysedText } from '../language/analyse.ts';
import { looksMistyped, readingsOf, tokensOf } from '../language/repair.ts';
import type { Reading } from '../language/repair.ts';
import type { Token } from '../language/tokens.ts';
import type { EntryIndex } from './entry-index.ts';

/** What mistyped words may have been meant to be, by their position in the text. */
export type Readings = ReadonlyMap<number, readonly Reading[]>;

/** Most words that are repaired in one text: a text with more slips is not understood anyway. */
const MAX_REPAIRS = 24;

/** Readings of those words that neither the base knows nor Vietnamese could have. */
export const repairText = (text: AnalysedText, { vocabulary }: EntryIndex): Readings => {
  const readings = new Map<number, readonly Reading[]>();
  for (const [at, token] of text.tokens.entries()) {
    if (readings.size >= MAX_REPAIRS || !looksMistyped(token, vocabulary)) continue;
    const left = text.tokens[at - 1]?.folded ?? '';
    const found = readingsOf(token.folded, left, text.tokens[at + 1]?.folded ?? '', vocabulary);
    if (found.length > 0) readings.set(at, found);
  }
  return readings;
};

/** The words with the likeliest reading in place of each mistyped one. */
export const wordsAsMeant = (tokens: readonly Token[], readings: Readings): Token[] =>
  tokens.flatMap((token, at) => {
    const best = readings.get(at)?.[0];
    return best ? tokensOf(best) : [token];
  });
