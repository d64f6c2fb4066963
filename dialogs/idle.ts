import type { DialogContext } from 'botbuilder-dialogs';
import { leadOf } from './routes.ts';
import type { Talk } from './talk.ts';
import { readableDate } from './moments.ts';
import { threadOptions, waitingOfficer } from './thread-dialog.ts';
import { menu, welcome } from './texts/welcome.ts';

/** After so long a silence a draft report is mentioned again. */
const NEW_SESSION_AFTER_MS = 30 * 60_000;

/** Words that answer nothing open: an answer to an officer, or whatever the answer chain makes of them. */
export async function beginFromWords(dc: DialogContext, talk: Talk): Promise<void> {
  if (talk.input.kind !== 'words') {
    await dc.beginDialog('menu');
    return;
  }
  const decision = await talk.decide();
  const waiting = decision.route === 'sos' ? null : await waitingOfficer(talk);
  if (waiting !== null) {
    await dc.beginDialog('thread', threadOptions(talk, waiting));
    return;
  }
  if (decision.route !== 'sos') await greetFirst(talk);
  if (decision.route !== 'sos' && decision.route !== 'report') await mentionDraft(talk);
  const lead = leadOf(decision, talk.input.text);
  await dc.beginDialog(lead.dialogId, lead.options);
}

/** Whoever writes without having been greeted is told in one line who answers. Urgent matters come without it. */
export async function greetFirst(talk: Talk): Promise<void> {
  if (talk.memory.greeted) return;
  talk.memory.greeted = true;
  await talk.say(welcome.short(talk.services.commune));
}

/** A half-done report is offered again once in each new session. */
async function mentionDraft(talk: Talk): Promise<void> {
  const draft = talk.draft.current();
  const { lastTurnAt } = talk.memory;
  if (draft === null || lastTurnAt === null) return;
  if (talk.turn.now.getTime() - Date.parse(lastTurnAt) < NEW_SESSION_AFTER_MS) return;
  await talk.say(menu.draftWaiting(readableDate(new Date(draft.startedAt))));
}
