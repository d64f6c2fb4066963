import { ComponentDialog, Dialog } from './framework.ts';
import type { DialogContext, DialogTurnResult } from 'botbuilder-dialogs';
import { createDialogs } from './all-dialogs.ts';
import { pausedForPerson } from './human-dialog.ts';
import { beginFromWords, greetFirst } from './idle.ts';
import { answerInTheMiddle } from './in-the-middle.ts';
import { hasFilesBesideWords, keepFiles } from './keep-files.ts';
import { interrupt } from './interruptions.ts';
import { activeDialog, askAgainOrMenu, leaveFor } from './open-dialog.ts';
import { wasStray } from './stepped-dialog.ts';
import { talkOf } from './talk.ts';
import type { Talk } from './talk.ts';
import { followTap } from './taps.ts';
import type { DialogServices } from './turn-input.ts';
import { evidenceTexts } from './texts/evidence.ts';
import { prompts } from './texts/prompts.ts';

export const ROOT_DIALOG_ID = 'root';

/** Leads each message to where it belongs: a person, an urgent card, the open question, or a new dialog. */
export class RootDialog extends ComponentDialog {
  readonly services: DialogServices;

  constructor(services: DialogServices) {
    super(ROOT_DIALOG_ID);
    this.services = services;
    for (const dialog of createDialogs()) this.addDialog(dialog);
  }

  protected override async onBeginDialog(dc: DialogContext): Promise<DialogTurnResult> {
    return this.onContinueDialog(dc);
  }

  /** The root always waits for the next message: a conversation has no end. */
  protected override async onContinueDialog(dc: DialogContext): Promise<DialogTurnResult> {
    const talk = talkOf(dc.context);
    if (!(await pausedForPerson(dc, talk))) await dispatch(dc, talk);
    if (hasFilesBesideWords(talk)) await keepUntaken(dc, talk);
    return Dialog.EndOfTurn;
  }
}

export const createRootDialog = (services: DialogServices): RootDialog => new RootDialog(services);

async function dispatch(dc: DialogContext, talk: Talk): Promise<void> {
  if (talk.input.tooLong) await talk.say(prompts.tooLong);
  switch (talk.input.kind) {
    case 'arrival':
      return leaveFor(dc, 'welcome');
    case 'tap':
      return followTap(dc, talk, () => answer(dc, talk));
    case 'words':
      if (!(await interrupt(dc, talk))) await answer(dc, talk);
      return;
    case 'evidence':
      return receiveEvidence(dc, talk);
    case 'nothing':
      await talk.say(prompts.emptyMessage);
      return askAgainOrMenu(dc);
  }
}

/** Gives the message to the open question; what was not meant for it is dealt with as if nothing were open. */
async function answer(dc: DialogContext, talk: Talk): Promise<void> {
  const dialog = activeDialog(dc);
  if (dialog === null) return beginFromWords(dc, talk);
  const stays = dialog.stays(dc.activeDialog);
  if (!wasStray(await dc.continueDialog())) return;
  if (stays && (await answerInTheMiddle(dc, talk))) return;
  await dc.cancelAllDialogs();
  await beginFromWords(dc, talk);
}

/** Nobody took what came with the words: with nothing open it is asked about, else it is kept and the question comes again. */
async function keepUntaken(dc: DialogContext, talk: Talk): Promise<void> {
  const isOpen = dc.activeDialog !== undefined && dc.activeDialog.id !== 'menu';
  if (!isOpen) return receiveEvidence(dc, talk);
  await keepFiles(talk, evidenceTexts.kept);
  await dc.repromptDialog();
}

/** Files belong to the open report or track dialog; out of the blue the resident is asked what they are for. */
async function receiveEvidence(dc: DialogContext, talk: Talk): Promise<void> {
  const dialog = activeDialog(dc);
  if (dialog?.takesEvidence === true) return answer(dc, talk);
  const stored = talk.input.evidence.filter(({ state }) => state === 'stored');
  if (stored.length === 0) {
    await talk.say(evidenceTexts.received(talk.input.evidence));
    return askAgainOrMenu(dc);
  }
  await greetFirst(talk);
  await leaveFor(dc, 'evidence');
}
