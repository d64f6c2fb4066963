import type { Content } from '../content.ts';
import { entriesOf, languageOf } from '../knowledge-base.ts';
import type { Calibration } from './calibration.ts';
import { fitLogistic } from './fit-logistic.ts';
import { samplesFrom } from './samples.ts';

const METHOD = [
  'Logistic regression on signals of a search (confidence.ts), fitted by `npm run knowledge -- fit`.',
  'Samples: every phrasing of every entry, with and without diacritics, searched in an index that never saw it (five folds),',
  'and phrasings of entries that an index has lost, as examples of what must not be answered. No question file is read.',
  'Thresholds are set by hand and checked with `npm run evaluate`.',
].join('\n');

/** New terms from the entries alone; the thresholds stay as they are. `today` is YYYY-MM-DD. Takes about ten seconds. */
export const fitCalibration = (content: Content, today: string): Calibration => ({
  method: METHOD,
  fittedAt: today,
  terms: fitLogistic(samplesFrom(entriesOf(content), languageOf(content))),
  thresholds: content.calibration.thresholds,
});
