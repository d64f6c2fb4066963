import type { AnalysedText, Diacritics } from '../language/analyse.ts';
import type { EntryIndex } from './entry-index.ts';
import { FEATURE_WEIGHTS, featuresOf, isAccentedFeature } from './features.ts';
import type { TextFeatures } from './features.ts';
import type { Readings } from './repair-text.ts';

/** An entry that a text may mean. */
export type Hit = {
  entry: number;
  /** Sum of what speaks for the entry; comparable within one search only. */
  evidence: number;
  /** Cosine to its nearest phrasing, 0 to 1; computed for the first few hits, 0 beyond. */
  nearest: number;
};

/** What a search found out about the text itself. */
export type SearchResult = {
  /** Best first, at most 12. */
  hits: readonly Hit[];
  /** Length of the text as a vector; evidence grows with it. */
  length: number;
  /** Share of the text's weight in features that some entry has, 0 to 1. */
  known: number;
  wordCount: number;
  unknownWords: number;
  repairedWords: number;
};

const MAX_HITS = 12;
const MAX_COMPARED = 6;

type Query = {
  ids: readonly number[];
  weights: readonly number[];
  diacritics: Diacritics;
  fullNorm: number;
  plainNorm: number;
  knownSquares: number;
};

const vectorOf = (
  index: EntryIndex,
  { weights, unknownWords }: TextFeatures,
  diacritics: Diacritics,
): Query => {
  const ids: number[] = [];
  const values: number[] = [];
  let plain = 0;
  let accented = 0;
  let unknown = unknownWords * (FEATURE_WEIGHTS.word * index.unknownRarity) ** 2;
  for (const [key, weight] of weights) {
    const id = index.features.find(key);
    if (id < 0) {
      if (!isAccentedFeature(key)) unknown += (weight * index.unknownRarity) ** 2;
      continue;
    }
    const value = weight * (index.rarity[id] ?? 0);
    ids.push(id);
    values.push(weight);
    if (isAccentedFeature(key)) {
      accented += value * value;
    } else plain += value * value;
  }
  return {
    ids,
    weights: values,
    diacritics,
    plainNorm: Math.sqrt(plain + unknown),
    fullNorm: Math.sqrt(plain + accented + unknown),
    knownSquares: plain,
  };
};

const gather = (index: EntryIndex, query: Query): Float32Array => {
  const { start, entry, weight } = index.postings;
  const evidence = new Float32Array(index.entries.length);
  query.ids.forEach((id, position) => {
    const strength = query.weights[position] ?? 0;
    for (let at = start[id] ?? 0, end = start[id + 1] ?? 0; at < end; at += 1) {
      const target = entry[at] ?? 0;
      evidence[target] = (evidence[target] ?? 0) + strength * (weight[at] ?? 0);
    }
  });
  return evidence;
};

/** What an entry about another product keeps of its evidence when the text names one. */
const OTHER_NAME_KEEPS = 0.75;

/** Lowers entries about Zalo when the text says Facebook and not Zalo. */
const minusOtherNames = (index: EntryIndex, text: AnalysedText, evidence: Float32Array): Float32Array => {
  const named = new Set(
    text.tokens
      .filter((token) => index.language.names.has(token.folded))
      .map((token) => index.words.folded.find(token.folded)),
  );
  if (named.size === 0) return evidence;
  return evidence.map((value, entry) => {
    const name = index.entryNames[entry] ?? -1;
    return name >= 0 && !named.has(name) ? value * OTHER_NAME_KEEPS : value;
  });
};

const best = (evidence: Float32Array): Hit[] => {
  const hits: Hit[] = [];
  let least = 0;
  for (let entry = 0; entry < evidence.length; entry += 1) {
    const value = evidence[entry] ?? 0;
    if (value <= least) continue;
    let place = hits.length;
    while (place > 0 && (hits[place - 1]?.evidence ?? 0) < value) place -= 1;
    hits.splice(place, 0, { entry, evidence: value, nearest: 0 });
    if (hits.length > MAX_HITS) hits.pop();
    if (hits.length === MAX_HITS) least = hits.at(-1)?.evidence ?? 0;
  }
  return hits;
};

/**
 * Cosine to the nearest phrasing of one entry; accented features count only where both sides have them, and restored ones
 * only where they speak for the phrasing.
 */
const nearestOf = (index: EntryIndex, query: Query, entry: number): number => {
  const { scratch, accentedFeatures } = index;
  const { entryStart, start, feature, weight, fullNorm, plainNorm } = index.phrasings;
  let nearest = 0;
  for (let phrasing = entryStart[entry] ?? 0; phrasing < (entryStart[entry + 1] ?? 0); phrasing += 1) {
    let plain = 0;
    let accented = 0;
    for (let at = start[phrasing] ?? 0, end = start[phrasing + 1] ?? 0; at < end; at += 1) {
      const id = feature[at] ?? 0;
      const asked = scratch[id] ?? 0;
      // most features of a phrasing are not in the text
      if (asked === 0) continue;
      const product = asked * (weight[at] ?? 0);
      if (accentedFeatures[id] === 1) accented += product;
      else plain += product;
    }
    const bothAccented = query.diacritics !== 'none' && fullNorm[phrasing] !== plainNorm[phrasing];
    if (bothAccented)
      nearest = Math.max(nearest, (plain + accented) / (query.fullNorm * (fullNorm[phrasing] ?? 1)));
    if (!bothAccented || query.diacritics === 'restored')
      nearest = Math.max(nearest, plain / (query.plainNorm * (plainNorm[phrasing] ?? 1)));
  }
  return Math.min(1, nearest);
};

/** Hits with the cosine to their nearest phrasing, for the first few. The index lends its scratch space and gets it back empty. */
const compare = (index: EntryIndex, query: Query, hits: readonly Hit[]): Hit[] => {
  const { scratch, rarity } = index;
  query.ids.forEach((id, at) => {
    scratch[id] = (query.weights[at] ?? 0) * (rarity[id] ?? 0);
  });
  const compared = hits.map((hit, rank) =>
    rank < MAX_COMPARED ? { ...hit, nearest: nearestOf(index, query, hit.entry) } : hit,
  );
  for (const id of query.ids) scratch[id] = 0;
  return compared;
};

/**
 * Finds the entries that a text may mean, `readings` standing in for its mistyped words.
 *
 * Pure: the same text and index give the same result.
 */
export const search = (index: EntryIndex, text: AnalysedText, readings: Readings): SearchResult => {
  const { folded, accented, concepts } = index.words;
  const numbers = {
    folded: (word: string) => folded.find(word),
    accented: (word: string) => accented.find(word),
    concept: (name: string) => concepts.find(name),
  };
  const features = featuresOf(text.tokens, text.diacritics, numbers, index.language.synonyms, readings);
  const query = vectorOf(index, features, text.diacritics);
  const hits = compare(index, query, best(minusOtherNames(index, text, gather(index, query))));
  return {
    hits,
    length: query.plainNorm,
    known: query.plainNorm === 0 ? 0 : query.knownSquares / query.plainNorm ** 2,
    wordCount: text.tokens.length,
    unknownWords: features.unknownWords,
    repairedWords: readings.size,
  };
};
