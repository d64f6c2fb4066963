import type { Candidate } from '../decision.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { LIFE_AT_STAKE } from '../purpose/life-at-stake.ts';
import type { Judged } from '../purpose/judge-purpose.ts';
import { isOverruled } from './overrule.ts';
import type { Retrieval } from './retrieve.ts';
import type { Destination } from './route.ts';
import type { Safety } from './safety.ts';

/** An urgent card to show, and why. */
export type Alarm = { slug: string; reason: string };

/** How much an urgent article that the search did not find among the likeliest still counts. */
const NOT_FOUND = 0.1;

/** The urgent article that both the examples and the search speak for; null when none is published. */
const likeliestKind = (kb: KnowledgeBase, { urgentKinds }: Judged, { shares }: Retrieval): string | null => {
  let likeliest: { slug: string; chance: number } | null = null;
  for (const [slug, probability] of urgentKinds) {
    const chance = probability * (NOT_FOUND + (shares.get(slug) ?? 0));
    if (kb.articles.has(slug) && chance > (likeliest?.chance ?? 0)) likeliest = { slug, chance };
  }
  return likeliest?.slug ?? null;
};

/**
 * A rule's card, or that of another urgent matter which the examples are sure of; none where the examples find all words
 * together calm ("gửi tin mà lạc mất cái mã rồi" asks for a report, not for the bank).
 */
const alarmByRule = (kb: KnowledgeBase, { urgent, judged }: Safety, retrieval: Retrieval): Alarm | null => {
  if (urgent === null) return null;
  const alarm = { slug: urgent.slug, reason: `rule ${urgent.rule}` };
  if (urgent.givesWay === 'never') return alarm;
  const { calm, sure } = kb.calibration.thresholds.urgency;
  if (judged !== null && judged.urgent < calm) return null;
  if (isOverruled(kb, urgent.givesWay, urgent.slug, retrieval)) return null;
  if (judged?.urgentKinds.has(urgent.slug) !== true) return alarm;
  const other = [...judged.urgentKinds].find(
    ([slug, probability]) => probability >= sure && kb.articles.has(slug),
  );
  return other ? { ...alarm, slug: other[0] } : alarm;
};

/** What examples teach: more is asked for where the search is sure of something else, or the words ask to be prepared. */
const alarmByExamples = (
  kb: KnowledgeBase,
  { judged, tones, isBrief }: Safety,
  retrieval: Retrieval,
): Alarm | null => {
  const { leader, foreign } = retrieval;
  if (judged === null || leader === null || foreign || isBrief) return null;
  const { likely, sure, prepared, otherLeader } = kb.calibration.thresholds.urgency;
  const elsewhere = kb.article(leader.id)?.group === 'sos' ? 0 : leader.probability;
  const enough = elsewhere >= otherLeader ? sure : likely;
  if (judged.urgent < (tones.has('calm') ? prepared : enough)) return null;
  const slug = likeliestKind(kb, judged, retrieval);
  return slug === null ? null : { slug, reason: 'sounds like urgent messages' };
};

/**
 * The card that the words call for before anything else is looked at; null when they do not. A rule is heard beside
 * a wish as well; the examples are not where a wish was said outright, whose dialog helps first where that is due, and not where a
 * request is declined: how to lure a child is no cry for help.
 */
export const findAlarm = (
  kb: KnowledgeBase,
  safety: Safety,
  destination: Destination | null,
  retrieval: Retrieval,
): Alarm | null =>
  alarmByRule(kb, safety, retrieval) ??
  (destination === null ? alarmByExamples(kb, safety, retrieval) : null);

/**
 * Whether an urgent article that the search has found is likely enough to show: no less than another that is said, where examples do
 * not find the words urgent, and where the card would make a form wait, for "con tôi 12 tuổi" is an answer there. Where
 * examples are not heard, less is asked, and least where the words say that something has happened.
 */
export const isUrgent = (
  kb: KnowledgeBase,
  { judged, tones }: Safety,
  { foreign }: Retrieval,
  { slug, score }: Candidate,
): boolean => {
  if (kb.article(slug)?.group !== 'sos' || tones.has('calm') || foreign) return false;
  const { urgent, pressing, assert } = kb.calibration.thresholds;
  if (judged !== null || LIFE_AT_STAKE.has(slug)) return score >= assert;
  return score >= (tones.has('pressing') ? pressing : urgent);
};
