import type { Candidate, Decision, TraceStep } from '../decision.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { fillFacts } from '../render-article.ts';
import type { Verdict } from './decide.ts';
import type { Retrieval } from './retrieve.ts';

/** The article that was decided on stands first, whatever the search thought. */
const withSlugFirst = (slug: string | null, candidates: readonly Candidate[]): readonly Candidate[] => {
  if (slug === null || candidates[0]?.slug === slug) return candidates;
  const score = Math.max(
    candidates[0]?.score ?? 0,
    candidates.find((found) => found.slug === slug)?.score ?? 0,
  );
  return [{ slug, score }, ...candidates.filter((found) => found.slug !== slug)];
};

/**
 * Puts the verdict into the form that the dialogs use, with the text of another office or a refusal filled in.
 *
 * @throws FactReferenceError when that text names a fact that cannot be told
 */
export const compose = (
  kb: KnowledgeBase,
  { route, slug, boundary, isSmallTalk }: Verdict,
  { candidates }: Retrieval,
  trace: readonly TraceStep[],
): Decision => {
  const entry = boundary === null ? undefined : (kb.outOfScope.get(boundary) ?? kb.refusals.get(boundary));
  return {
    route,
    slug,
    candidates: withSlugFirst(slug, candidates),
    ...(isSmallTalk && { isSmallTalk }),
    ...(entry && { officeText: fillFacts(entry.text, kb.facts) }),
    trace,
    kbVersion: kb.version,
  };
};
