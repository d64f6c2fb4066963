import { analyse } from '../language/analyse.ts';
import type { Language } from '../language/language.ts';
import { rememberedTokens } from '../language/tokens.ts';
import { createWordModel } from '../language/word-model.ts';
import type { WordModel } from '../language/word-model.ts';
import type { Entry } from './entry.ts';
import type { FeatureTable } from './feature-table.ts';
import { eachFeature, isAccentedFeature } from './features.ts';
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

function* countEach(ids: Int32Array, size: number): Generator<void, Int32Array> {
  const counts = new Int32Array(size);
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at] ?? 0;
    counts[id] = (counts[id] ?? 0) + 1;
    if (at % 65_536 === 0) yield;
  }
  return counts;
}

/** Turns every phrasing into numbered features; pauses after each phrasing. */
export function* collectPhrasings(
  entries: readonly Entry[],
  language: Language,
  words: Words,
  features: FeatureTable,
): Generator<void, Collected> {
  const toToken = rememberedTokens();
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
  const accentedFeatures: number[] = [];
  const lastPhrasing: number[] = [];
  let phrasingCount = 0;
  const add = (key: number, value: number): void => {
    const id = features.add(key);
    if (id === accentedFeatures.length) accentedFeatures.push(isAccentedFeature(key) ? 1 : 0);
    if (lastPhrasing[id] === phrasingCount) return;
    lastPhrasing[id] = phrasingCount;
    feature.push(id);
    weight.push(value);
  };
  for (const [entryAt, entry] of entries.entries()) {
    for (const phrasing of entry.phrasings) {
      start.push(feature.length);
      phrasingCount += 1;
      const text = analyse(phrasing, language, toToken);
      if (text.diacritics === 'typed' && phrasingCount % stride === 0) model.learn(text.tokens);
      eachFeature(text.tokens, text.diacritics, numbers, language.synonyms, add);
      yield;
    }
    entryStart[entryAt + 1] = phrasingCount;
  }
  start.push(feature.length);
  const trimmed = feature.trimmed();
  yield;
  return {
    entryStart,
    start: start.trimmed(),
    feature: trimmed,
    weight: weight.trimmed(),
    accented: new Uint8Array(accentedFeatures),
    frequency: yield* countEach(trimmed, features.size),
    model,
  };
}
