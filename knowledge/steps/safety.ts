import type { KnowledgeBase } from '../knowledge-base.ts';
import { firstRule } from '../routing/rules.ts';
import type { ReadMessage } from './normalise.ts';

/** An urgent article that the words call for at once. */
export type Urgent = { slug: string; rule: string; givesWay: boolean };

/** What the words say about danger. */
export type Safety = {
  urgent: Urgent | null;
  /** Somebody asks to be prepared: nothing has happened yet, and no card need interrupt. */
  calm: boolean;
};

/** Looks for urgent words before anything else; a rule whose article is not published counts for nothing. */
export const checkSafety = (kb: KnowledgeBase, { words }: ReadMessage): Safety => {
  const rule = firstRule(kb.rules.safety, words);
  const urgent =
    rule && kb.articles.has(rule.to) ? { slug: rule.to, rule: rule.id, givesWay: rule.givesWay } : null;
  return { urgent, calm: firstRule(kb.rules.calm, words) !== null };
};
