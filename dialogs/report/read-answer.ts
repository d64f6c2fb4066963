import type { Question } from '../../reports/questionnaires/questionnaire.ts';
import { REACH } from '../../reports/questionnaires/contact.ts';
import { findApproachChannels } from '../../reports/parsing/approach-channel.ts';
import { recogniseAccount } from '../prompts/account.ts';
import { recogniseChoice } from '../prompts/choice.ts';
import { recogniseFreeText } from '../prompts/free-text.ts';
import { recogniseMoney } from '../prompts/money.ts';
import { recognisePhone } from '../prompts/phone.ts';
import { recogniseWhen } from '../prompts/when.ts';
import { recogniseYesNo } from '../prompts/yes-no.ts';
import { asksQuestion, asksSomething } from '../stray.ts';
import type { Talk } from '../talk.ts';
import { prompts } from '../texts/prompts.ts';
import { report } from '../texts/report.ts';
import { isLongStory } from './story-instead.ts';
import { isStory } from './understood.ts';

/** What a reply to a question is. */
export type Reading =
  | { readonly kind: 'answer'; readonly value: string; readonly text: string }
  | { readonly kind: 'again'; readonly why: string }
  | { readonly kind: 'stray' };

export type Answered = Extract<Reading, { kind: 'answer' }>;

const answer = (value: string, text: string): Reading => ({ kind: 'answer', value, text });
const again = (why: string): Reading => ({ kind: 'again', why });
const STRAY: Reading = { kind: 'stray' };

const OTHER_VALUE = 'other';

const REACH_WORDS: readonly (readonly [RegExp, string])[] = [
  [/\ban danh\b|\bgiau ten\b|\bkhong (?:noi|ghi|de) ten\b/, REACH.anonymous],
  [/^(?:cu )?(?:goi|alo|dien thoai)\b/, REACH.contact],
  [/^(?:cu )?(?:nhan|chat|tra loi|o day|tai day)\b/, REACH.chat],
];
/** A reply this short that names a time answers "when", not "where". */
const MOST_TIME_WORDS = 4;

const NOT_REMEMBERED =
  /^(?:toi |minh |em )?(?:khong|ko|k|kg|hong|chua) (?:nho|biet|ro)(?: nua| ro| het| roi)?$/;

/** The answer in this message to this question; a question asked instead is stray. */
export async function readAnswer(talk: Talk, question: Question): Promise<Reading> {
  const chosen = readChosen(talk, question);
  if (chosen !== null) return chosen;
  if (talk.input.kind !== 'words') return again(prompts.needsWords);
  const { text, folded } = talk.input;
  switch (question.kind) {
    case 'money':
      return readMoney(text);
    case 'phone':
      return found(recognisePhone(text), report.notPhone);
    case 'yes-no':
      return readYesNo(text);
    case 'choice':
      return readOwnWords(talk, question);
    case 'when':
      return readWhen(talk);
    case 'account':
      return (await asksSomething(talk)) ? STRAY : recogniseAccount(text);
    default:
      if (NOT_REMEMBERED.test(folded)) return answer('unknown', report.button.unknown);
      if (question.id === 'where' && isOnlyTime(talk)) return again(report.notWhere);
      return readFreeText(talk, question);
  }
}

const isOnlyTime = ({ input, turn }: Talk): boolean =>
  input.folded.split(' ').length <= MOST_TIME_WORDS && recogniseWhen(input.text, turn.now) !== null;

/** A button of the question, tapped or typed. */
function readChosen(talk: Talk, question: Question): Reading | null {
  const choices = (question.choices ?? []).map(({ value, title }) => ({ id: value, title }));
  const byTap = choices.find(({ id }) => id === talk.chosen);
  if (byTap !== undefined) return tapped(talk, question, byTap);
  if (talk.input.kind !== 'words' || question.kind === 'when') return null;
  const isChoice = question.kind === 'choice';
  const isNumber = /^\d+$/.test(talk.input.folded);
  if (!isChoice && (isNumber || talk.input.folded.split(' ').length > 4)) return null;
  const picked = recogniseChoice(talk.input.text, choices);
  const choice = choices.find(({ id }) => id === picked);
  return choice === undefined ? null : answer(choice.id, choice.title);
}

