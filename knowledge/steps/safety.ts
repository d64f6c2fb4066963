import type { KnowledgeBase } from '../knowledge-base.ts';
import { firstRule } from '../routing/rules.ts';
import type { ReadMessage } from './normalise.ts';

/** An urgent article that the words call for at once. */
export type Urgent = { slug: string; rule: string; givesWay: boolean };

/** Looks for urgent words before anything else; null when there are none or their article is not published. */
export const findUrgent = (kb: KnowledgeBase, { words }: ReadMessage): Urgent | null => {
  const rule = firstRule(kb.rules.safety, words);
  return rule && kb.articles.has(rule.to) ? { slug: rule.to, rule: rule.id, givesWay: rule.givesWay } : null;
};
