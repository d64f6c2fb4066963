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
  // an array: most features are looked up many times, and hardly any is a name
  const wordByFeature = new Int32Array(features.size).fill(-1);
  for (const name of names) {
    const word = words.find(name);
    if (word >= 0) wordByFeature[features.find(wordKey(word))] = word;
  }
  return Int32Array.from({ length: entryStart.length - 1 }, (_, entry) => {
    const [from, to] = [entryStart[entry] ?? 0, entryStart[entry + 1] ?? 0];
    const counts = new Map<number, number>();
    for (let at = start[from] ?? 0; at < (start[to] ?? 0); at += 1) {
      const word = wordByFeature[feature[at] ?? 0] ?? -1;
      if (word >= 0) counts.set(word, (counts.get(word) ?? 0) + 1);
    }
    const [most] = [...counts].sort((a, b) => b[1] - a[1]);
    return most && most[1] >= (to - from) * NAMED_SHARE ? most[0] : -1;
  });
};
