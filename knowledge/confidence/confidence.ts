import type { EntryKind } from '../index/entry.ts';
import type { SearchResult } from '../index/search.ts';
import type { CalibrationTerms } from './calibration.ts';

/** What speaks for and against the first hit being what was meant. */
export type Signals = Omit<CalibrationTerms, 'bias'>;

const LEAD_LIMIT = 1.5;

/** Signals of the first hit; null when nothing was found. */
export const signalsOf = (result: SearchResult, leaderKind: EntryKind): Signals | null => {
  const [first, second] = result.hits;
  if (!first) return null;
  const words = Math.max(1, result.wordCount);
  return {
    nearest: first.nearest,
    nearestLead: first.nearest - Math.max(...result.hits.slice(1, 6).map((hit) => hit.nearest), 0),
    lead: Math.min(LEAD_LIMIT, second ? first.evidence / second.evidence - 1 : LEAD_LIMIT),
    density: first.evidence / Math.max(result.length, 0.001),
    known: result.known,
    unknownShare: result.unknownWords / words,
    logWords: Math.log(words),
    boundary: leaderKind === 'article' ? 0 : 1,
  };
};

export const SIGNAL_NAMES = [
  'nearest',
  'nearestLead',
  'lead',
  'density',
  'known',
  'unknownShare',
  'logWords',
  'boundary',
] as const satisfies readonly (keyof Signals)[];

/** Probability, 0 to 1, that the first hit is what was meant. */
export const probabilityOf = (signals: Signals, terms: CalibrationTerms): number => {
  const sum = SIGNAL_NAMES.reduce((total, name) => total + terms[name] * signals[name], terms.bias);
  return 1 / (1 + Math.exp(-sum));
};
