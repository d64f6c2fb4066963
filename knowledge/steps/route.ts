import { INTENT_ROUTES } from '../decision.ts';
import type { IntentRoute } from '../decision.ts';
import { asSaid } from '../knowledge-base.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { ruleFor } from './normalise.ts';
import type { Yielding } from '../routing/rules.ts';
import type { ReadMessage } from './normalise.ts';

/** Where plain words lead without a search. */
export type Destination =
  | { kind: 'intent'; route: IntentRoute; rule: string; givesWay: Yielding }
  | { kind: 'refusal'; id: string; rule: string; givesWay: Yielding };

/** The route of that name, or null when no dialog has it. */
export const intentOf = (name: string): IntentRoute | null =>
  INTENT_ROUTES.find((route) => route === name) ?? null;

/** Nothing but a case code is tracked; nothing but a number, an account or a link is checked. */
const bareDestination = ({ text }: ReadMessage): Destination | null => {
  const { bare, caseCodes } = text.entities;
  if (!bare) return null;
  const route = caseCodes.length > 0 ? 'track' : 'check';
  return { kind: 'intent', route, rule: 'nothing-but-a-number', givesWay: 'never' };
};

/** Finds requests to decline and wishes said outright; null when the message has to be searched for. */
export const findDestination = (kb: KnowledgeBase, read: ReadMessage): Destination | null => {
  const misuse = ruleFor(kb.rules.misuse, read);
  if (misuse) return { kind: 'refusal', id: misuse.to, rule: misuse.id, givesWay: misuse.givesWay };
  const bare = bareDestination(read);
  if (bare) return bare;
  const said = intentOf(kb.wishesAsSaid.get(asSaid(read.text)) ?? '');
  if (said) return { kind: 'intent', route: said, rule: 'word-for-word', givesWay: 'never' };
  const wish = ruleFor(kb.rules.wishes, read);
  const route = wish && intentOf(wish.to);
  return route ? { kind: 'intent', route, rule: wish.id, givesWay: wish.givesWay } : null;
};
