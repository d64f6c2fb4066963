import type { Grade } from './grade.ts';

/** A share with its 95 % Wilson interval; `share`, `low` and `high` are 0 to 1, and 0 when there is nothing to count. */
export type Share = { right: number; of: number; share: number; low: number; high: number };

const Z = 1.96;

export const shareOf = (right: number, of: number): Share => {
  if (of === 0) return { right, of, share: 0, low: 0, high: 0 };
  const share = right / of;
  const square = Z * Z;
  const middle = (share + square / (2 * of)) / (1 + square / of);
  const half = (Z * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of))) / (1 + square / of);
  return { right, of, share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
};

/** What a set of questions shows. */
export type Summary = {
  questions: number;
  topOne: Share;
  inTopThree: Share;
  /** Mean of one over the rank of the first right article, 0 to 1. */
  meanReciprocalRank: number;
  /** Of what was asserted about articles and wishes, the share that was right. */
  precision: Share;
  /** Of the questions with an article, the share answered outright. */
  coverage: Share;
  routes: Share;
  urgent: Share;
  falseOutOfScope: Share;
  falseAttacks: Share;
};

const count = <T>(items: readonly T[], wanted: (item: T) => boolean): number => items.filter(wanted).length;

export const summarise = (grades: readonly Grade[]): Summary => {
  const of = (kind: string): Grade[] => grades.filter((item) => item.question.kind === kind);
  const articles = of('article');
  const asserted = grades.filter(
    (item) => item.asserted && (item.question.kind === 'article' || item.question.kind === 'intent'),
  );
  const urgent = grades.filter((item) => item.urgentFound !== null);
  const reciprocal = articles.reduce((total, item) => total + (item.rank === null ? 0 : 1 / item.rank), 0);
  return {
    questions: grades.length,
    topOne: shareOf(
      count(articles, (item) => item.rank === 1),
      articles.length,
    ),
    inTopThree: shareOf(
      count(articles, (item) => item.rank !== null && item.rank <= 3),
      articles.length,
    ),
    meanReciprocalRank: articles.length === 0 ? 0 : reciprocal / articles.length,
    precision: shareOf(
      count(asserted, (item) => item.assertedRightly),
      asserted.length,
    ),
    coverage: shareOf(
      count(articles, (item) => item.asserted),
      articles.length,
    ),
    routes: shareOf(
      count(grades, (item) => item.routedRightly),
      grades.length,
    ),
    urgent: shareOf(
      count(urgent, (item) => item.urgentFound === true),
      urgent.length,
    ),
    falseOutOfScope: shareOf(
      count(of('out_of_scope'), (item) => item.asserted),
      of('out_of_scope').length,
    ),
    falseAttacks: shareOf(
      count(of('attack'), (item) => item.asserted),
      of('attack').length,
    ),
  };
};

/** Summaries by style, and one for all under `all`, which comes last. */
export const summariseByStyle = (grades: readonly Grade[]): ReadonlyMap<string, Summary> => {
  const styles = [...new Set(grades.map((item) => item.question.style))].sort();
  const byStyle = styles.map((style): [string, Summary] => [
    style,
    summarise(grades.filter((item) => item.question.style === style)),
  ]);
  return new Map([...byStyle, ['all', summarise(grades)]]);
};
