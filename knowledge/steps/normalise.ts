import { readText } from '../index/read-text.ts';
import { wordsAsMeant } from '../index/repair-text.ts';
import type { Readings } from '../index/repair-text.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { takeAmounts } from '../language/amounts.ts';
import { analyse } from '../language/analyse.ts';
import type { AnalysedText } from '../language/analyse.ts';
import { guessDiacritics } from '../language/diacritics.ts';
import type { Token } from '../language/tokens.ts';
import { markAges } from '../routing/rule-text.ts';
import { firstRule } from '../routing/rules.ts';
import type { Rule } from '../routing/rules.ts';

/** A message as the later steps see it. */
export type ReadMessage = {
  text: AnalysedText;
  readings: Readings;
  /** The words that rules look at: mistyped ones as meant, ages of children marked. */
  words: readonly Token[];
  /** The same with every slip mended by its neighbours; null when nothing looks like a slip. */
  mended: readonly Token[] | null;
};

/** The first rule that fires for the words as typed, or else as mended; null when none does. */
export const ruleFor = (rules: readonly Rule[], { words, mended }: ReadMessage): Rule | null =>
  firstRule(rules, words) ?? (mended && firstRule(rules, mended));

/** Reads the message: spelling, abbreviations, dialect, sums of money, slips of the finger. */
export const normalise = (kb: KnowledgeBase, message: string): ReadMessage => {
  const { text, readings, mended } = readText(analyse(message, kb.language), kb.index);
  const meant = wordsAsMeant(text, readings, kb.index);
  return {
    text,
    readings,
    words: markAges(guessDiacritics(meant, kb.index.model)),
    mended: mended && markAges(takeAmounts(mended)),
  };
};
