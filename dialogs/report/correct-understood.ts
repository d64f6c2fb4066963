import { findApproachChannels } from '../../reports/parsing/approach-channel.ts';
import type { Question } from '../../reports/questionnaires/questionnaire.ts';
import type { Draft } from '../draft.ts';
import { foldedWords } from '../prompts/folded-words.ts';
import { recogniseMoney } from '../prompts/money.ts';
import { recogniseWhen } from '../prompts/when.ts';
import { to } from '../step.ts';
import type { Outcome } from '../step.ts';
import type { Talk } from '../talk.ts';
import { report } from '../texts/report.ts';
import type { ReportData } from './data.ts';
import { addToStory } from './story.ts';
import { goOn } from './go-on.ts';
import { guessCategory } from './guess-category.ts';
import { CATEGORY_LINE, linesOf, shortened } from './lines.ts';
import { questionOf } from './questions-of.ts';
import { isStory } from './understood.ts';

const SAYS_WRONG =
  /^(?:da |a )?(?:khong dung|khong phai|chua dung|sai|sai roi|nham|nham roi|viec khac|loai khac)(?: roi| a)?$/;
const SAYS_NO = /^(?:da |a )?(?:(?:khong|ko|k|hong)(?! (?:nho|biet|ro|co|can|muon))|sai|nham|chua dung)\b/;
/** Not "có": that may be the answer to the question. */
const SAYS_RIGHT =
  /^(?:da |vang |u )*(?:dung|chuan|chinh xac|ok|oke|phai|vang|u|uh)(?: roi| het| vay| ca| a| nha| nhe| day)*$/;

/** The lines to show above a question, because they were understood and not shown yet; null when there are none. */
export function takeNews(draft: Draft, data: ReportData): string[] | null {
  if (!data.isUnderstoodNews) return null;
  data.isUnderstoodNews = false;
  const lines = linesOf(draft).filter(({ id }) => data.understood.includes(id));
  return lines.map(({ label, text }) => report.line(label, shortened(text)));
}

/** Which line is to be corrected: the only one that was understood, or asked. */
export function correctUnderstood(data: ReportData): Outcome {
  const [only] = data.understood;
  if (data.understood.length !== 1 || only === undefined) return to('PICK_LINE');
  return correctLine(data, only);
}

/** A line that was named is corrected. */
export function correctLine(data: ReportData, id: string): Outcome {
  if (id === CATEGORY_LINE) return chooseCategory(data);
  data.correcting = id;
  return to('CORRECTION');
}

/** From the first page on. */
function chooseCategory(data: ReportData): Outcome {
  data.categoryPage = 0;
  return to('CATEGORY');
}

export function forgetUnderstood(data: ReportData): void {
  data.understood = [];
  data.isUnderstoodNews = false;
}

/**
 * A reply to the lines above the question instead of the question: "đúng rồi" asks it again, also with more of the story
 * behind it, "sai rồi" asks which line, and "không, 25 triệu" sets the value right. Null when it is none of these.
 */
export async function replyToUnderstood(
  talk: Talk,
  draft: Draft,
  data: ReportData,
  question: Question,
): Promise<Outcome | null> {
  if (data.understood.length === 0 || talk.input.kind !== 'words' || question.kind === 'yes-no') return null;
  if (SAYS_WRONG.test(talk.input.folded)) return correctUnderstood(data);
  if (SAYS_RIGHT.test(talk.input.folded)) {
    forgetUnderstood(data);
    return to('QUESTION');
  }
  if (question.id !== 'what' && isStory(talk.input.folded) && SAYS_RIGHT.test(headOf(talk))) {
    forgetUnderstood(data);
    await talk.say(addToStory(draft, talk) ? report.storyAdded : report.storyFull);
    return goOn(talk, data);
  }
  if (!SAYS_NO.test(talk.input.folded) || !takeBetterValue(talk, draft, data, question)) return null;
  data.isUnderstoodNews = true;
  return to('QUESTION');
}

const headOf = ({ input }: Talk): string => foldedWords(input.text.split(/[,.;!\n]/)[0] ?? '');

function takeBetterValue(talk: Talk, draft: Draft, data: ReportData, open: Question): boolean {
  for (const id of data.understood) {
    const question = questionOf(draft, id);
    if (question === null || question.kind === open.kind) continue;
    const better = betterValue(talk, question, draft.answers[id]?.value);
    if (better === null) continue;
    draft.answers[id] = better;
    return true;
  }
  return false;
}

function betterValue(
  talk: Talk,
  { kind, choices, fills }: Question,
  wrong: string | undefined,
): { value: string; text: string } | null {
  if (fills?.includes('channel') === true) {
    const named = findApproachChannels(talk.input.text).filter((channel) => channel !== wrong);
    const choice = choices?.find(({ value }) => value === named[0]);
    return choice === undefined ? null : { value: choice.value, text: choice.title };
  }
  if (kind === 'when') return recogniseWhen(talk.input.text, talk.turn.now);
  if (kind !== 'money') return null;
  const money = recogniseMoney(talk.input.text);
  return money.kind === 'answer' ? { value: money.value, text: money.text } : null;
}

/** A category that was only guessed is guessed anew from the story; true when it is another one now. */
export function guessAnew(draft: Draft, data: ReportData, story: string): boolean {
  const guess = data.understood.includes(CATEGORY_LINE) ? guessCategory(story) : null;
  if (guess === null || guess === draft.category) return false;
  draft.category = guess;
  return true;
}
