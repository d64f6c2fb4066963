import type { Route } from '../knowledge/decision.ts';
import { STRAY } from './stepped-dialog.ts';
import type { Outcome } from './stepped-dialog.ts';
import type { Talk } from './talk.ts';

/** What the answer chain can do something with: a message that is no answer here is then meant for elsewhere. */
const ELSEWHERE: readonly Route[] = ['answer', 'suggest', 'track', 'check', 'human', 'privacy', 'out_of_scope', 'refuse'];

/** Stray when the words are clearly meant for elsewhere, else `otherwise`. */
export async function strayOr(talk: Talk, otherwise: Outcome): Promise<Outcome> {
  if (talk.input.kind !== 'words') return otherwise;
  const { route } = await talk.decide();
  return ELSEWHERE.includes(route) ? STRAY : otherwise;
}

const ASKS =
  /\b(?:la gi|the nao|nhu the nao|o dau|bao lau|lam sao|tai sao|vi sao|may ngay|khi nao|ai xem|duoc khong|dc khong|dc ko|duoc ko|co mat phi|co bi phat|co lay lai|co duoc|co can|phai khong)\b/;
const LONGEST_QUESTION_WORDS = 25;

/** Whether words given where any words are an answer are a question instead: they ask, and the knowledge base knows the matter. */
export async function asksSomething(talk: Talk): Promise<boolean> {
  const { text, folded, kind } = talk.input;
  if (kind !== 'words' || folded.split(' ').length > LONGEST_QUESTION_WORDS) return false;
  if (!text.trimEnd().endsWith('?') && !ASKS.test(folded)) return false;
  const { route } = await talk.decide();
  return ELSEWHERE.includes(route);
}
