import { SHORT_ANSWER_MAX_CHARS } from '../article.ts';
import type { Article } from '../article.ts';
import type { Content } from '../content.ts';
import type { Facts } from '../facts.ts';
import { analyse } from '../language/analyse.ts';
import type { Language } from '../language/language.ts';
import { tokenize } from '../language/tokens.ts';
import { cleanText } from '../language/clean-text.ts';
import { fillFacts } from '../render-article.ts';
import { finding } from './finding.ts';
import type { Finding } from './finding.ts';

/** Fewest phrasings typed without diacritics or in another spelling than the dictionary's. */
const COLLOQUIAL_MIN = 2;

const where = (article: Article, part: string): string => `${article.slug}: ${part}`;

/** The filled text, or null with a finding. */
const tryFill = (text: string, facts: Facts, place: string, findings: Finding[]): string | null => {
  try {
    return fillFacts(text, facts);
  } catch (error) {
    findings.push(finding(place, error instanceof Error ? error.message : String(error)));
    return null;
  }
};

const checkTexts = (article: Article, facts: Facts): Finding[] => {
  const findings: Finding[] = [];
  const short = tryFill(article.shortAnswer, facts, where(article, 'shortAnswer'), findings);
  if (short !== null && short.length > SHORT_ANSWER_MAX_CHARS)
    findings.push(
      finding(where(article, 'shortAnswer'), `${short.length} characters, at most ${SHORT_ANSWER_MAX_CHARS}`),
    );
  for (const text of [...article.steps, ...article.signs, article.trick ?? ''])
    tryFill(text, facts, where(article, 'text'), findings);
  return findings;
};

const REFERENCES = /\{\{[^}]*\}\}/g;

const EDGE_BEFORE = /[\s(“"]$/;
const EDGE_AFTER = /^[\s),.;:”"!?]/;

const stand = (before: string, after: string | undefined): boolean =>
  after !== undefined && EDGE_BEFORE.test(before) && EDGE_AFTER.test(after);

/** Numbers and addresses of the fact tables written out: they would not follow a correction there. */
const checkLiterals = (article: Article, facts: Facts): Finding[] => {
  const numbers = [...facts.hotlines, ...facts.banks].map(({ number }) => number);
  const literals = [...numbers, ...facts.sites.map(({ address }) => address)];
  return [article.shortAnswer, ...article.steps, ...article.signs, article.trick ?? ''].flatMap((text) => {
    const plain = ` ${text.replace(REFERENCES, ' ')} `;
    return literals
      .filter((literal) => plain.split(literal).some((before, at, parts) => stand(before, parts[at + 1])))
      .map((literal) =>
        finding(where(article, 'text'), `"${literal}" is written out instead of named as a fact`),
      );
  });
};

const checkLaws = (article: Article, facts: Facts, today: string): Finding[] =>
  article.legalBasis.flatMap(({ law }) => {
    const row = facts.laws.find(({ id }) => id === law);
    const place = where(article, `legalBasis ${law}`);
    if (!row) return [finding(place, 'there is no such law')];
    if (row.validTo !== null && row.validTo < today)
      return [finding(place, `no longer in force since ${row.validTo}`)];
    return row.validFrom > today ? [finding(place, `not yet in force before ${row.validFrom}`)] : [];
  });

const checkReferences = (article: Article, content: Content): Finding[] => {
  const bySlug = new Map(content.articles.map((other) => [other.slug, other]));
  const related = article.related
    .filter((slug) => !bySlug.has(slug) || slug === article.slug)
    .map((slug) => finding(where(article, `related ${slug}`), 'there is no such other article'));
  const actions = article.nextActions.flatMap((action) => {
    const place = where(article, `nextActions ${action.kind}`);
    if (action.kind === 'sos' && bySlug.get(action.slug)?.group !== 'sos')
      return [finding(place, `${action.slug} is no urgent article`)];
    if (action.kind !== 'call') return [];
    const hotline = content.facts.hotlines.find(({ id }) => id === action.hotline);
    if (!hotline) return [finding(place, `there is no hotline ${action.hotline}`)];
    return hotline.confidence === 'C' ? [finding(place, `hotline ${action.hotline} is unconfirmed`)] : [];
  });
  return [...related, ...actions];
};

const checkReview = (article: Article, today: string): Finding[] => [
  ...(article.reviewBy < today
    ? [finding(where(article, 'reviewBy'), `review was due on ${article.reviewBy}`)]
    : []),
  ...(article.reviewedAt > article.reviewBy
    ? [finding(where(article, 'reviewBy'), 'lies before the last review')]
    : []),
];

const isColloquial = (phrasing: string, language: Language): boolean => {
  const text = analyse(phrasing, language);
  const typed = tokenize(cleanText(phrasing)).map((token) => token.word);
  return text.diacritics === 'none' || typed.join(' ') !== text.tokens.map((token) => token.word).join(' ');
};

const checkPhrasings = (article: Article, language: Language): Finding[] => {
  const colloquial = article.phrasings.filter((phrasing) => isColloquial(phrasing, language)).length;
  return colloquial >= COLLOQUIAL_MIN
    ? []
    : [finding(where(article, 'phrasings'), `only ${colloquial} without diacritics or colloquial`)];
};

const checkTopics = (content: Content): Finding[] => {
  const bySlug = new Map(content.articles.map((article) => [article.slug, article]));
  const topics = new Set(content.topics.map(({ slug }) => slug));
  const missing = content.topics.flatMap(({ slug, group }) => {
    const article = bySlug.get(slug);
    if (!article) return [finding(slug, 'the topic has no article')];
    return article.group === group
      ? []
      : [finding(slug, `group is ${article.group}, topics.tsv says ${group}`)];
  });
  const strays = content.articles
    .filter(({ slug }) => !topics.has(slug))
    .map(({ slug }) => finding(slug, 'topics.tsv does not know this article'));
  return [...missing, ...strays];
};

/** Everything about single articles that an editor has to put right. `today` as YYYY-MM-DD. */
export const checkArticles = (content: Content, language: Language, today: string): Finding[] => [
  ...checkTopics(content),
  ...content.articles.flatMap((article) => [
    ...checkTexts(article, content.facts),
    ...checkLiterals(article, content.facts),
    ...checkLaws(article, content.facts, today),
    ...checkReferences(article, content),
    ...checkReview(article, today),
    ...checkPhrasings(article, language),
  ]),
];
