import type { Decision } from '../decision.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { ModelAssistant } from './model-assistant.ts';

const OFFERED = 3;

type Decide = { decide: (text: string) => Promise<Decision> };

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

/**
 * The chain with a model beside it: where articles are only offered it puts the likeliest first, and where one is said it
 * adds the same in simpler words. Never changes the route, so it can assert nothing that the chain would not.
 */
export const withModel = (
  chain: Decide,
  assistant: ModelAssistant,
  getKnowledgeBase: () => KnowledgeBase,
): Decide => ({
  decide: async (text) => {
    const decision = await chain.decide(text);
    const kb = getKnowledgeBase();
    return simplified(kb, assistant, await chosen(kb, assistant, text, decision));
  },
});
