import type { DialogContext } from 'botbuilder-dialogs';
import { SteppedDialog } from './stepped-dialog.ts';

/** The dialog on top of the stack, if any. */
export function activeDialog(dc: DialogContext): SteppedDialog<object> | null {
  const dialog = dc.activeDialog === undefined ? undefined : dc.findDialog(dc.activeDialog.id);
  return dialog instanceof SteppedDialog ? dialog : null;
}

/** Asks the question of the active dialog again, or shows the menu when there is none. */
export async function askAgainOrMenu(dc: DialogContext): Promise<void> {
  if (dc.activeDialog === undefined) await dc.beginDialog('menu');
  else await dc.repromptDialog();
}

/** Leaves whatever is open and goes on elsewhere; a draft report stays. */
export async function leaveFor(dc: DialogContext, dialogId: string, options: object = {}): Promise<void> {
  await dc.cancelAllDialogs();
  await dc.beginDialog(dialogId, options);
}
