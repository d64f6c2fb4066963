import type { DialogContext } from 'botbuilder-dialogs';
import { goAction, readAction } from './buttons.ts';
import { readCommand } from './commands.ts';
import type { Command } from './commands.ts';
import { activeDialog, askAgainOrMenu, leaveFor } from './open-dialog.ts';
import type { SteppedDialog } from './stepped-dialog.ts';
import type { Talk } from './talk.ts';
import { prompts } from './texts/prompts.ts';
import { menu, welcome } from './texts/welcome.ts';
import { urgentFirst } from './urgent-first.ts';

/**
 * What comes before any dialog's own question: words that help, cancel or lead elsewhere, and urgent matters.
 * True when the message is dealt with; false when it is the active dialog's turn, or nobody's.
 */
export async function interrupt(dc: DialogContext, talk: Talk): Promise<boolean> {
  const dialog = activeDialog(dc);
  if (isAmid(dc, talk, dialog)) talk.setting = 'amid';
  if (dialog !== null && dc.activeDialog !== undefined && dialog.claims(talk, dc.activeDialog)) return false;
  const command = commandOf(talk);
  if (command !== null) return obey(dc, talk, dialog, command);
  return talk.input.kind === 'words' ? urgentFirst(dc, talk, dialog) : false;
}

/** In a form, under a card, or with words that try to answer what was asked. */
const isAmid = (dc: DialogContext, talk: Talk, dialog: SteppedDialog<object> | null): boolean =>
  dialog !== null &&
  dc.activeDialog !== undefined &&
  (dialog.stays(dc.activeDialog) || dialog.id === 'sos' || dialog.tries(talk, dc.activeDialog));

/** A typed command, or a tapped button that stands for one ("Bỏ qua", "Quay lại", "Để sau"). */
function commandOf(talk: Talk): Command | null {
  if (talk.input.kind === 'words') return readCommand(talk.input.folded);
  const tap = talk.input.action === null ? null : readAction(talk.input.action);
  if (tap?.kind !== 'answer') return null;
  const buttons: readonly Command[] = ['skip', 'back', 'later', 'cancel', 'correct'];
  return buttons.find((command) => command === tap.choice) ?? null;
}

async function obey(
  dc: DialogContext,
  talk: Talk,
  dialog: SteppedDialog<object> | null,
  command: Command,
): Promise<boolean> {
  if (dialog !== null && (await dialog.obey(dc, talk, command))) return true;
  switch (command) {
    case 'menu':
      await leaveFor(dc, 'menu');
      return true;
    case 'hello':
      await (dialog === null
        ? dc.beginDialog(talk.memory.greeted ? 'menu' : 'welcome')
        : dc.repromptDialog());
      return true;
    case 'human':
      await leaveFor(dc, 'human', dialog?.tellsPerson(dc.activeDialog));
      return true;
    case 'help':
      await (dialog === null ? talk.say(menu.help) : talk.say(prompts.helpInside));
      await askAgainOrMenu(dc);
      return true;
    case 'cancel':
    case 'later':
    case 'leave':
      await dc.cancelAllDialogs();
      await talk.say(dialog === null ? prompts.goodbye : prompts.cancelled, [
        { title: prompts.button.menu, action: goAction({ to: 'menu' }) },
      ]);
      return true;
    case 'resume':
      if (dialog?.stays(dc.activeDialog) !== true && talk.draft.current() !== null)
        await leaveFor(dc, 'report', { ...dialog?.carries(dc.activeDialog), resume: true });
      else await askAgainOrMenu(dc);
      return true;
    case 'wait':
      await talk.say(dialog === null ? prompts.noHurry : prompts.noHurryInside);
      return true;
    case 'thanks':
      await talk.say(prompts.thanks);
      if (dialog?.stays(dc.activeDialog) === true) await dc.repromptDialog();
      return true;
    case 'who':
      await sayWhoAnswers(dc, talk, dialog);
      return true;
    default:
      return notHere(dc, talk, dialog, command);
  }
}

/** That no person reads this, and how to reach one; what is open goes on. */
async function sayWhoAnswers(
  dc: DialogContext,
  talk: Talk,
  dialog: SteppedDialog<object> | null,
): Promise<void> {
  talk.memory.greeted = true;
  const isOpen = dialog?.stays(dc.activeDialog) === true;
  await talk.say(
    welcome.who(talk.services.commune),
    isOpen ? [] : [{ title: prompts.button.human, action: goAction({ to: 'human' }) }],
  );
  if (isOpen) await dc.repromptDialog();
}

/** "Bỏ qua" leaves a question that nothing waits for; "quay lại", "sửa" where there is nothing to go back to or correct. */
async function notHere(
  dc: DialogContext,
  talk: Talk,
  dialog: SteppedDialog<object> | null,
  command: 'skip' | 'back' | 'correct',
): Promise<boolean> {
  if (dialog !== null) {
    if (command === 'back') {
      await leaveFor(dc, 'menu');
      return true;
    }
    if (command === 'skip' && !dialog.stays(dc.activeDialog)) {
      await dc.cancelAllDialogs();
      await talk.say(prompts.skipped, [{ title: prompts.button.menu, action: goAction({ to: 'menu' }) }]);
      return true;
    }
    await talk.say(command === 'skip' ? prompts.cannotSkip : prompts.nothingToCorrect);
  }
  await askAgainOrMenu(dc);
  return true;
}