/** "Hôm qua" on a button is a day, which stays the same however late the report is sent and read. */
function tapped({ turn }: Talk, { kind }: Question, { id, title }: { id: string; title: string }): Reading {
  const when = kind === 'when' ? recogniseWhen(title, turn.now) : null;
  return when === null ? answer(id, title) : answer(when.value, when.text);
}

function readMoney(text: string): Reading {
  const reply = recogniseMoney(text);
  if (reply.kind === 'answer') return answer(reply.value, reply.text);
  if (reply.kind === 'parts') return again(report.howMuchInAll(reply.sum, reply.largest));
  if (reply.kind === 'which') return again(report.whichAmount(reply.amounts));
  return again(report.notMoney);
}

const found = (recognised: { value: string; text: string } | null, why: string): Reading =>
  recognised === null ? again(why) : answer(recognised.value, recognised.text);

function readYesNo(text: string): Reading {
  const said = recogniseYesNo(text);
  if (said === null) return again(prompts.yesOrNo);
  return answer(said, said === 'yes' ? 'Có' : 'Không');
}

/** A time as exactly as it was said; words that name none ("lúc đi chợ") are an answer too. */
async function readWhen(talk: Talk): Promise<Reading> {
  const recognised = recogniseWhen(talk.input.text, talk.turn.now);
  if (recognised !== null) return answer(recognised.value, recognised.text);
  if (await asksSomething(talk)) return STRAY;
  const { folded } = talk.input;
  return folded.split(' ').length < 2 || isStory(folded)
    ? again(report.notWhen)
    : answer('said', talk.input.text);
}

/** Choices to which people may add their own: "where" and those with "other". */
async function readOwnWords(talk: Talk, question: Question): Promise<Reading> {
  const { folded, text } = talk.input;
  const mayAdd =
    question.id === 'where' || question.choices?.some(({ value }) => value === OTHER_VALUE) === true;
  const isUnknown =
    NOT_REMEMBERED.test(folded) || (question.id === 'where' && /^(?:khong|ko|k)$/.test(folded));
  if (isUnknown) return answer('unknown', report.button.unknown);
  const reach = question.id === 'reach' ? REACH_WORDS.find(([words]) => words.test(folded)) : undefined;
  const wished = question.choices?.find(({ value }) => value === reach?.[1]);
  if (wished !== undefined) return answer(wished.value, wished.title);
  const [channel, ...others] = question.id === 'where' ? findApproachChannels(text) : [];
  const named = others.length === 0 ? question.choices?.find(({ value }) => value === channel) : undefined;
  if (named !== undefined) return answer(named.value, named.title);
  if (question.id === 'where' && isOnlyTime(talk)) return again(report.notWhere);
  if (recogniseYesNo(text) === 'yes' && !isStory(folded)) return again(report.notChoice);
  if (!mayAdd || isOnlyTime(talk) || isLongStory(folded) || /^\d+$/.test(folded))
    return again(report.notChoice);
  return (await asksSomething(talk)) ? STRAY : answer(OTHER_VALUE, text);
}

const LEAST_STORY_WORDS = 2;

async function readFreeText(talk: Talk, question: Question): Promise<Reading> {
  // what is wished of the police is the answer there, and leads nowhere else
  if (await (question.id === 'wish' ? asksQuestion(talk) : asksSomething(talk))) return STRAY;
  const reading = recogniseFreeText(talk.input);
  if (!reading.ok) return again(prompts.needsWords);
  if (
    question.required === true &&
    talk.input.folded.split(' ').length < LEAST_STORY_WORDS &&
    question.id === 'what'
  )
    return again(report.needed);
  return answer('said', reading.text);
}
