import { analyse } from '../language/analyse.ts';
import type { Language } from '../language/language.ts';
import { createWordModel } from '../language/word-model.ts';
import type { WordModel } from '../language/word-model.ts';
import type { Entry } from './entry.ts';
import type { FeatureTable } from './feature-table.ts';
import { featuresOf, isAccentedFeature } from './features.ts';
import type { WordNumbers } from './features.ts';
import { growingFloats, growingInts } from './growing-arrays.ts';
import type { WordIds } from './word-ids.ts';

/** Words and concepts by number. */
export type Words = { folded: WordIds; accented: WordIds; concepts: WordIds };

/** All phrasings as numbered features; those of one entry stand together. */
export type Collected = {
  entryStart: Int32Array;
  start: Int32Array;
  feature: Int32Array;
  weight: Float32Array;
  accented: Uint8Array;
  /** Number of phrasings with each feature. */
  frequency: Int32Array;
  model: WordModel;
};

/** From so many phrasings words and their neighbours are learned well enough; of more, an even share is looked at. */
const ENOUGH_TO_LEARN = 8_000;

/** Turns every phrasing into numbered features; pauses after each phrasing. */
export function* collectPhrasings(
  entries: readonly Entry[],
  language: Language,
  words: Words,
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
  const model = createWordModel();
  const total = entries.reduce((sum, { phrasings }) => sum + phrasings.length, 0);
  const stride = Math.ceil(total / ENOUGH_TO_LEARN);
  const frequency: number[] = [];
  const accentedFeatures: number[] = [];
  let phrasingCount = 0;
  for (const [entryAt, entry] of entries.entries()) {
    for (const phrasing of entry.phrasings) {
      start.push(feature.length);
      phrasingCount += 1;
      const text = analyse(phrasing, language);
      if (text.diacritics === 'typed' && phrasingCount % stride === 0) model.learn(text.tokens);
      for (const [key, value] of featuresOf(text.tokens, text.diacritics, numbers, language.synonyms)
        .weights) {
        const id = features.add(key);
        feature.push(id);
        weight.push(value);
        frequency[id] = (frequency[id] ?? 0) + 1;
        if (frequency[id] === 1) accentedFeatures[id] = isAccentedFeature(key) ? 1 : 0;
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
    frequency: Int32Array.from(frequency),
    model,
  };
}
