import { createHash } from 'node:crypto';
import type { Article } from './article.ts';
import type { Boundary } from './boundaries.ts';
import type { Calibration } from './confidence/calibration.ts';
import type { Content } from './content.ts';
import type { Facts } from './facts.ts';
import { indexEntries } from './index/entry-index.ts';
import type { Entry } from './index/entry.ts';
import type { EntryIndex } from './index/entry-index.ts';
import { runAtOnce, runInSlices } from './index/slices.ts';
import { analyse } from './language/analyse.ts';
import type { AnalysedText } from './language/analyse.ts';
import { compileLanguage } from './language/language.ts';
import type { Language } from './language/language.ts';
import { learnFromTexts } from './learn-from-texts.ts';
import type { PurposeWeights } from './purpose/purpose-weights.ts';
import { compileRules } from './routing/rules.ts';
import type { Rule, RuleFile } from './routing/rules.ts';

/** Everything that answers are made from, at one moment; replaced as a whole when something is published. */
export type KnowledgeBase = {
  /** Twelve hexadecimal signs; differs whenever anything in it differs. */
  version: string;
  articles: ReadonlyMap<string, Article>;
  /** The article, or null when none is published under that slug. */
  article: (slug: string) => Article | null;
  facts: Facts;
  outOfScope: ReadonlyMap<string, Boundary>;
  refusals: ReadonlyMap<string, Boundary>;
  language: Language;
  rules: {
    safety: readonly Rule[];
    tones: readonly Rule[];
    misuse: readonly Rule[];
    wishes: readonly Rule[];
  };
  calibration: Calibration;
  purpose: PurposeWeights;
  index: EntryIndex;
  /** Wishes word for word, without diacritics: "trinh bao" → report. */
  wishesAsSaid: ReadonlyMap<string, string>;
};

const VERSION_CHARS = 12;

/** Fed piece by piece, so that no single step takes long. */
function* versionOf(content: Content): Generator<void, string> {
  const hash = createHash('sha256');
  const { articles, purpose, ...rest } = content;
  const { rows, starts, purposes, weights, ...learned } = purpose;
  hash
    .update([...rows.keys()].join('\n'))
    .update(starts)
    .update(purposes)
    .update(weights);
  yield;
  for (const part of [learned, ...Object.values(rest), ...articles]) {
    hash.update(JSON.stringify(part));
    yield;
  }
  return hash.digest('hex').slice(0, VERSION_CHARS);
}

/** Banks by all their names mean "a bank" to the index. */
const withBankNames = (content: Content): Content['language'] => {
  const names = content.facts.banks.flatMap((bank) => [bank.name, ...bank.aliases]);
  const known = content.language.synonyms['ngân hàng'] ?? [];
  return {
    ...content.language,
    synonyms: { ...content.language.synonyms, 'ngân hàng': [...new Set([...known, ...names])] },
  };
};

/** Everything that can be asked for, as the index takes it. */
export const entriesOf = (content: Content): Entry[] => [
  ...content.articles.map(({ slug, phrasings }): Entry => ({ id: slug, kind: 'article', phrasings })),
  ...content.routing.intents.map(({ route, phrasings }): Entry => ({ id: route, kind: 'intent', phrasings })),
  ...content.outOfScope.map(({ id, phrasings }): Entry => ({ id, kind: 'out_of_scope', phrasings })),
  ...content.refusals.map(({ id, phrasings }): Entry => ({ id, kind: 'refusal', phrasings })),
];

/** The word lists made ready, bank names among them. */
export const languageOf = (content: Content): Language => compileLanguage(withBankNames(content));

/** The words of a message without diacritics, for a comparison of the whole. */
export const asSaid = ({ tokens }: Pick<AnalysedText, 'tokens'>): string =>
  tokens.map(({ folded }) => folded).join(' ');

function* build(content: Content): Generator<void, KnowledgeBase> {
  const version = yield* versionOf(content);
  const language = languageOf(content);
  yield;
  const articles = new Map(content.articles.map((article) => [article.slug, article]));
  const { classes, safety, tones, misuse, wishes } = content.routing;
  const index = yield* indexEntries(entriesOf(content), language);
  yield* learnFromTexts(content, language, index.model);
  const compiled = (file: RuleFile): Rule[] => compileRules(file, classes, language.respellings);
  return {
    version,
    articles,
    article: (slug) => articles.get(slug) ?? null,
    facts: content.facts,
    outOfScope: new Map(content.outOfScope.map((entry) => [entry.id, entry])),
    refusals: new Map(content.refusals.map((entry) => [entry.id, entry])),
    language,
    rules: {
      safety: compiled(safety),
      tones: compiled(tones),
      misuse: compiled(misuse),
      wishes: compiled(wishes),
    },
    calibration: content.calibration,
    purpose: content.purpose,
    wishesAsSaid: new Map(
      content.routing.intents.flatMap(({ route, phrasings }) =>
        phrasings.map((phrasing) => [asSaid(analyse(phrasing, language)), route] as const),
      ),
    ),
    index,
  };
}

/** Builds in slices of a few milliseconds, so that turns go on meanwhile. @throws UnknownClassError for a broken rule file */
export const buildKnowledgeBase = (content: Content): Promise<KnowledgeBase> => runInSlices(build(content));

/** The same in one go, for commands and tests. @throws UnknownClassError */
export const buildKnowledgeBaseNow = (content: Content): KnowledgeBase => runAtOnce(build(content));
