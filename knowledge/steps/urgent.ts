import type { Candidate } from '../decision.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { LIFE_AT_STAKE } from '../purpose/life-at-stake.ts';
import type { Judged } from '../purpose/purpose-model.ts';
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
 * A rule's card, or that of another urgent matter which the examples are sure of. There is none where the examples find the
 * words calm and they say a wish outright ("gửi tin mà lạc mất cái mã rồi" asks for a report, not for the bank) or ask to be
 * prepared.
 */
const alarmByRule = (
  kb: KnowledgeBase,
  { urgent, judged, setting, tones }: Safety,
  destination: Destination | null,
  retrieval: Retrieval,
): Alarm | null => {
  if (urgent === null) return null;
  const alarm = { slug: urgent.slug, reason: `rule ${urgent.rule}` };
  if (urgent.givesWay === 'never') return alarm;
  const mayBeCalm = destination?.kind === 'intent' || tones.has('calm');
  if (mayBeCalm && judged.urgent < kb.calibration.thresholds.urgency.calm) return null;
  if (isOverruled(kb, urgent.givesWay, urgent.slug, retrieval)) return null;
  if (setting === 'amid' || !judged.urgentKinds.has(urgent.slug)) return alarm;
  const { sure } = kb.calibration.thresholds.urgency;
  const other = [...judged.urgentKinds].find(
    ([slug, probability]) => probability >= sure && kb.articles.has(slug),
  );
  return other ? { ...alarm, slug: other[0] } : alarm;
};

/**
 * What examples teach: more is asked for where the search is sure of something else, and nothing helps where it is certain.
 * In the middle of a form it is heard only where a life may be at stake.
 */
const alarmByExamples = (
  kb: KnowledgeBase,
  { judged, tones, setting }: Safety,
  retrieval: Retrieval,
): Alarm | null => {
  const { leader, foreign } = retrieval;
  if (leader === null || foreign || tones.has('calm')) return null;
  const { likely, sure, amid, otherLeader, certainLeader } = kb.calibration.thresholds.urgency;
  const elsewhere = kb.article(leader.id)?.group === 'sos' ? 0 : leader.probability;
  const enoughFreely = elsewhere >= otherLeader ? sure : likely;
  const enough = setting === 'amid' ? amid : enoughFreely;
  if (elsewhere >= certainLeader || judged.urgent < enough) return null;
  const slug = likeliestKind(kb, judged, retrieval);
  return slug === null || (setting === 'amid' && !LIFE_AT_STAKE.has(slug))
    ? null
    : { slug, reason: 'sounds like urgent messages' };
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
  alarmByRule(kb, safety, destination, retrieval) ??
  (destination === null ? alarmByExamples(kb, safety, retrieval) : null);

/** Whether the words together are too calm for an urgent article that only the search has found. */
const isCalm = (kb: KnowledgeBase, { judged, tones, setting }: Safety): boolean =>
  tones.has('calm') || (setting === 'free' && judged.urgent < kb.calibration.thresholds.urgency.calm);

/**
 * Whether an urgent article is likely enough to show: less is asked where the words say that something has happened, as much
 * as for any article where the card would make a form wait, for "con tôi 12 tuổi" is an answer there.
 */
export const isUrgent = (
  kb: KnowledgeBase,
  safety: Safety,
  { foreign }: Retrieval,
  { slug, score }: Candidate,
): boolean => {
  const { urgent, pressing, assert } = kb.calibration.thresholds;
  const enoughFreely = safety.tones.has('pressing') ? pressing : urgent;
  const enough = safety.setting === 'amid' && LIFE_AT_STAKE.has(slug) ? assert : enoughFreely;
  return kb.article(slug)?.group === 'sos' && !isCalm(kb, safety) && !foreign && score >= enough;
};

/** Whether an urgent article that is nearly as likely as the best one is shown all the same: something has happened. */
export const isBeside = (
  kb: KnowledgeBase,
  safety: Safety,
  retrieval: Retrieval,
  best: Candidate,
  candidate: Candidate,
): boolean =>
  safety.tones.has('pressing') &&
  candidate.score >= best.score * kb.calibration.thresholds.beside &&
  isUrgent(kb, safety, retrieval, candidate);
