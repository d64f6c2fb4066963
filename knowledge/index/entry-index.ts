import type { Language } from '../language/language.ts';
import type { Vocabulary } from '../language/repair.ts';
import type { WordModel } from '../language/word-model.ts';
import { collectPhrasings } from './collect-phrasings.ts';
import type { Words } from './collect-phrasings.ts';
import { namesOf } from './entry-names.ts';
import type { Entry, EntryKind } from './entry.ts';
import { FeatureTable } from './feature-table.ts';
import { pairKey, wordKey } from './features.ts';
import { countByEntry, normalise, rarityOf, weigh } from './weigh-features.ts';
import type { Phrasings, Postings } from './weigh-features.ts';
import { WordIds } from './word-ids.ts';

/** Everything that a search needs, built once for a set of entries. */
export type EntryIndex = {
  entries: readonly { id: string; kind: EntryKind }[];
  language: Language;
  words: Words;
  vocabulary: Vocabulary;
  model: WordModel;
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
  /** One zero for each feature; a search writes here and leaves zeros behind, so that none is allocated per query. */
  scratch: Float32Array;
};

/** Builds the index step by step; see `runInSlices` and `runAtOnce`. */
export function* indexEntries(entries: readonly Entry[], language: Language): Generator<void, EntryIndex> {
  const words = { folded: new WordIds(), accented: new WordIds(), concepts: new WordIds() };
  const features = new FeatureTable();
  const collected = yield* collectPhrasings(entries, language, words, features);
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
      frequency: (folded) => {
        const word = words.folded.find(folded);
        return word < 0 ? 0 : (collected.frequency[features.find(wordKey(word))] ?? 0);
      },
      pairCount: (left, right) => {
        const [first, second] = [words.folded.find(left), words.folded.find(right)];
        const id = first < 0 || second < 0 ? -1 : features.find(pairKey(first, second));
        return id < 0 ? 0 : (postings.start[id + 1] ?? 0) - (postings.start[id] ?? 0);
      },
    },
    model: collected.model,
    features,
    accentedFeatures: collected.accented,
    rarity,
    unknownRarity: rarityOf(entries.length, 0),
    postings,
    phrasings,
    entryNames: namesOf(phrasings, features, words.folded, language.names),
    scratch: new Float32Array(features.size),
  };
}
