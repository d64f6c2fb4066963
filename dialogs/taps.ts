import type { DialogContext } from 'botbuilder-dialogs';
import { answerText, stepsText } from './answering.ts';
import { readAction } from './buttons.ts';
import type { Destination } from './buttons.ts';
import { sayAlreadySent } from './idle.ts';
import { interrupt } from './interruptions.ts';
import { activeDialog, askAgainOrMenu, leaveFor } from './open-dialog.ts';
import type { Talk } from './talk.ts';
import { ask } from './texts/ask.ts';
import { prompts } from './texts/prompts.ts';

/** Does what a tapped button says; one of an older question gets a kind answer. `answer` gives it to the open question. */
export async function followTap(dc: DialogContext, talk: Talk, answer: () => Promise<void>): Promise<void> {
  const tap = talk.input.action === null ? null : readAction(talk.input.action);
  if (tap === null) {
    await talk.say(prompts.oldButton);
    return askAgainOrMenu(dc);
  }
  if (tap.kind === 'go') return go(dc, talk, tap.destination);
  const dialog = activeDialog(dc);
  if (
    dialog?.id !== tap.dialogId ||
    dc.activeDialog === undefined ||
    !dialog.asked(dc.activeDialog, tap.serial)
  )
    return oldButton(dc, talk, tap);
  talk.chosen = tap.choice;
  if (!(await interrupt(dc, talk))) await answer();
}

/** A second tap on "Gửi tin" is told the code of the report that the first one made. */
async function oldButton(
  dc: DialogContext,
  talk: Talk,
  tapped: { readonly dialogId: string; readonly choice: string },
): Promise<void> {
  const { lastSent } = talk.memory;
  if (tapped.choice === 'send' && lastSent !== null && talk.draft.current() === null) {
    return sayAlreadySent(talk, lastSent);
  }
  // help that was offered in an emergency stays in reach, whatever was asked since
  if (tapped.dialogId === 'sos' && tapped.choice === 'report')
    return leaveFor(dc, 'report', { category: null });
  if (tapped.dialogId === 'sos' && tapped.choice === 'person') return leaveFor(dc, 'human', { urgent: true });
  if (dc.activeDialog === undefined) {
    await talk.say(prompts.oldButtonIdle);
    await dc.beginDialog('menu');
    return;
  }
  await talk.say(prompts.oldButton);
  await dc.repromptDialog();
}

async function go(dc: DialogContext, talk: Talk, destination: Destination): Promise<void> {
  switch (destination.to) {
    case 'ask':
      await dc.cancelAllDialogs();
      return talk.say(ask.askAgain);
    case 'draft':
      return leaveFor(dc, 'report', { resume: true });
    case 'report':
      return leaveFor(dc, 'report', { category: destination.category });
    case 'human':
      return leaveFor(dc, 'human', activeDialog(dc)?.tellsPerson(dc.activeDialog));
    case 'sos':
      return leaveFor(dc, 'sos', { slug: destination.slug, words: '' });
    case 'article':
      return showArticle(dc, talk, destination.slug);
    case 'steps':
      return showSteps(dc, talk, destination.slug);
    default:
      return leaveFor(dc, destination.to);
  }
}

/** Steps are read beside what is open, which then asks its question again. */
async function showSteps(dc: DialogContext, talk: Talk, slug: string): Promise<void> {
  await talk.say(stepsText(talk.services.knowledge(), slug) ?? ask.articleGone);
  await askAgainOrMenu(dc);
}

/** An article chosen in the middle of a report is said, and the report goes on; else it is an answer like any other. */
async function showArticle(dc: DialogContext, talk: Talk, slug: string): Promise<void> {
  if (activeDialog(dc)?.stays(dc.activeDialog) === true) {
    await talk.say(answerText(talk.services.knowledge(), slug) ?? ask.articleGone);
    await talk.say(ask.backToReport);
    await dc.repromptDialog();
    return;
  }
  await leaveFor(dc, 'ask', { slug, question: '', candidates: [], kbVersion: '' });
}
