import { fold, readable } from './parsing/fold.ts';
import type { Category, Indicator, Report } from './report.ts';

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
 * The report of the same person that the draft most likely repeats: of the last 72 hours, not withdrawn, with the same category
 * and an indicator in common, or told in nearly the same words. `own` newest first, as the case file gives them. Null when none.
 */
export function likelyDuplicate(draft: Draft, own: readonly Report[]): Report | null {
  return (
    own.find((report) => {
      const ageMs = draft.now.getTime() - report.createdAt.getTime();
      if (report.status === 'withdrawn' || ageMs < 0 || ageMs > SAME_MATTER_MS) return false;
      return sharesIndicator(draft, report) || isToldAlike(draft.what, whatOf(report));
    }) ?? null
  );
}

function sharesIndicator(draft: Draft, report: Report): boolean {
  if (draft.category !== report.category) return false;
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
