import type { Candidate, Route } from '../decision.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { Retrieval } from './retrieve.ts';
import { intentOf } from './route.ts';
import type { Destination } from './route.ts';
import type { Safety } from './safety.ts';

/** What to do, before it is put into words. `boundary` is the entry whose text is said. */
export type Verdict = { route: Route; slug: string | null; boundary: string | null; reason: string };

const verdict = (route: Route, reason: string, slug: string | null = null): Verdict => ({
  route,
  slug,
  boundary: null,
  reason,
});

const decideOnArticle = (kb: KnowledgeBase, best: Candidate, calm: boolean): Verdict => {
  const { assert, suggest, urgent } = kb.calibration.thresholds;
  const { slug, score } = best;
  if (!calm && kb.article(slug)?.group === 'sos' && score >= urgent)
    return verdict('sos', 'urgent article found', slug);
  if (score >= assert) return verdict('answer', 'sure enough to say it', slug);
  return score >= suggest
    ? verdict('suggest', 'not sure enough to say it')
    : verdict('unknown', 'nothing near');
};

const decideOnSearch = (kb: KnowledgeBase, { leader, candidates }: Retrieval, calm: boolean): Verdict => {
  const { boundary, intent, suggest } = kb.calibration.thresholds;
  const [best] = candidates;
  if (!leader) return verdict('unknown', 'no known word');
  const { kind, id, probability } = leader;
  if (kind === 'article' && best) return decideOnArticle(kb, best, calm);
  const route = kind === 'intent' && probability >= intent ? intentOf(id) : null;
  if (route) return verdict(route, 'wish found');
  if (kind === 'intent' && best && best.score >= suggest) return verdict('suggest', 'a wish or one of these');
  if (kind === 'out_of_scope' && probability >= boundary)
    return { ...verdict('out_of_scope', 'matter of another office'), boundary: id };
  if (kind === 'refusal' && probability >= boundary)
    return { ...verdict('refuse', 'request to decline'), boundary: id };
  return verdict('unknown', 'nearest to what is not answered here');
};

/** The search is so sure of another article that a cautious rule gives way to it. */
const isOverruled = (
  kb: KnowledgeBase,
  rule: { givesWay: boolean },
  slug: string | null,
  { leader }: Retrieval,
): boolean =>
  rule.givesWay &&
  leader?.kind === 'article' &&
  leader.id !== slug &&
  leader.probability >= kb.calibration.thresholds.overrule;

/** Joins what the earlier steps found: urgent words first, then wishes and refusals, then the search. */
export const decide = (
  kb: KnowledgeBase,
  { urgent, calm }: Safety,
  destination: Destination | null,
  retrieval: Retrieval,
): Verdict => {
  if (urgent && !isOverruled(kb, urgent, urgent.slug, retrieval))
    return verdict('sos', `rule ${urgent.rule}`, urgent.slug);
  if (destination?.kind === 'refusal')
    return { route: 'refuse', slug: null, boundary: destination.id, reason: `rule ${destination.rule}` };
  if (destination && !isOverruled(kb, destination, null, retrieval))
    return verdict(destination.route, `rule ${destination.rule}`);
  return decideOnSearch(kb, retrieval, calm);
};
