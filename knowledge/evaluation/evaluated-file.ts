import type { Grade } from './grade.ts';

/** The name under which a file's questions without diacritics are kept. */
export const WITHOUT_DIACRITICS = 'without diacritics';

/** One question file with everything that was measured on it. */
export type EvaluatedFile = {
  name: string;
  grades: readonly Grade[];
  /** The same questions typed worse, by the name of what was done to them. */
  worse: ReadonlyMap<string, readonly Grade[]>;
  /** Nobody tunes on these questions: their misses are not listed. */
  keptApart: boolean;
};
