import type { Article } from './article.ts';
import type { Boundary } from './boundaries.ts';
import type { Calibration } from './confidence/calibration.ts';
import type { Facts } from './facts.ts';
import type { LanguageTables } from './language/language.ts';
import type { IntentPhrasings } from './routing/intents.ts';
import type { WordClasses } from './routing/phrases.ts';
import type { RuleFile } from './routing/rules.ts';
import type { PurposeWeights } from './purpose/purpose-weights.ts';

/** A topic that must have an article: one line of topics.tsv. */
export type Topic = { slug: string; group: string; title: string };

/** Everything that staff and writers keep in files; articles may come from the database instead. */
export type Content = {
  topics: readonly Topic[];
  articles: readonly Article[];
  facts: Facts;
  outOfScope: readonly Boundary[];
  refusals: readonly Boundary[];
  language: LanguageTables;
  /** Rules that decide before any search, and how residents voice their wishes. */
  routing: {
    classes: WordClasses;
    safety: RuleFile;
    tones: RuleFile;
    misuse: RuleFile;
    wishes: RuleFile;
    intents: readonly IntentPhrasings[];
  };
  calibration: Calibration;
  purpose: PurposeWeights;
};
