import { tokenOf } from './tokens.ts';
import type { Token } from './tokens.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';

/** What the knowledge base knows about words: how often it has one, and how often two stand beside each other. */
export type Vocabulary = {
  /** Number of phrasings with the folded word; 0 for an unknown one. */
  frequency: (folded: string) => number;
  /** Number of entries in which the two words stand beside each other. */
  pairCount: (left: string, right: string) => number;
};

/** Words that may be meant instead of a typed one, with weights that sum to at most 1. */
export type Reading = { words: readonly string[]; weight: number };

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
const MAX_READINGS = 4;
const MAX_GLUED_CHARS = 24;

/** The word without the keys of Telex and VNI that were left in it: `laays` → `lay`, `nguo7i2` → `nguoi`. */
export const undoInputKeys = (word: string): string[] => {
  const plain = word.replace(/(aa|ee|oo|dd)/g, (pair) => pair.charAt(0)).replaceAll('w', '');
  const withoutTone = plain.replace(/(?<=[aeiouy].*)[sfrxj]/, '');
  const vni = word.replace(/(?<=[a-z])[1-9]/g, '');
  return [plain, withoutTone, word.replace(/(?<=[aeiouy].*)[sfrxj](?=[a-z]*$)/, ''), vni].filter(
    (variant, index, all) => variant !== word && variant.length > 1 && all.indexOf(variant) === index,
  );
};

/** All words one insertion, deletion, exchange or swap of neighbours away. */
export const oneEditAway = (word: string): string[] => {
  const out: string[] = [];
  for (let at = 0; at <= word.length; at += 1) {
    const head = word.slice(0, at);
    const tail = word.slice(at);
    if (tail) out.push(head + tail.slice(1));
    if (tail.length > 1) out.push(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2));
    for (const letter of LETTERS) {
      if (tail) out.push(head + letter + tail.slice(1));
      out.push(head + letter + tail);
    }
  }
  return out;
};

/** Few words are better than many, and words that stand beside each other somewhere better than others. */
const costOf = (split: readonly string[] | null, vocabulary: Vocabulary): number =>
  split === null
    ? Infinity
    : split.reduce((cost, part, at) => {
        const together = at === 0 ? 1 : vocabulary.pairCount(split[at - 1] ?? '', part);
        return cost + (together > 0 ? 1 - Math.log10(together) / 10 : 2);
      }, 0);

/** Splits `tamtru` into words that the base knows, as few as possible; null when it cannot. */
export const splitGlued = (word: string, vocabulary: Vocabulary): string[] | null => {
  if (word.length < 4 || word.length > MAX_GLUED_CHARS) return null;
  const best: (string[] | null)[] = [[]];
  for (let end = 1; end <= word.length; end += 1) {
    best[end] = null;
    for (let start = Math.max(0, end - 7); start < end; start += 1) {
      const before = best[start];
      const part = word.slice(start, end);
      if (!before || !isVietnameseSyllable(part) || vocabulary.frequency(part) === 0) continue;
      const split = [...before, part];
      if (costOf(split, vocabulary) < costOf(best[end] ?? null, vocabulary)) best[end] = split;
    }
  }
  const split = best[word.length] ?? null;
  if (!split || split.length < 2 || split.length > 5) return null;
  const paired = split.every(
    (part, index) => index === 0 || vocabulary.pairCount(split[index - 1] ?? '', part) > 0,
  );
  return paired || split.every((part) => part.length > 2) ? split : null;
};

const sortedLetters = (word: string): string => Array.from(word).sort().join('');

const rank = (
  candidate: string,
  typed: string,
  left: string,
  right: string,
  vocabulary: Vocabulary,
): number =>
  (vocabulary.pairCount(left, candidate) > 0 ? 4 : 0) +
  (vocabulary.pairCount(candidate, right) > 0 ? 4 : 0) +
  (candidate.charAt(0) === typed.charAt(0) ? 2 : 0) +
  (sortedLetters(candidate) === sortedLetters(typed) ? 2 : 0) +
  Math.min(2, Math.log10(vocabulary.frequency(candidate)));

/**
 * What an unknown word may have been meant to be, likeliest first; empty when nothing comes near.
 *
 * `left` and `right` are the folded neighbours: a candidate that the base knows beside one of them is preferred.
 */
export const readingsOf = (typed: string, left: string, right: string, vocabulary: Vocabulary): Reading[] => {
  const undone = undoInputKeys(typed).find((variant) => vocabulary.frequency(variant) > 0);
  if (undone) return [{ words: [undone], weight: 0.9 }];
  const split = splitGlued(typed, vocabulary);
  if (split) return [{ words: split, weight: 0.9 }];
  if (typed.length < 2 || typed.length > 12) return [];
  const near = [...new Set(oneEditAway(typed))].filter((word) => vocabulary.frequency(word) > 0);
  const ranked = near
    .map((word) => ({ word, rank: rank(word, typed, left, right, vocabulary) }))
    .sort((a, b) => b.rank - a.rank)
    .slice(0, MAX_READINGS);
  const best = ranked[0]?.rank ?? 0;
  const kept = ranked.filter((candidate) => candidate.rank >= best - 3);
  return kept.map(({ word }) => ({ words: [word], weight: 0.8 / Math.sqrt(kept.length) }));
};

/** A word, no number, that the base has nowhere. */
export const isUnknown = ({ folded }: Token, vocabulary: Vocabulary): boolean =>
  vocabulary.frequency(folded) === 0 && !/^\d+$/.test(folded);

/** Whether a word is worth reading differently: unknown, and no word of another matter. */
export const looksMistyped = (token: Token, vocabulary: Vocabulary): boolean =>
  isUnknown(token, vocabulary) && !isVietnameseSyllable(token.folded);

export const tokensOf = (reading: Reading): Token[] => reading.words.map(tokenOf);
