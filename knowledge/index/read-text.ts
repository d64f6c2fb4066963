import type { AnalysedText } from '../language/analyse.ts';
import { restoreDiacritics } from '../language/diacritics.ts';
import { mendSlips } from '../language/mend-slips.ts';
import type { Token } from '../language/tokens.ts';
import type { EntryIndex } from './entry-index.ts';
import { repairText } from './repair-text.ts';
import type { Readings } from './repair-text.ts';

/** A text as the search takes it. */
export type ReadText = {
  /** With the diacritics that it was typed with, or else likely stands for. */
  text: AnalysedText;
  readings: Readings;
  /** Its words with every slip mended by its neighbours; null when nothing looks like a slip. */
  mended: readonly Token[] | null;
};

/** What a text likely says, by the words that the index knows. */
export const readText = (text: AnalysedText, index: EntryIndex): ReadText => {
  const mended = mendSlips(text.tokens, index.model);
  return { text: restoreDiacritics(text, index.model), readings: repairText(text, mended, index), mended };
};
