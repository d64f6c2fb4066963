import { goAction } from '../buttons.ts';
import type { Choice } from '../prompts/choice.ts';
import { again, END, to } from '../step.ts';
import type { Outcome } from '../step.ts';
import { strayOr } from '../stray.ts';
import type { Talk } from '../talk.ts';
import { prompts } from '../texts/prompts.ts';
import { report } from '../texts/report.ts';
import { goOnToAnother } from './another-matter.ts';
import type { ReportData } from './data.ts';
import { openDraft } from './open-draft.ts';
import { takeEvidence } from './take-evidence.ts';

const DISCARD: Choice = {
  id: 'discard',
  title: report.button.discard,
  says: ['hủy', 'hủy bỏ', 'bỏ', 'xóa', 'hủy hẳn', 'thôi'],
};
const LATER: Choice = { id: 'later', title: report.button.later, says: ['lúc khác', 'để lại'] };
const GO_ON: Choice = {
  id: 'go-on',
  title: report.button.goOn,
  says: ['tiếp tục', 'không hủy', 'không', 'làm tiếp'],
};
const CHOICES = [DISCARD, LATER, GO_ON];

const MENU = [{ title: prompts.button.menu, action: goAction({ to: 'menu' }) }];

export const askCancel = (talk: Talk): Promise<void> => talk.offer(report.cancelQuestion, CHOICES);

export const claimsCancel = (talk: Talk): boolean =>
  talk.input.kind === 'words' && talk.pick(CHOICES) !== null;

export async function receiveCancel(talk: Talk, data: ReportData): Promise<Outcome> {
  if (await takeEvidence(talk, openDraft(talk))) return to('CANCELLING');
  switch (talk.pick(CHOICES)) {
    case 'discard':
      return discard(talk);
    case 'later':
      return keepForLater(talk);
    case 'go-on':
      return to(data.cancelledIn);
    default:
      return strayOr(talk, again(report.notChoice));
  }
}

/** Nothing of the draft is kept. */
export async function discard(talk: Talk): Promise<Outcome> {
  const others = talk.draft.current()?.others ?? [];
  talk.draft.clear();
  await talk.say(report.discarded, MENU);
  return goOnToAnother(talk, others);
}

/** The draft stays, and is offered again. */
export async function keepForLater(talk: Talk): Promise<Outcome> {
  await talk.say(report.later, MENU);
  return END;
}
