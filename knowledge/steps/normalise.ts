import { repairText, wordsAsMeant } from '../index/repair-text.ts';
import type { Readings } from '../index/repair-text.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { analyse } from '../language/analyse.ts';
import type { AnalysedText } from '../language/analyse.ts';
import type { Token } from '../language/tokens.ts';
import { markAges } from '../routing/rule-text.ts';

/** A message as the later steps see it. */
export type ReadMessage = {
  text: AnalysedText;
  readings: Readings;
  /** The words that rules look at: mistyped ones as meant, ages of children marked. */
  words: readonly Token[];
};

/** Reads the message: spelling, abbreviations, dialect, sums of money, slips of the finger. */
export const normalise = (kb: KnowledgeBase, message: string): ReadMessage => {
  const text = analyse(message, kb.language);
  const readings = repairText(text, kb.index);
  return {
    text,
    readings,
    words: markAges(kb.index.diacritics.guess(wordsAsMeant(text, readings, kb.index))),
  };
};
