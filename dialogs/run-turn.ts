import { DialogContext, DialogContextError, DialogSet } from './framework.ts';
import type { DialogInstance } from 'botbuilder-dialogs';
import type { TurnContext } from 'botbuilder-core';
import { z } from 'zod';
import { ROOT_DIALOG_ID } from './root-dialog.ts';
import type { RootDialog } from './root-dialog.ts';
import { ParkedStateError } from './stepped-dialog.ts';
import { talkOf } from './talk.ts';
import { prompts } from './texts/prompts.ts';
import { DIALOGS_VERSION } from './version.ts';

const stackSchema = z.object({
  dialogsVersion: z.number(),
  dialogStack: z.array(z.object({ id: z.string(), state: z.unknown(), version: z.string().optional() })),
});

/** The dialogs' stack as it is stored between turns. */
export interface StoredStack {
  readonly dialogsVersion: number;
  readonly dialogStack: readonly DialogInstance[];
}

/**
 * Runs one turn over a stored stack and gives back the stack to store. A stack of another version, or one that does not
 * decode, is dropped with a kind sentence. Does not touch the network; sends no trace of the state.
 */
export async function runDialogTurn(
  context: TurnContext,
  root: RootDialog,
  stored: unknown,
): Promise<StoredStack> {
  const parsed = stackSchema.safeParse(stored);
  const isCurrent = parsed.success && parsed.data.dialogsVersion === DIALOGS_VERSION;
  if (stored !== undefined && stored !== null && !isCurrent) await talkOf(context).say(prompts.newVersion);
  const stack = isCurrent ? parsed.data.dialogStack : [];
  try {
    return await run(context, root, stack);
  } catch (error) {
    const cause = causeOf(error);
    if (!(cause instanceof ParkedStateError)) throw cause;
    const talk = talkOf(context);
    talk.filesTaken = false;
    await talk.say(prompts.newVersion);
    return run(context, root, []);
  }
}

/** The framework wraps errors together with the whole stack; that must reach no log. */
const causeOf = (error: unknown): unknown => (error instanceof DialogContextError ? error.error : error);

async function run(
  context: TurnContext,
  root: RootDialog,
  stack: z.infer<typeof stackSchema>['dialogStack'],
): Promise<StoredStack> {
  const state = { dialogStack: stack.map(({ id, state: parked }) => ({ id, state: parked })) };
  const dialogs = new DialogSet();
  dialogs.add(root);
  const dc = new DialogContext(dialogs, context, state);
  await (dc.activeDialog === undefined ? dc.beginDialog(ROOT_DIALOG_ID) : dc.continueDialog());
  return { dialogsVersion: DIALOGS_VERSION, dialogStack: state.dialogStack };
}
