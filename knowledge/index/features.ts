import type { Diacritics } from '../language/analyse.ts';
import type { Reading } from '../language/repair.ts';
import { conceptsIn } from '../language/synonyms.ts';
import type { Synonyms } from '../language/synonyms.ts';
import { tokenOf } from '../language/tokens.ts';
import type { Token } from '../language/tokens.ts';

/** What is compared, and how much each kind counts beside a folded word. */
export const FEATURE_WEIGHTS = { word: 1, pair: 0.6, skip: 0.3, concept: 0.8 } as const;

const ACCENTED_WEIGHTS = { typed: 0.4, restored: 0.2, none: 0 } as const;

const KINDS = { word: 0, pair: 1, skip: 2, accented: 3, concept: 4 } as const;
const KIND_STEP = 2 ** 48;
const FIRST_STEP = 2 ** 24;

/** Numbers for words; -1 says that the word is unknown and not to be added. */
export type WordNumbers = {
  folded: (word: string) => number;
  accented: (word: string) => number;
  concept: (name: string) => number;
};

/** Features of one text with their weights, and how many of its words have no number. */
export type TextFeatures = { weights: Map<number, number>; unknownWords: number };

export const isAccentedFeature = (key: number): boolean => Math.floor(key / KIND_STEP) === KINDS.accented;

export const wordKey = (id: number): number => KINDS.word * KIND_STEP + id;
export const pairKey = (left: number, right: number): number =>
  KINDS.pair * KIND_STEP + left * FIRST_STEP + right;

const skipKey = (left: number, right: number): number => KINDS.skip * KIND_STEP + left * FIRST_STEP + right;

type Meant = { tokens: readonly Token[]; trust: (at: number) => number };

const FULL_TRUST = (): number => 1;

/** The words with an unknown one replaced by its likeliest reading, and how far each is trusted. */
const asMeant = (tokens: readonly Token[], readings: ReadonlyMap<number, readonly Reading[]>): Meant => {
  if (readings.size === 0) return { tokens, trust: FULL_TRUST };
  const trusts: number[] = [];
  const meant = tokens.flatMap((token, at) => {
    const best = readings.get(at)?.[0];
    const words = best ? best.words.map(tokenOf) : [token];
    for (const _ of words) trusts.push(best?.weight ?? 1);
    return words;
  });
  return { tokens: meant, trust: (at) => trusts[at] ?? 0 };
};

const NO_READINGS: ReadonlyMap<number, readonly Reading[]> = new Map();

/**
 * Names every feature of a text to `add`: folded words, words with their diacritics, pairs of neighbours, pairs with one
 * word between, and concepts. What occurs twice is named twice; without `readings` always with the same weight.
 *
 * `readings` gives, by position, what an unknown word may have been meant to be. The result is the number of unknown words.
 */
export const eachFeature = (
  tokens: readonly Token[],
  diacritics: Diacritics,
  numbers: WordNumbers,
  synonyms: Synonyms,
  add: (key: number, weight: number) => void,
  readings = NO_READINGS,
): number => {
  const accentedWeight = ACCENTED_WEIGHTS[diacritics];
  const meant = asMeant(tokens, readings);
  const ids = meant.tokens.map((token) => numbers.folded(token.folded));
  let unknownWords = 0;
  tokens.forEach((token, at) => {
    const read = readings.get(at);
    if (read)
      for (const reading of read)
        for (const word of reading.words)
          add(wordKey(numbers.folded(word)), FEATURE_WEIGHTS.word * reading.weight);
    else {
      const id = (readings.size === 0 ? ids[at] : numbers.folded(token.folded)) ?? -1;
      if (id >= 0) add(wordKey(id), FEATURE_WEIGHTS.word);
      else unknownWords += 1;
      const accentedId = accentedWeight > 0 ? numbers.accented(token.accented) : -1;
      if (accentedId >= 0) add(KINDS.accented * KIND_STEP + accentedId, accentedWeight);
    }
  });
  for (let at = 0; at + 1 < ids.length; at += 1) {
    const first = ids[at] ?? -1;
    if (first < 0) continue;
    const trust = meant.trust(at);
    const second = ids[at + 1] ?? -1;
    if (second >= 0) add(pairKey(first, second), FEATURE_WEIGHTS.pair * Math.min(trust, meant.trust(at + 1)));
    const third = ids[at + 2] ?? -1;
    if (third >= 0) add(skipKey(first, third), FEATURE_WEIGHTS.skip * Math.min(trust, meant.trust(at + 2)));
  }
  for (const concept of conceptsIn(meant.tokens, synonyms)) {
    const id = numbers.concept(concept);
    if (id >= 0) add(KINDS.concept * KIND_STEP + id, FEATURE_WEIGHTS.concept);
  }
  return unknownWords;
};

/** The features of a text, each with the greatest of its weights; see `eachFeature`. */
export const featuresOf = (
  tokens: readonly Token[],
  diacritics: Diacritics,
  numbers: WordNumbers,
  synonyms: Synonyms,
  readings: ReadonlyMap<number, readonly Reading[]>,
): TextFeatures => {
  const weights = new Map<number, number>();
  const keepGreatest = (key: number, weight: number): void => {
    if (weight > (weights.get(key) ?? 0)) weights.set(key, weight);
  };
  const unknownWords = eachFeature(tokens, diacritics, numbers, synonyms, keepGreatest, readings);
  return { weights, unknownWords };
};
