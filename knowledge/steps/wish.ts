import { INTENT_ROUTES } from '../decision.ts';
import type { IntentRoute } from '../decision.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { Retrieval } from './retrieve.ts';
import type { Destination } from './route.ts';
import type { Safety } from './safety.ts';

type WishByRule = Extract<Destination, { kind: 'intent' }>;

/** The likeliest wish, and how likely it is by what the examples say. */
const likeliestWish = ({ judged }: Safety): { route: IntentRoute; chance: number } | null => {
  if (judged === null) return null;
  const [likeliest] = INTENT_ROUTES.map((route) => ({ route, chance: judged.calm.get(route) ?? 0 })).sort(
    (one, other) => other.chance - one.chance,
  );
  return likeliest ?? null;
};

/**
 * The wish that the examples teach, where no plain words said one: more is asked for where the search is sure of an article,
 * because a message about reporting is more often a question than a report.
 */
export const findWish = (
  kb: KnowledgeBase,
  safety: Safety,
  { leader, foreign }: Retrieval,
): IntentRoute | null => {
  const wish = likeliestWish(safety);
  if (wish === null || leader === null || foreign) return null;
  const { likely, sure, otherLeader } = kb.calibration.thresholds.wish;
  const enough = leader.kind === 'article' && leader.probability >= otherLeader ? sure : likely;
  return wish.chance >= enough ? wish.route : null;
};

/**
 * Whether the examples find next to nothing of the wish that a rule has read, and the rule gives way: "có ai gọi cho mình không hay
 * tự lên hỏi" asks how long it takes, not for a person.
 */
export const isUnlikelyWish = (
  kb: KnowledgeBase,
  { judged }: Safety,
  { route, givesWay }: WishByRule,
): boolean => {
  const chance = judged?.calm.get(route);
  return givesWay !== 'never' && chance !== undefined && chance < kb.calibration.thresholds.wish.unlikely;
};

/** Another wish than plain words said, where the examples are sure of it and the words give way; null when there is none. */
export const surerWish = (
  kb: KnowledgeBase,
  safety: Safety,
  { givesWay }: Destination,
): IntentRoute | null => {
  const wish = likeliestWish(safety);
  const isSurer = givesWay !== 'never' && wish !== null && wish.chance >= kb.calibration.thresholds.wish.sure;
  return isSurer ? wish.route : null;
};

const refusalChance = ({ judged }: Safety): number => judged?.calm.get('refuse') ?? 0;

/** Whether the examples say that the message is to be declined. */
export const isToDecline = (kb: KnowledgeBase, safety: Safety): boolean =>
  refusalChance(safety) >= kb.calibration.thresholds.refusal;

/** Whether they do not rule it out. */
export const mayBeToDecline = (kb: KnowledgeBase, safety: Safety): boolean =>
  refusalChance(safety) >= kb.calibration.thresholds.refusalDoubt;

/** Whether the examples are sure that the words want nothing, and the search is not sure of an article. */
export const isSmallTalk = (kb: KnowledgeBase, { judged }: Safety, { leader }: Retrieval): boolean => {
  const { smallTalk, assert } = kb.calibration.thresholds;
  const isFound = leader?.kind === 'article' && leader.probability >= assert;
  return !isFound && (judged?.calm.get('small-talk') ?? 0) >= smallTalk;
};
