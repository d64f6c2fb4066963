import { analyse } from '../language/analyse.ts';
import type { Language } from '../language/language.ts';
import type { Vocabulary } from '../language/repair.ts';
import { FeatureTable } from './feature-table.ts';
import { featuresOf, isAccentedFeature, pairKey, wordKey } from './features.ts';
import type { WordNumbers } from './features.ts';
import { growingFloats, growingInts } from './growing-arrays.ts';
import { WordIds } from './word-ids.ts';

/** What an entry leads to: an article, a dialog, another office, or a refusal. */
export type EntryKind = 'article' | 'intent' | 'out_of_scope' | 'refusal';

/** Something that residents ask for, and how they ask for it. */
export type Entry = { id: string; kind: EntryKind; phrasings: readonly string[] };

/** Every phrasing as numbers; phrasings of one entry stand together. */
type Phrasings = {
  /** First phrasing of each entry, and one more for the end. */
  entryStart: Int32Array;
  /** First feature of each phrasing, and one more for the end. */
  start: Int32Array;
  feature: Int32Array;
  /** Feature weight times rarity. */
  weight: Float32Array;
  /** Lengths with and without the accented features; equal when the phrasing was typed without diacritics. */
  fullNorm: Float32Array;
  plainNorm: Float32Array;
};

/** For each feature, the entries that have it and how strongly it speaks for them. */
type Postings = { start: Int32Array; entry: Int32Array; weight: Float32Array };

export type EntryIndex = {
  entries: readonly { id: string; kind: EntryKind }[];
  language: Language;
  words: { folded: WordIds; accented: WordIds; concepts: WordIds };
  vocabulary: Vocabulary;
  features: FeatureTable;
  /** 1 for features of words with their diacritics. */
  accentedFeatures: Uint8Array;
  rarity: Float32Array;
  /** Rarity of a feature that no entry has. */
  unknownRarity: number;
  postings: Postings;
  phrasings: Phrasings;
  /** The name that most phrasings of an entry have, as a folded word's number; -1 for most entries. */
  entryNames: Int32Array;
};

/** All phrasings in the order in which an index of these entries numbers them. */
export const entryPhrasings = (entries: readonly Entry[]): { entry: number; phrasing: string }[] =>
  entries.flatMap(({ phrasings }, entry) => phrasings.map((phrasing) => ({ entry, phrasing })));

/** Rarity by the number of entries that have a feature, as in BM25. */
const rarityOf = (entryCount: number, having: number): number =>
  Math.log(1 + (entryCount - having + 0.5) / (having + 0.5));

type Collected = {
  entryStart: Int32Array;
  start: Int32Array;
  feature: Int32Array;
  weight: Float32Array;
  accented: Uint8Array;
  wordCounts: Int32Array;
};

/** Turns every phrasing into numbered features; pauses after each phrasing. */
function* collect(
  entries: readonly Entry[],
  language: Language,
  words: EntryIndex['words'],
  features: FeatureTable,
): Generator<void, Collected> {
  const numbers: WordNumbers = {
    folded: (word) => words.folded.add(word),
    accented: (word) => words.accented.add(word),
    concept: (name) => words.concepts.add(name),
  };
  const entryStart = new Int32Array(entries.length + 1);
  const start = growingInts();
  const feature = growingInts();
  const weight = growingFloats();
  const wordCounts: number[] = [];
  const accentedFeatures: number[] = [];
  let phrasingCount = 0;
  for (const [entryAt, entry] of entries.entries()) {
    for (const phrasing of entry.phrasings) {
      start.push(feature.length);
      phrasingCount += 1;
      const text = analyse(phrasing, language);
      for (const [key, value] of featuresOf(text.tokens, text.accented, numbers, language.synonyms).weights) {
        const id = features.add(key);
        feature.push(id);
        weight.push(value);
        accentedFeatures[id] = isAccentedFeature(key) ? 1 : 0;
      }
      for (const word of new Set(text.tokens.map((token) => token.folded))) {
        const id = words.folded.find(word);
        wordCounts[id] = (wordCounts[id] ?? 0) + 1;
      }
      yield;
    }
    entryStart[entryAt + 1] = phrasingCount;
  }
  start.push(feature.length);
  return {
    entryStart,
    start: start.trimmed(),
    feature: feature.trimmed(),
    weight: weight.trimmed(),
    accented: Uint8Array.from(accentedFeatures),
    wordCounts: Int32Array.from(wordCounts),
  };
}

/** How many phrasings of each entry have each feature, feature by feature. */
function* countByEntry(
  collected: Collected,
  featureCount: number,
  entryCount: number,
): Generator<void, { start: Int32Array; entry: Int32Array; count: Float32Array }> {
  const { entryStart, start: phrasingStart, feature } = collected;
  const lastEntry = new Int32Array(featureCount).fill(-1);
  const size = new Int32Array(featureCount + 1);
  const eachEntry = function* (visit: (id: number, entry: number) => void): Generator<void, void> {
    for (let entry = 0; entry < entryCount; entry += 1) {
      const from = phrasingStart[entryStart[entry] ?? 0] ?? 0;
      const to = phrasingStart[entryStart[entry + 1] ?? 0] ?? 0;
      for (let at = from; at < to; at += 1) visit(feature[at] ?? 0, entry);
      if (entry % 64 === 0) yield;
    }
  };
  yield* eachEntry((id, entry) => {
    if (lastEntry[id] === entry) return;
    lastEntry[id] = entry;
    size[id + 1] = (size[id + 1] ?? 0) + 1;
  });
  for (let id = 0; id < featureCount; id += 1) size[id + 1] = (size[id + 1] ?? 0) + (size[id] ?? 0);
  const start = size.slice();
  const total = start[featureCount] ?? 0;
  const entries = new Int32Array(total);
  const count = new Float32Array(total);
  const next = start.slice();
  lastEntry.fill(-1);
  yield;
  yield* eachEntry((id, entry) => {
    const place = next[id] ?? 0;
    if (lastEntry[id] === entry) count[place - 1] = (count[place - 1] ?? 0) + 1;
    else {
      lastEntry[id] = entry;
      entries[place] = entry;
      count[place] = 1;
      next[id] = place + 1;
    }
  });
  return { start, entry: entries, count };
}

