import type { KnowledgeBase } from '../knowledge-base.ts';
import type { Yielding } from '../routing/rules.ts';
import type { Retrieval } from './retrieve.ts';

type Contest = KnowledgeBase['calibration']['thresholds']['overrule']['seldom'];

const isWon = (contest: Contest, probability: number, share: number): boolean =>
  contest.some((least) => probability >= least.probability && share <= least.share);

/**
 * Whether the search overrules a rule that leads to `target`: it is sure of another article, and hardly anything in the
 * message speaks for the target.
 */
export const isOverruled = (
  kb: KnowledgeBase,
  givesWay: Yielding,
  target: string,
  { leader, shares }: Retrieval,
): boolean => {
  if (givesWay === 'never' || leader?.kind !== 'article' || leader.id === target) return false;
  const { overrule } = kb.calibration.thresholds;
  return isWon(overrule[givesWay], leader.probability, shares.get(target) ?? 0);
};

/** The same for a rule that declines: every refusal that the search found speaks for it. */
export const isRefusalOverruled = (kb: KnowledgeBase, { leader, shares }: Retrieval): boolean => {
  if (leader?.kind !== 'article') return false;
  const nearest = Math.max(0, ...[...kb.refusals.keys()].map((id) => shares.get(id) ?? 0));
  return isWon(kb.calibration.thresholds.overrule.refusal, leader.probability, nearest);
};
