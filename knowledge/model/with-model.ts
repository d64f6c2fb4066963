import type { Decision, Setting } from '../decision.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { ModelAssistant } from './model-assistant.ts';

const OFFERED = 3;

type Decide = { decide: (text: string, setting?: Setting) => Promise<Decision> };

const chosen = async (
  kb: KnowledgeBase,
  assistant: ModelAssistant,
  text: string,
  decision: Decision,
): Promise<Decision> => {
  if (decision.route !== 'suggest') return decision;
  const offered = decision.candidates.slice(0, OFFERED).map(({ slug }) => slug);
  const slug = await assistant.choose(kb, text, offered);
  const first = decision.candidates.find((candidate) => candidate.slug === slug);
  if (!first) return decision;
  const others = decision.candidates.filter((candidate) => candidate !== first);
  return { ...decision, candidates: [first, ...others] };
};

const simplified = async (
  kb: KnowledgeBase,
  assistant: ModelAssistant,
  decision: Decision,
): Promise<Decision> => {
  const article = decision.route === 'answer' && decision.slug !== null ? kb.article(decision.slug) : null;
  const simplerText = article && (await assistant.simplify(kb, article));
  return simplerText ? { ...decision, simplerText } : decision;
};

/** What decides about messages, and what a model may add to a decision before it is said. */
export type AssistedAnswers = Decide & {
  /** The same decision, with the likeliest article first or in simpler words; the route and the article never change. */
  refine: (text: string, decision: Decision) => Promise<Decision>;
};

/** The chain by itself. */
export const withoutModel = (chain: Decide): AssistedAnswers => ({
  decide: chain.decide,
  refine: (_text, decision) => Promise.resolve(decision),
});

/**
 * The chain with a model beside it: where articles are only offered it puts the likeliest first, and where one is said it
 * says the same in simpler words. It can assert nothing that the chain would not. The model is asked only for what is about
 * to be said, not for each message that the chain looks at.
 */
export const withModel = (
  chain: Decide,
  assistant: ModelAssistant,
  getKnowledgeBase: () => KnowledgeBase,
): AssistedAnswers => ({
  decide: chain.decide,
  refine: async (text, decision) => {
    const kb = getKnowledgeBase();
    return simplified(kb, assistant, await chosen(kb, assistant, text, decision));
  },
});
