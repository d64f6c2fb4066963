import { findPhones } from '../../reports/parsing/phone.ts';
import type { FoundPhone } from '../../reports/parsing/phone.ts';
import { blankOut } from '../../reports/parsing/place.ts';
import { readable } from '../../reports/parsing/fold.ts';
import { questionnaireFor } from '../../reports/questionnaires/all.ts';
import { REACH } from '../../reports/questionnaires/contact.ts';
import type { Question } from '../../reports/questionnaires/questionnaire.ts';
import type { Draft } from '../draft.ts';
import type { Choice } from '../prompts/choice.ts';
import { foldedWords } from '../prompts/folded-words.ts';
import { recogniseYesNo } from '../prompts/yes-no.ts';
import { to } from '../step.ts';
import type { Outcome } from '../step.ts';
import type { Talk } from '../talk.ts';
import { report } from '../texts/report.ts';
import type { ReportData } from './data.ts';
import { goOn } from './go-on.ts';
import { linesOf, shortened } from './lines.ts';
import { callOn } from './number-to-call.ts';
import { openDraft } from './open-draft.ts';
import { putRight, takeUndecided } from './put-right.ts';
import { fillable } from './second-thoughts.ts';
import { isPlainYesNo, storyOr } from './story-instead.ts';
import { addToStory, keepTold, toldNow } from './story.ts';
import { takeEvidence } from './take-evidence.ts';

const OFFENDER: Choice = {
  id: 'offender',
  title: report.button.offendersNumber,
  says: ['của nó', 'của họ', 'kẻ lừa', 'bên bán', 'số lạ'],
};
const OWN: Choice = {
  id: 'own',
  title: report.button.ownNumber,
  says: ['của tôi', 'của em', 'của mình', 'của con', 'của cháu', 'của tui', 'của bác', 'gọi tôi', 'gọi em'],
};
const ACCOUNT: Choice = {
  id: 'account',
  title: report.button.receivingAccount,
  says: ['số tài khoản', 'tài khoản', 'stk', 'số tk'],
};
const LEAVE: Choice = {
  id: 'leave',
  title: report.button.leaveAsIs,
  says: ['để vậy', 'không ghi', 'không cần'],
};

/** Alone; with more behind it something is put right. */
const SLIP = /^(?:thoi|(?:go |ghi |bam |gui )?nham(?: roi| so| a)?)$/;

/** Beside a number these say nothing of whose it is, folded. */
const EMPTY = /\b(?:da|a|vang|day|ne|nay|nhe|nha|la|them|con|so|sdt|dt|dien thoai|ghi)\b/g;
const MINE = /^(?:cua )?(?:toi|em|minh|con|chau|tui|bac)$/;
const THEIRS = /^(?:cua )?(?:no|ho|doi tuong|(?:ke|thang|ben|dua) (?:lua dao|lua|ban|do))$/;

type Whose = 'offender' | 'own' | 'account' | null;

const ofCategory = (draft: Draft, id: string): Question | null =>
  questionnaireFor(draft.category ?? 'C99').questions.find((question) => question.id === id) ?? null;

/** A telephone number and nothing else, and whose it is said to be; null for other words. */
function readNumber(text: string): { readonly phone: FoundPhone; readonly whose: Whose } | null {
  const [phone, ...others] = findPhones(text);
  if (phone === undefined || others.length > 0) return null;
  const beside = foldedWords(blankOut(readable(text), [phone]));
  const said = beside.replace(EMPTY, ' ').replace(/\s+/g, ' ').trim();
  const whose = MINE.test(said) ? 'own' : THEIRS.test(said) ? 'offender' : null;
  return said === '' || whose !== null ? { phone, whose } : null;
}

