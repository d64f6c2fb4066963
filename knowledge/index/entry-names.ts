import type { FeatureTable } from './feature-table.ts';
import { wordKey } from './features.ts';
import type { Phrasings } from './weigh-features.ts';
import type { WordIds } from './word-ids.ts';

/** From this share of its phrasings on, an entry is about the product they name. */
const NAMED_SHARE = 0.6;

/** For each entry the name that it is about; see `EntryIndex.entryNames`. */
export const namesOf = (
  phrasings: Phrasings,
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
