import type { AnalysedText } from '../language/analyse.ts';
import { isUnknown, looksMistyped, readingsOf, tokensOf } from '../language/repair.ts';
import type { Reading } from '../language/repair.ts';
import { isAccented } from '../language/tokens.ts';
import type { Token } from '../language/tokens.ts';
import type { EntryIndex } from './entry-index.ts';

/** What mistyped words may have been meant to be, by their position in the text. */
export type Readings = ReadonlyMap<number, readonly Reading[]>;

/** Most words that are repaired in one text: a text with more slips is not understood anyway. */
const MAX_REPAIRS = 24;

/** How much the other readings of a word are still trusted beside one that its neighbours speak for. */
const BESIDE_MENDED = 0.7;

/** The reading that the neighbours speak for comes first. */
const mendedFirst = (found: readonly Reading[], mended: Token | undefined): readonly Reading[] => {
  const [best] = found;
  if (best?.words.length !== 1 || mended === undefined) return found;
  const others = found.filter(({ words: [word] }) => word !== mended.folded);
  return [
    { words: [mended.folded], weight: Math.max(best.weight, BESIDE_MENDED) },
    ...others.map(({ words, weight }) => ({ words, weight: weight * BESIDE_MENDED })),
  ];
};

/**
 * Readings of those words that neither the base knows nor Vietnamese could have; `mended` are the same words as their
 * neighbours would have them, null where nobody asked.
 */
export const repairText = (
  text: AnalysedText,
  mended: readonly Token[] | null,
  { vocabulary }: EntryIndex,
): Readings => {
  const readings = new Map<number, readonly Reading[]>();
  for (const [at, token] of text.tokens.entries()) {
    if (readings.size >= MAX_REPAIRS || !looksMistyped(token, vocabulary)) continue;
    const left = text.tokens[at - 1]?.folded ?? '';
    const found = readingsOf(token.folded, left, text.tokens[at + 1]?.folded ?? '', vocabulary);
    const meant = mended?.[at];
    const changed = meant?.folded === token.folded ? undefined : meant;
    if (found.length > 0) readings.set(at, mendedFirst(found, changed));
  }
  return readings;
};

const singleWords = (readings: readonly Reading[]): string[] =>
  readings.flatMap(({ words: [word], words }) => (word !== undefined && words.length === 1 ? [word] : []));

/**
 * The words with the likeliest reading in place of each mistyped one, which carries the others. A word that Vietnamese
 * could have, but the base has not, stays and carries its readings too, in a text with diacritics: without them, many words
 * look alike anyway.
 */
export const wordsAsMeant = (text: AnalysedText, readings: Readings, { vocabulary }: EntryIndex): Token[] => {
  const { tokens } = text;
  const accented = isAccented(tokens);
  return tokens.flatMap((token, at) => {
    const [best, ...others] = readings.get(at) ?? [];
    const [meant, ...rest] = best ? tokensOf(best) : [token];
    if (best && meant && rest.length === 0) return [{ ...meant, maybe: singleWords(others) }];
    if (best) return tokensOf(best);
    if (!accented || !isUnknown(token, vocabulary)) return [token];
    const near = readingsOf(
      token.folded,
      tokens[at - 1]?.folded ?? '',
      tokens[at + 1]?.folded ?? '',
      vocabulary,
    );
    return [{ ...token, maybe: singleWords(near) }];
  });
};
