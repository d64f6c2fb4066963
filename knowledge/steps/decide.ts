import type { Candidate, Route } from '../decision.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { Retrieval } from './retrieve.ts';
import { isOverruled, isRefusalOverruled } from './overrule.ts';
import { intentOf } from './route.ts';
import type { Destination } from './route.ts';
import type { Safety } from './safety.ts';
import { findWish, isSmallTalk, isUnlikelyWish, isToDecline, mayBeToDecline, surerWish } from './wish.ts';
import { findAlarm, isUrgent } from './urgent.ts';

/** What to do, before it is put into words. `boundary` is the entry whose text is said. */
export type Verdict = {
  route: Route;
  slug: string | null;
  boundary: string | null;
  reason: string;
  isSmallTalk?: true;
};

const verdict = (route: Route, reason: string, slug: string | null = null): Verdict => ({
  route,
  slug,
  boundary: null,
  reason,
});

/** What keeps an article from being said however likely it is; null when nothing does. */
const doubtAbout = (
  kb: KnowledgeBase,
  slug: string,
  { refusalNear, foreign }: Retrieval,
  safety: Safety,
): string | null => {
  if (refusalNear || mayBeToDecline(kb, safety)) return 'a request to decline is near';
  if (foreign) return 'too many words of another language';
  return kb.article(slug)?.group === 'lua-dao' && !safety.tones.has('scam')
    ? 'nothing says that it is about a scam'
    : null;
};

/** Said where both witnesses are sure enough of it; offered where the search alone has found something near. */
const decideOnArticle = (
  kb: KnowledgeBase,
  retrieval: Retrieval,
  { slug, score }: Candidate,
  safety: Safety,
): Verdict => {
  const { assert, suggest } = kb.calibration.thresholds;
  const doubt = doubtAbout(kb, slug, retrieval, safety);
  if (score >= assert && doubt === null) return verdict('answer', 'sure enough to say it', slug);
  const [nearest] = retrieval.found;
  return nearest !== undefined && nearest.score >= suggest
    ? verdict('suggest', doubt ?? 'not sure enough to say it')
    : verdict('unknown', 'nothing near');
};

/** What is asked for is declined in the words that are nearest to it. */
const declined = (kb: KnowledgeBase, { shares }: Retrieval): Verdict => {
  const [nearest] = [...shares.keys()].filter((id) => kb.refusals.has(id));
  const reason = 'sounds like what is declined';
  return nearest === undefined
    ? verdict('unknown', reason)
    : { ...verdict('refuse', reason), boundary: nearest };
};

/** A request to decline or a wish by what examples say, unless the search itself has found another office or a refusal. */
const decideByExamples = (kb: KnowledgeBase, retrieval: Retrieval, safety: Safety): Verdict | null => {
  const { leader } = retrieval;
  if (isSmallTalk(kb, safety, retrieval))
    return { ...verdict('unknown', 'wants nothing'), isSmallTalk: true };
  const isBoundary = leader?.kind === 'out_of_scope' || leader?.kind === 'refusal';
  if (isBoundary && leader.probability >= kb.calibration.thresholds.boundary) return null;
  if (isToDecline(kb, safety)) return declined(kb, retrieval);
  const wish = findWish(kb, safety, retrieval);
  return wish && verdict(wish, 'sounds like this wish');
};

const decideOnSearch = (kb: KnowledgeBase, retrieval: Retrieval, safety: Safety): Verdict => {
  const { tones } = safety;
  const { boundary, sureBoundary, besideBoundary, intent, sureIntent, unclear } = kb.calibration.thresholds;
  const { leader, found, candidates } = retrieval;
  const [best] = found;
  const [likeliest] = candidates;
  if (!leader) return verdict('unknown', 'no known word');
  const { kind, id, probability } = leader;
  if (kind === 'article' && best && isUrgent(kb, safety, retrieval, best))
    return verdict('sos', 'urgent article found', best.slug);
  const learned = decideByExamples(kb, retrieval, safety);
  if (learned) return learned;
  if (kind === 'article' && likeliest) return decideOnArticle(kb, retrieval, likeliest, safety);
  const enough = tones.has('asks-how') ? sureIntent : intent;
  const route = kind === 'intent' && probability >= enough ? intentOf(id) : null;
  if (route) return verdict(route, 'wish found');
  if (kind === 'intent' && best && isUrgent(kb, safety, retrieval, best))
    return verdict('sos', 'urgent article beside an unclear wish', best.slug);
  if (kind === 'intent' && best && best.score >= unclear) return verdict('suggest', 'a wish or one of these');
  if (
    kind === 'out_of_scope' &&
    best &&
    probability < sureBoundary &&
    best.score >= besideBoundary &&
    tones.has('scam')
  )
    return verdict('suggest', 'another office or one of these');
  if (kind === 'out_of_scope' && probability >= boundary)
    return { ...verdict('out_of_scope', 'matter of another office'), boundary: id };
  if (kind === 'refusal' && probability >= boundary)
    return { ...verdict('refuse', 'request to decline'), boundary: id };
  return verdict('unknown', 'nearest to what is not answered here');
};

/** A rule's refusal stands unless the search is all but certain of an article; even then nothing but a card is asserted. */
const decideOnRefusal = (
  kb: KnowledgeBase,
  { id, rule }: { id: string; rule: string },
  retrieval: Retrieval,
  safety: Safety,
): Verdict =>
  isRefusalOverruled(kb, retrieval)
    ? decideOnSearch(kb, { ...retrieval, refusalNear: true }, safety)
    : { route: 'refuse', slug: null, boundary: id, reason: `rule ${rule}` };

/** Joins what the earlier steps found: urgent words first, then wishes and refusals, then the search. */
export const decide = (
  kb: KnowledgeBase,
  safety: Safety,
  read: Destination | null,
  retrieval: Retrieval,
): Verdict => {
  const destination = read?.kind === 'intent' && isUnlikelyWish(kb, safety, read) ? null : read;
  const alarm = findAlarm(kb, safety, destination, retrieval);
  if (alarm) return verdict('sos', alarm.reason, alarm.slug);
  if (destination?.kind === 'refusal') return decideOnRefusal(kb, destination, retrieval, safety);
  if (destination && !isOverruled(kb, destination.givesWay, destination.route, retrieval))
    return verdict(surerWish(kb, safety, destination) ?? destination.route, `rule ${destination.rule}`);
  return decideOnSearch(kb, retrieval, safety);
};