/**
 * Weighs each feature for each entry: rarer features and features of more of its phrasings speak louder, and an entry
 * with many different phrasings does not outshout one with few.
 */
function* weigh(
  counted: { start: Int32Array; entry: Int32Array; count: Float32Array },
  rarity: Float32Array,
  entryCount: number,
): Generator<void, Postings> {
  const { start, entry, count } = counted;
  const squares = new Float64Array(entryCount);
  for (let id = 0; id < rarity.length; id += 1) {
    for (let at = start[id] ?? 0; at < (start[id + 1] ?? 0); at += 1) {
      const strength = Math.sqrt(count[at] ?? 0) * (rarity[id] ?? 0);
      count[at] = strength;
      squares[entry[at] ?? 0] = (squares[entry[at] ?? 0] ?? 0) + strength * strength;
    }
    if (id % 4096 === 0) yield;
  }
  for (let at = 0; at < entry.length; at += 1) {
    count[at] = (count[at] ?? 0) / Math.max(1, (squares[entry[at] ?? 0] ?? 0) ** 0.35);
    if (at % 65_536 === 0) yield;
  }
  return { start, entry, weight: count };
}

function* normalise(collected: Collected, rarity: Float32Array): Generator<void, Phrasings> {
  const { entryStart, start, feature, weight, accented } = collected;
  const phrasingCount = start.length - 1;
  const fullNorm = new Float32Array(phrasingCount);
  const plainNorm = new Float32Array(phrasingCount);
  for (let phrasing = 0; phrasing < phrasingCount; phrasing += 1) {
    let plain = 0;
    let full = 0;
    for (let at = start[phrasing] ?? 0; at < (start[phrasing + 1] ?? 0); at += 1) {
      const id = feature[at] ?? 0;
      const value = (weight[at] ?? 0) * (rarity[id] ?? 0);
      weight[at] = value;
      full += value * value;
      if (accented[id] === 0) plain += value * value;
    }
    fullNorm[phrasing] = Math.sqrt(full);
    plainNorm[phrasing] = Math.sqrt(plain);
    if (phrasing % 1024 === 0) yield;
  }
  return { entryStart, start, feature, weight, fullNorm, plainNorm };
}

/** From this share of its phrasings on, an entry is about the product they name. */
const NAMED_SHARE = 0.6;

/** For each entry the name that it is about; see `EntryIndex.entryNames`. */
const namesOf = (
  { phrasings }: { phrasings: Phrasings },
  features: FeatureTable,
  words: WordIds,
  names: ReadonlySet<string>,
): Int32Array => {
  const { entryStart, start, feature } = phrasings;
  const wordByFeature = new Map<number, number>();
  for (const name of names) {
    const word = words.find(name);
    if (word >= 0) wordByFeature.set(features.find(wordKey(word)), word);
  }
  return Int32Array.from({ length: entryStart.length - 1 }, (_, entry) => {
    const [from, to] = [entryStart[entry] ?? 0, entryStart[entry + 1] ?? 0];
    const counts = new Map<number, number>();
    for (let at = start[from] ?? 0; at < (start[to] ?? 0); at += 1) {
      const word = wordByFeature.get(feature[at] ?? 0);
      if (word !== undefined) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    return most && most[1] >= (to - from) * NAMED_SHARE ? most[0] : -1;
  });
};

/** Builds the index step by step; see `runInSlices` and `runAtOnce`. */
export function* indexEntries(entries: readonly Entry[], language: Language): Generator<void, EntryIndex> {
  const words = { folded: new WordIds(), accented: new WordIds(), concepts: new WordIds() };
  const features = new FeatureTable();
  const collected = yield* collect(entries, language, words, features);
  const counted = yield* countByEntry(collected, features.size, entries.length);
  const rarity = new Float32Array(features.size);
  for (let id = 0; id < rarity.length; id += 1)
    rarity[id] = rarityOf(entries.length, (counted.start[id + 1] ?? 0) - (counted.start[id] ?? 0));
  yield;
  const postings = yield* weigh(counted, rarity, entries.length);
  const phrasings = yield* normalise(collected, rarity);
  return {
    entries: entries.map(({ id, kind }) => ({ id, kind })),
    language,
    words,
    vocabulary: {
      frequency: (folded) => collected.wordCounts[words.folded.find(folded)] ?? 0,
      pairCount: (left, right) => {
        const [first, second] = [words.folded.find(left), words.folded.find(right)];
        const id = first < 0 || second < 0 ? -1 : features.find(pairKey(first, second));
        return id < 0 ? 0 : (postings.start[id + 1] ?? 0) - (postings.start[id] ?? 0);
      },
    },
    features,
    accentedFeatures: collected.accented,
    rarity,
    unknownRarity: rarityOf(entries.length, 0),
    postings,
    phrasings,
    entryNames: namesOf({ phrasings }, features, words.folded, language.names),
  };
}
