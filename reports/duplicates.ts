import { fold, readable } from './parsing/fold.ts';
import type { Category, Indicator, Report } from './report.ts';
import { FINISHED_STATUSES } from './status-rules.ts';

const SAME_MATTER_MS = 72 * 3_600_000;
const SIMILAR_FROM = 0.6;

/** Shorter accounts are alike by chance. */
const FEWEST_WORDS = 6;

/** What is about to be sent. */
export interface Draft {
  readonly category: Category;
  readonly indicators: readonly Indicator[];
  /** What happened, in the resident's words. */
  readonly what: string;
  readonly now: Date;
}

/**
 * The report of the same person that the draft most likely repeats: not finished, of the same category with an indicator in
 * common or sent in the last 72 hours, or told in nearly the same words within them. `own` newest first, as the case file gives
 * them. Null when none. Only asked about: the resident decides whether it is the same matter.
 */
export function likelyDuplicate(draft: Draft, own: readonly Report[]): Report | null {
  return (
    own.find((report) => {
      if (FINISHED_STATUSES.includes(report.status)) return false;
      const isRecent = draft.now.getTime() - report.createdAt.getTime() <= SAME_MATTER_MS;
      const isSameKind = draft.category === report.category;
      if (isSameKind && (isRecent || sharesIndicator(draft, report))) return true;
      return isRecent && isToldAlike(draft.what, whatOf(report));
    }) ?? null
  );
}

function sharesIndicator(draft: Draft, report: Report): boolean {
  return draft.indicators.some(({ kind, value }) =>
    report.indicators.some((other) => other.kind === kind && other.value === value),
  );
}

function whatOf(report: Report): string {
  return report.answers.find(({ question }) => question === 'what')?.text ?? '';
}

/** Share of neighbouring word pairs that both have, from 0 to 1; the order and small changes hardly matter. */
function isToldAlike(one: string, other: string): boolean {
  const [pairs, otherPairs] = [wordPairs(one), wordPairs(other)];
  if (pairs.size < FEWEST_WORDS - 1 || otherPairs.size < FEWEST_WORDS - 1) return false;
  const common = [...pairs].filter((pair) => otherPairs.has(pair)).length;
  return common / (pairs.size + otherPairs.size - common) >= SIMILAR_FROM;
}

function wordPairs(text: string): Set<string> {
  const words = fold(readable(text)).match(/[\p{L}\p{N}]+/gu) ?? [];
  return new Set(words.slice(1).map((word, index) => `${words[index] ?? ''} ${word}`));
}
