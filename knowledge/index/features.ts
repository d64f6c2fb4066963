import type { Reading } from '../language/repair.ts';
import { conceptsIn } from '../language/synonyms.ts';
import type { Synonyms } from '../language/synonyms.ts';
import { tokenOf } from '../language/tokens.ts';
import type { Token } from '../language/tokens.ts';

/** What is compared, and how much each kind counts beside a folded word. */
export const FEATURE_WEIGHTS = { word: 1, pair: 0.6, skip: 0.3, accented: 0.4, concept: 0.8 } as const;

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

type Slot = { token: Token; trust: number };

/** Each word once, an unknown one replaced by its likeliest reading. */
const slotsOf = (tokens: readonly Token[], readings: ReadonlyMap<number, readonly Reading[]>): Slot[] =>
  tokens.flatMap((token, at) => {
    const best = readings.get(at)?.[0];
    return best
      ? best.words.map((word) => ({ token: tokenOf(word), trust: best.weight }))
      : [{ token, trust: 1 }];
  });

const NO_READINGS: ReadonlyMap<number, readonly Reading[]> = new Map();

/**
 * The features of a text: folded words, pairs of neighbours, pairs with one word between, concepts, and, when the
 * writer typed diacritics, words with them.
 *
 * `readings` gives, by position, what an unknown word may have been meant to be.
 */
export const featuresOf = (
  tokens: readonly Token[],
  accented: boolean,
  numbers: WordNumbers,
  synonyms: Synonyms,
  readings: ReadonlyMap<number, readonly Reading[]> = NO_READINGS,
): TextFeatures => {
  const weights = new Map<number, number>();
  let unknownWords = 0;
  const add = (key: number, weight: number): void => {
    if (weight > (weights.get(key) ?? 0)) weights.set(key, weight);
  };
  tokens.forEach((token, at) => {
    const read = readings.get(at);
    if (read)
      for (const reading of read)
        for (const word of reading.words)
          add(wordKey(numbers.folded(word)), FEATURE_WEIGHTS.word * reading.weight);
    else {
      const id = numbers.folded(token.folded);
      if (id >= 0) add(wordKey(id), FEATURE_WEIGHTS.word);
      else unknownWords += 1;
      const accentedId = accented ? numbers.accented(token.accented) : -1;
      if (accentedId >= 0) add(KINDS.accented * KIND_STEP + accentedId, FEATURE_WEIGHTS.accented);
    }
  });
  const slots = slotsOf(tokens, readings);
  const ids = slots.map((slot) => numbers.folded(slot.token.folded));
  for (let at = 0; at + 1 < ids.length; at += 1) {
    const [first = -1, second = -1, third = -1] = [ids[at], ids[at + 1], ids[at + 2]];
    const trust = slots[at]?.trust ?? 0;
    const [near, far] = [
      Math.min(trust, slots[at + 1]?.trust ?? 0),
      Math.min(trust, slots[at + 2]?.trust ?? 0),
    ];
    if (first >= 0 && second >= 0) add(pairKey(first, second), FEATURE_WEIGHTS.pair * near);
    if (first >= 0 && third >= 0)
      add(KINDS.skip * KIND_STEP + first * FIRST_STEP + third, FEATURE_WEIGHTS.skip * far);
  }
  for (const concept of conceptsIn(
    slots.map((slot) => slot.token),
    synonyms,
  )) {
    const id = numbers.concept(concept);
    if (id >= 0) add(KINDS.concept * KIND_STEP + id, FEATURE_WEIGHTS.concept);
  }
  return { weights, unknownWords };
};
