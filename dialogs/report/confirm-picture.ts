import { receivingAccount } from '../../reports/pictures/picture-facts.ts';
import type { TransferReceipt } from '../../reports/pictures/transfer-receipt.ts';
import { ONLY_DEMANDED } from '../../reports/questionnaires/prefill.ts';
import { questionnaireFor } from '../../reports/questionnaires/all.ts';
import { formatMoney } from '../../reports/parsing/money-answer.ts';
import { formatWhen } from '../../reports/parsing/when-answer.ts';
import type { Draft } from '../draft.ts';
import type { Choice } from '../prompts/choice.ts';
import { recogniseYesNo } from '../prompts/yes-no.ts';
import { to } from '../step.ts';
import type { Outcome } from '../step.ts';
import type { Talk } from '../talk.ts';
import { prompts } from '../texts/prompts.ts';
import { report } from '../texts/report.ts';
import type { ReportData } from './data.ts';
import { goOn } from './go-on.ts';
import { openDraft } from './open-draft.ts';
import { putRight } from './put-right.ts';
import { pictureOf } from './read-pictures.ts';
import type { ReadPicture } from './read-pictures.ts';
import { correctable } from './second-thoughts.ts';
import { isPlainYesNo, storyOr } from './story-instead.ts';
import { takeEvidence } from './take-evidence.ts';
import { isStory } from './understood.ts';
import { addToStory } from './story.ts';

const RIGHT: Choice = { id: 'right', title: report.button.right, says: ['đúng', 'đúng hết', 'phải'] };
const WRONG: Choice = {
  id: 'wrong',
  title: report.button.wrong,
  says: ['chưa đúng', 'sai', 'sai rồi', 'không phải'],
};

export const claimsPicture = isPlainYesNo;

export async function askPicture(talk: Talk, data: ReportData): Promise<void> {
  const picture = pictureOf(talk, data.picture);
  if (picture === null) return;
  const { kind, text } = picture.facts;
  await talk.offer(kind === 'receipt' ? report.receiptShows(text) : report.pictureShows(text), [
    RIGHT,
    WRONG,
  ]);
}

/** What a machine read is written down only after the resident said that it is right. */
export async function receivePicture(talk: Talk, data: ReportData): Promise<Outcome> {
  const draft = openDraft(talk);
  const picture = pictureOf(talk, data.picture);
  if (picture === null) return goOn(talk, data);
  if (await takeEvidence(talk, draft)) return to('CONFIRM_PICTURE');
  // "sai rồi" is said of the picture; "sai rồi, 5 triệu thôi" of what was told
  const rightened = await putRight(talk, data, { questions: correctable(draft), onlyPlain: true });
  if (rightened !== null) return rightened;
  const said = talk.input.kind === 'words' ? recogniseYesNo(talk.input.text) : null;
  const picked = talk.pick([RIGHT, WRONG]) ?? (said === 'yes' ? 'right' : said === 'no' ? 'wrong' : null);
  if (picked === null)
    return storyOr(talk, draft, prompts.yesOrNo, () => {
      leavePicture(data, draft, picture);
      return goOn(talk, data);
    });
  leavePicture(data, draft, picture);
  if (talk.input.kind === 'words' && isStory(talk.input.folded)) addToStory(draft, talk);
  if (picked === 'right') takePicture(talk, draft, picture);
  await talk.say(picked === 'right' ? report.pictureTaken : report.pictureLeft);
  return goOn(talk, data);
}

export function leavePicture(data: ReportData, draft: Draft, { id }: Pick<ReadPicture, 'id'>): void {
  draft.seenPictures.push(id);
  data.picture = null;
}

/** Fills in what is open, and keeps the whole beside the story, so that its traces are found like those that were told. */
function takePicture(talk: Talk, draft: Draft, { facts }: ReadPicture): void {
  const line = facts.kind === 'receipt' ? report.receiptLine(facts.text) : report.pictureLine(facts.text);
  draft.told.push({ at: talk.turn.now.toISOString(), text: line, fromPicture: true });
  const what = draft.answers['what'];
  if (what !== undefined) draft.answers['what'] = { value: what.value, text: `${what.text}\n${line}` };
  if (facts.kind === 'receipt') fillFromReceipt(draft, facts.receipt);
  else addTo(draft, 'traces', facts.text);
}

const asks = (draft: Draft, id: string): boolean =>
  questionnaireFor(draft.category ?? 'C99').questions.some((question) => question.id === id);

/** Answers a question that this category has, or stands behind the answer that is there. */
function addTo(draft: Draft, id: string, text: string): void {
  if (!asks(draft, id)) return;
  const said = draft.answers[id];
  draft.answers[id] = { value: 'said', text: said === undefined ? text : `${said.text}; ${text}` };
  draft.skipped = draft.skipped.filter((skipped) => skipped !== id);
}

/** Answers already given stay, but a receipt shows that what was demanded was paid; an account that is new is added. */
function fillFromReceipt(draft: Draft, receipt: TransferReceipt): void {
  const fill = (id: string, value: string, text: string): void => {
    const said = draft.answers[id];
    if (!asks(draft, id) || (said !== undefined && said.value !== ONLY_DEMANDED)) return;
    draft.answers[id] = { value, text };
    draft.skipped = draft.skipped.filter((skipped) => skipped !== id);
  };
  fill('money', `${receipt.money.amount} ${receipt.money.currency}`, formatMoney(receipt.money));
  if (receipt.when !== null) fill('when', receipt.when.at.toISOString(), formatWhen(receipt.when));
  const account = receivingAccount(receipt);
  const named = draft.answers['account']?.text.replace(/\D/g, '') ?? '';
  if (account !== null && receipt.account !== null && !named.includes(receipt.account))
    addTo(draft, 'account', account);
}
