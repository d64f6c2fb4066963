import type { Collected } from './collect-phrasings.ts';

/** For each feature, the entries that have it and how strongly it speaks for them. */
export type Postings = { start: Int32Array; entry: Int32Array; weight: Float32Array };

/** Every phrasing as numbers; phrasings of one entry stand together. */
export type Phrasings = {
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

type Counted = { start: Int32Array; entry: Int32Array; count: Float32Array };

/** Rarity by the number of entries that have a feature, as in BM25. */
export const rarityOf = (entryCount: number, having: number): number =>
  Math.log(1 + (entryCount - having + 0.5) / (having + 0.5));

/** How many phrasings of each entry have each feature, feature by feature. */
export function* countByEntry(
  collected: Collected,
  featureCount: number,
  entryCount: number,
): Generator<void, Counted> {
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

/** How fast a feature's voice grows with the phrasings that have it; measured with `npm run knowledge -- fit`'s folds. */
const COUNT_POWER = 0.4;
/** How far an entry's own size is taken out; one half would be the cosine's. */
const SIZE_POWER = 0.3;

/**
 * Weighs each feature for each entry: rarer features and features of more of its phrasings speak louder, and an entry
 * with many different phrasings does not outshout one with few.
 */
export function* weigh(
  counted: Counted,
  rarity: Float32Array,
  entryCount: number,
): Generator<void, Postings> {
  const { start, entry, count } = counted;
  const squares = new Float64Array(entryCount);
  const voices: number[] = [];
  const voiceOf = (phrasings: number): number => (voices[phrasings] ??= phrasings ** COUNT_POWER);
  for (let id = 0; id < rarity.length; id += 1) {
    for (let at = start[id] ?? 0; at < (start[id + 1] ?? 0); at += 1) {
      const strength = voiceOf(count[at] ?? 0) * (rarity[id] ?? 0);
      count[at] = strength;
      squares[entry[at] ?? 0] = (squares[entry[at] ?? 0] ?? 0) + strength * strength;
    }
    // the features that were seen first are those of nearly every entry
    if (id % 256 === 0) yield;
  }
  const sizes = squares.map((square) => Math.max(1, square ** SIZE_POWER));
  for (let at = 0; at < entry.length; at += 1) {
    count[at] = (count[at] ?? 0) / (sizes[entry[at] ?? 0] ?? 1);
    if (at % 65_536 === 0) yield;
  }
  return { start, entry, weight: count };
}

/** Lengths of all phrasings, and their weights with rarity in them; changes the weights that were collected. */
export function* normalise(collected: Collected, rarity: Float32Array): Generator<void, Phrasings> {
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
