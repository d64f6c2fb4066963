import type { IntentRoute, Route } from '../knowledge/decision.ts';
import { STRAY } from './step.ts';
import type { Outcome } from './step.ts';
import type { Talk } from './talk.ts';

/** Words that ask, folded. */
const ASKS =
  /\b(?:la gi|the nao|bao gio|chung nao|nhu the nao|o dau|bao lau|lam sao|tai sao|vi sao|may ngay|khi nao|ai xem|duoc khong|dc khong|dc ko|duoc ko|co mat phi|co bi phat|co lay lai|co duoc|co can|phai khong|an toan khong|bi sao|sao vay|sao the|the a)\b/;
const LONGEST_PLAIN_QUESTION_WORDS = 15;
const LONGEST_QUESTION_WORDS = 40;

/** From so many words on a wish is plain without a verb and its object; in a longer message more is told than wished. */
const FEWEST_WISH_WORDS = 4;
const LONGEST_WISH_WORDS = 20;

/** Words without which fewer are only a guess: "cho tôi" alone is an answer; and a number given in a form is none to look up. */
const WISHES: Readonly<Record<IntentRoute, RegExp>> = {
  report: /(?!)/,
  // "theo dõi" alone is what our own messages ask for
  track:
    /\b(?:xem|tra|tra cuu|theo doi|kiem tra)\b.*\b(?:ho so|ma|tin da gui|tin cu)\b|\bho so\b.*\bden dau\b|^(?:da |em )*theo doi(?: a| nhe)*$/,
  check: /\b(?:kiem tra|tra cuu|check)\b.*\b(?:so|link|tai khoan|stk|trang|web)\b/,
  human: /\b(?:gap|noi chuyen|nhan|goi|ket noi)\b.*\b(?:can bo|nguoi that|cong an|nhan vien)\b/,
  privacy: /\b(?:xoa|xem|dung|rut)\b.*\b(?:du lieu|thong tin|canh bao|dong y)\b|\bdu lieu cua toi\b/,
};
/** Not data, which may be what the report is about, nor a check. */
const PLAIN_WISHES: readonly Route[] = ['track', 'human'];

const SURE = 0.8;

const looksLikeQuestion = (talk: Talk): boolean => {
  const { text, folded } = talk.input;
  const words = folded.split(' ').length;
  if (text.trimEnd().endsWith('?')) return words <= LONGEST_QUESTION_WORDS;
  return words <= LONGEST_PLAIN_QUESTION_WORDS && ASKS.test(folded);
};

/** Whether a question that the knowledge base knows was asked. */
export async function asksQuestion(talk: Talk): Promise<boolean> {
  if (talk.input.kind !== 'words' || !looksLikeQuestion(talk)) return false;
  const { route } = await talk.decide();
  return route === 'answer' || route === 'suggest' || route === 'out_of_scope';
}

/** The same, or a wish for another dialog: then it is no answer where any words are one. */
export async function asksSomething(talk: Talk): Promise<boolean> {
  if (talk.input.kind !== 'words') return false;
  return isWish(talk, (await talk.decide()).route) || asksQuestion(talk);
}

function isWish({ input }: Talk, route: Route): boolean {
  if (!(route in WISHES)) return false;
  const words = input.folded.split(' ').length;
  if (words > LONGEST_WISH_WORDS) return false;
  return (
    WISHES[route as IntentRoute].test(input.folded) ||
    (PLAIN_WISHES.includes(route) && words >= FEWEST_WISH_WORDS)
  );
}

/** Whether words where a story may begin ask something, or for what is declined: nothing of it belongs into a report. */
export const asksInstead = async (talk: Talk): Promise<boolean> =>
  (await asksSomething(talk)) || (await talk.decide()).route === 'refuse';

/** Whether words that are no answer ask for a person in whatever way: nothing is said of a form as seldom as that. */
export const asksForPerson = async (talk: Talk): Promise<boolean> => {
  const words = talk.input.folded.split(' ').length;
  if (talk.input.kind !== 'words' || words < FEWEST_WISH_WORDS || words > LONGEST_WISH_WORDS) return false;
  return talk.decideFreely(({ route }) => route === 'human');
};

/** Whether words that are no answer to the open question are clearly meant for elsewhere. */
export async function meantForElsewhere(talk: Talk): Promise<boolean> {
  if (talk.input.kind !== 'words') return false;
  const { route, candidates } = await talk.decide();
  if (route === 'refuse' || isWish(talk, route)) return true;
  if (looksLikeQuestion(talk)) return asksQuestion(talk);
  return (
    route === 'answer' && (candidates[0]?.score ?? 0) >= SURE && talk.input.folded.split(' ').length >= 4
  );
}

/** Stray when the words are clearly meant for elsewhere, else `otherwise`. */
export const strayOr = async (talk: Talk, otherwise: Outcome): Promise<Outcome> =>
  (await meantForElsewhere(talk)) ? STRAY : otherwise;

/** From so many words on, what holds no trace of what a field asks for is no slip in giving it. */
const FEWEST_WORDS_ELSEWHERE = 7;

/**
 * Whether words without a trace of what a field asks for (a code, a number, a link) are meant for elsewhere. As nothing in
 * them can be the answer, they are heard as freely as a first message; `own` is the route that leads to the field itself.
 */
export async function leavesField(talk: Talk, own: IntentRoute): Promise<boolean> {
  if (talk.input.kind !== 'words') return false;
  const { route } = await talk.decide();
  if (route === own || route === 'unknown') return false;
  const isSaidOutright = route !== 'suggest' || talk.input.folded.split(' ').length >= FEWEST_WORDS_ELSEWHERE;
  return isSaidOutright || meantForElsewhere(talk);
}