/** A number that came without a word is taken for nobody's before it is known whose it is; null for other words. */
export async function askWhose(talk: Talk, data: ReportData): Promise<Outcome | null> {
  const number = talk.input.kind === 'words' ? readNumber(talk.input.text) : null;
  if (number === null) return null;
  const draft = openDraft(talk);
  const stands = linesOf(draft).find(({ text }) =>
    findPhones(text, { isAnswer: true }).some(({ value }) => value === number.phone.value),
  );
  if (stands !== undefined) {
    await talk.say(report.numberStands(number.phone.display, stands.label));
    return to('SUMMARY');
  }
  data.among = { ids: [], words: number.phone.display };
  return number.whose === null ? to('WHOSE_NUMBER') : take(talk, data, draft, number.whose);
}

export async function askNumber(talk: Talk, data: ReportData): Promise<void> {
  await talk.offer(report.whoseNumber(data.among?.words ?? ''), choicesOf(openDraft(talk)));
}

const choicesOf = (draft: Draft): Choice[] => [
  OFFENDER,
  OWN,
  ...(ofCategory(draft, 'account') === null ? [] : [ACCOUNT]),
  LEAVE,
];

const MOST_PLAIN_WORDS = 4;

/** "Thôi" leaves the number, and ends nothing; whatever goes on may be urgent. */
export const claimsNumber = (talk: Talk): boolean =>
  talk.input.kind === 'words' &&
  talk.input.folded.split(' ').length <= MOST_PLAIN_WORDS &&
  (SLIP.test(talk.input.folded) || talk.pick([OFFENDER, OWN, ACCOUNT, LEAVE]) !== null);

export async function receiveNumber(talk: Talk, data: ReportData): Promise<Outcome> {
  const draft = openDraft(talk);
  if (await takeEvidence(talk, draft)) return to('WHOSE_NUMBER');
  switch (SLIP.test(talk.input.folded) ? 'leave' : talk.pick(choicesOf(draft))) {
    case 'offender':
      return take(talk, data, draft, 'offender');
    case 'own':
      return take(talk, data, draft, 'own');
    case 'account':
      return take(talk, data, draft, 'account');
    case 'leave':
      return sayLeft(talk, data);
  }
  const rightened = await putRight(talk, data, { questions: fillable(draft) });
  if (rightened !== null) return rightened;
  if (isPlainYesNo(talk) && recogniseYesNo(talk.input.text) === 'no') return sayLeft(talk, data);
  return storyOr(talk, draft, report.notChoice, () => to('WHOSE_NUMBER'));
}

async function sayLeft(talk: Talk, data: ReportData): Promise<Outcome> {
  await talk.say(report.numberLeft);
  return leaveNumber(talk, data);
}

export function leaveNumber(talk: Talk, data: ReportData): Outcome {
  data.among = null;
  return goOn(talk, data);
}

async function take(talk: Talk, data: ReportData, draft: Draft, whose: NonNullable<Whose>): Promise<Outcome> {
  const number = data.among?.words ?? '';
  const account = whose === 'account' ? ofCategory(draft, 'account') : null;
  if (account !== null) await takeUndecided(talk, data, account);
  if (whose === 'own') await talk.say(takeOwn(draft, number));
  if (whose === 'offender') await talk.say(takeOffenders(talk, draft, number));
  return leaveNumber(talk, data);
}

function takeOwn(draft: Draft, number: string): string {
  if (draft.answers['reach']?.value === REACH.anonymous) return report.unnamedNumber;
  const before = draft.answers['phone']?.text;
  callOn(draft, number);
  const { label } = ofCategory(draft, 'phone') ?? { label: '' };
  return before === undefined ? report.filledIn(label, number) : report.changed(label, number, before);
}

/** Beside the traces that are there; a report without a line for them has it in the story. */
function takeOffenders(talk: Talk, draft: Draft, number: string): string {
  const told = report.offendersNumber(number);
  const question = ofCategory(draft, 'traces');
  if (question === null) return addToStory(draft, talk, told) ? report.storyAdded : report.storyFull;
  const before = draft.answers[question.id]?.text;
  const text = before === undefined ? number : `${before}; ${number}`;
  draft.answers[question.id] = { value: 'said', text };
  draft.skipped = draft.skipped.filter((id) => id !== question.id);
  keepTold(draft.told, toldNow(talk, told));
  return report.filledIn(question.label, shortened(text));
}
