import { entryPhrasings } from '../index/entry.ts';
import type { Entry } from '../index/entry.ts';
import type { EntryIndex } from '../index/entry-index.ts';
import { finding } from './finding.ts';
import type { Finding } from './finding.ts';

/** From here two phrasings are so alike that the index cannot tell their articles apart. */
const TOO_ALIKE = 0.85;
const SAME = 0.995;

type Match = { phrasing: number; cosine: number };

/** For each feature, the phrasings that have it, in order, and its weight in each. */
type Holders = { start: Int32Array; phrasing: Int32Array; weight: Float32Array };

const holdersOf = ({ phrasings, features }: EntryIndex): Holders => {
  const { start: from, feature, weight } = phrasings;
  const start = new Int32Array(features.size + 1);
  for (const id of feature) start[id + 1] = (start[id + 1] ?? 0) + 1;
  for (let id = 0; id < features.size; id += 1) start[id + 1] = (start[id + 1] ?? 0) + (start[id] ?? 0);
  const next = start.slice();
  const holders = {
    start,
    phrasing: new Int32Array(feature.length),
    weight: new Float32Array(feature.length),
  };
  for (let phrasing = 0; phrasing + 1 < from.length; phrasing += 1)
    for (let at = from[phrasing] ?? 0; at < (from[phrasing + 1] ?? 0); at += 1) {
      const id = feature[at] ?? 0;
      const place = next[id] ?? 0;
      holders.phrasing[place] = phrasing;
      holders.weight[place] = weight[at] ?? 0;
      next[id] = place + 1;
    }
  return holders;
};

/** The nearest later phrasing of another entry for each, null where none is too near. */
function* nearestLater(index: EntryIndex, entryOf: Int32Array): Generator<Match | null> {
  const { start, feature, weight, plainNorm } = index.phrasings;
  const holders = holdersOf(index);
  // where the phrasings begin that come later than the one at hand
  const later = holders.start.slice();
  const products = new Float64Array(entryOf.length);
  for (let phrasing = 0; phrasing + 1 < start.length; phrasing += 1) {
    const touched: number[] = [];
    for (let at = start[phrasing] ?? 0; at < (start[phrasing + 1] ?? 0); at += 1) {
      const id = feature[at] ?? 0;
      const first = (later[id] ?? 0) + 1;
      later[id] = first;
      if (index.accentedFeatures[id] === 1) continue;
      const own = weight[at] ?? 0;
      for (let place = first, end = holders.start[id + 1] ?? 0; place < end; place += 1) {
        const other = holders.phrasing[place] ?? 0;
        const product = products[other] ?? 0;
        if (product === 0) touched.push(other);
        products[other] = product + own * (holders.weight[place] ?? 0);
      }
    }
    let nearest: Match | null = null;
    for (const other of touched) {
      const cosine = (products[other] ?? 0) / ((plainNorm[phrasing] ?? 1) * (plainNorm[other] ?? 1));
      products[other] = 0;
      if (entryOf[other] !== entryOf[phrasing] && cosine >= TOO_ALIKE && cosine > (nearest?.cosine ?? 0))
        nearest = { phrasing: other, cosine };
    }
    yield nearest;
  }
}

/** Phrasings that stand in two entries, or that are too alike in different ones. */
export const checkAlike = (entries: readonly Entry[], index: EntryIndex): Finding[] => {
  const texts = entryPhrasings(entries);
  const entryOf = Int32Array.from(texts, ({ entry }) => entry);
  const matches = [...nearestLater(index, entryOf)];
  return texts.flatMap((text, phrasing) => {
    const match = matches[phrasing];
    const other = match && texts[match.phrasing];
    if (!other) return [];
    const place = `${entries[text.entry]?.id ?? ''} and ${entries[other.entry]?.id ?? ''}: phrasings`;
    const what =
      match.cosine >= SAME
        ? `"${text.phrasing}" stands in both`
        : `"${text.phrasing}" and "${other.phrasing}" are too alike (${match.cosine.toFixed(2)})`;
    return [finding(place, what)];
  });
};
