import { entryPhrasings } from '../index/entry.ts';
import type { Entry } from '../index/entry.ts';
import type { EntryIndex } from '../index/entry-index.ts';
import { finding } from './finding.ts';
import type { Finding } from './finding.ts';

/** From here two phrasings are so alike that the index cannot tell their articles apart. */
const TOO_ALIKE = 0.85;
const SAME = 0.995;

type Match = { phrasing: number; cosine: number };

/** Phrasings that have each feature, feature by feature. */
const phrasingsByFeature = (index: EntryIndex): number[][] => {
  const { start, feature } = index.phrasings;
  const lists: number[][] = Array.from({ length: index.features.size }, () => []);
  for (let phrasing = 0; phrasing + 1 < start.length; phrasing += 1)
    for (let at = start[phrasing] ?? 0; at < (start[phrasing + 1] ?? 0); at += 1)
      lists[feature[at] ?? 0]?.push(phrasing);
  return lists;
};

/** The nearest later phrasing of another entry, if it is too near. */
const nearestLater = (
  index: EntryIndex,
  lists: readonly (readonly number[])[],
  entryOf: Int32Array,
  phrasing: number,
): Match | null => {
  const { start, feature, weight, plainNorm } = index.phrasings;
  const products = new Map<number, number>();
  for (let at = start[phrasing] ?? 0; at < (start[phrasing + 1] ?? 0); at += 1) {
    const id = feature[at] ?? 0;
    if (index.accentedFeatures[id] === 1) continue;
    for (const other of lists[id] ?? [])
      if (other > phrasing && entryOf[other] !== entryOf[phrasing])
        products.set(other, (products.get(other) ?? 0) + (weight[at] ?? 0) * weightIn(index, other, id));
  }
  let nearest: Match | null = null;
  for (const [other, product] of products) {
    const cosine = product / ((plainNorm[phrasing] ?? 1) * (plainNorm[other] ?? 1));
    if (cosine >= TOO_ALIKE && cosine > (nearest?.cosine ?? 0)) nearest = { phrasing: other, cosine };
  }
  return nearest;
};

const weightIn = ({ phrasings }: EntryIndex, phrasing: number, id: number): number => {
  const { start, feature, weight } = phrasings;
  for (let at = start[phrasing] ?? 0; at < (start[phrasing + 1] ?? 0); at += 1)
    if (feature[at] === id) return weight[at] ?? 0;
  return 0;
};

/** Phrasings that stand in two entries, or that are too alike in different ones. */
export const checkAlike = (entries: readonly Entry[], index: EntryIndex): Finding[] => {
  const texts = entryPhrasings(entries);
  const entryOf = Int32Array.from(texts, ({ entry }) => entry);
  const lists = phrasingsByFeature(index);
  return texts.flatMap((text, phrasing) => {
    const match = nearestLater(index, lists, entryOf, phrasing);
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
