import { withoutDiacritics } from '../evaluation/noise.ts';
import { indexEntries } from '../index/entry-index.ts';
import type { Entry } from '../index/entry.ts';
import type { EntryIndex } from '../index/entry-index.ts';
import { readText } from '../index/read-text.ts';
import { search } from '../index/search.ts';
import { runAtOnce } from '../index/slices.ts';
import { analyse } from '../language/analyse.ts';
import type { Language } from '../language/language.ts';
import { signalsOf } from './confidence.ts';
import type { Sample } from './fit-logistic.ts';

/** A sample with what was asked and what was found, for choosing thresholds. */
export type KnownSample = Sample & { asked: string; found: string; kind: Entry['kind'] };

const FOLDS = 5;
/** A held-out phrasing is harder than what residents send, most of which is nearer to some phrasing. */
const HELD_OUT_WEIGHT = 1;
/** How often a message is about something that no entry covers, beside one held-out phrasing. */
const UNCOVERED_WEIGHT = 0.25;

const sampleOf = (
  index: EntryIndex,
  language: Language,
  phrasing: string,
  asked: string,
  weight: number,
): KnownSample[] => {
  const { text, readings } = readText(analyse(phrasing, language), index);
  const result = search(index, text, readings);
  const found = index.entries[result.hits[0]?.entry ?? -1];
  const signals = found && signalsOf(result, found.kind);
  return signals
    ? [{ signals, right: found.id === asked, weight, asked, found: found.id, kind: found.kind }]
    : [];
};

/** Each phrasing, as it stands and without diacritics, searched in an index that never saw it. */
const heldOut = (entries: readonly Entry[], language: Language, fold5: number): KnownSample[] => {
  const kept = entries.map((entry) => ({
    ...entry,
    phrasings: entry.phrasings.filter((_, at) => at % FOLDS !== fold5),
  }));
  const index = runAtOnce(indexEntries(kept, language));
  return entries.flatMap(({ id, phrasings }) =>
    phrasings
      .filter((_, at) => at % FOLDS === fold5)
      .flatMap((phrasing) =>
        [phrasing, withoutDiacritics(phrasing)].flatMap((text) =>
          sampleOf(index, language, text, id, HELD_OUT_WEIGHT / 2),
        ),
      ),
  );
};

/** Phrasings of entries that an index has lost: whatever it finds is wrong. */
const uncovered = (entries: readonly Entry[], language: Language, fold5: number): KnownSample[] => {
  const lost = entries.filter((entry, at) => entry.kind !== 'intent' && at % FOLDS === fold5);
  const kept = entries.filter((entry) => !lost.includes(entry));
  const index = runAtOnce(indexEntries(kept, language));
  return lost.flatMap(({ id, phrasings }) =>
    phrasings.flatMap((phrasing) => sampleOf(index, language, phrasing, id, UNCOVERED_WEIGHT)),
  );
};

/**
 * Searches with known outcome, made from the entries alone: every phrasing searched without itself, and every entry's
 * phrasings searched without the entry. No question file is read.
 */
export const samplesFrom = (entries: readonly Entry[], language: Language): KnownSample[] =>
  Array.from({ length: FOLDS }, (_, at) => [
    ...heldOut(entries, language, at),
    ...uncovered(entries, language, at),
  ]).flat();
