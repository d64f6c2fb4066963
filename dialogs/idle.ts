import type { DialogContext } from 'botbuilder-dialogs';
import type { Decision, Route } from '../knowledge/decision.ts';
import { leadOf } from './routes.ts';
import type { Talk } from './talk.ts';
import { shortAnswer } from './answering.ts';
import { goAction } from './buttons.ts';
import { readableDate, readableMoment } from '../reports/moments.ts';
import { isImpatient } from './impatience.ts';
import { hasFilesBesideWords, keepFiles } from './keep-files.ts';
import { threadOptions, waitingOfficer } from './thread-dialog.ts';
import { tellsOfLoss, tellsWholeStory } from './whole-story.ts';
import { recogniseYesNo } from './prompts/yes-no.ts';
import { evidenceTexts } from './texts/evidence.ts';
import { prompts } from './texts/prompts.ts';
import { report } from './texts/report.ts';
import { track } from './texts/track.ts';
import { menu, welcome } from './texts/welcome.ts';

/** What is surely no answer to an officer, where plain words ask for it. */
const PLAIN_WISHES: readonly Route[] = ['sos', 'track', 'check', 'human', 'privacy', 'refuse'];

/** What leads to a dialog that puts files where they belong. */
const TAKES_FILES: readonly Route[] = ['sos', 'report', 'human'];

const SEND_AGAIN = /^gui(?: tin| di| luon| ngay| roi)*$/;

/** After so long a silence a draft report is mentioned again. */
const NEW_SESSION_AFTER_MS = 30 * 60_000;

/** Where the answer chain is not sure, or knows only what others ask. */
const MAY_BE_STORY: readonly Route[] = ['suggest', 'unknown', 'answer'];
const MAY_BE_COMPLAINT: readonly Route[] = ['suggest', 'unknown', 'answer', 'track', 'refuse', 'human'];

/** Whoever waits for news is shown how their report stands instead of an article about how long things take. */
async function answerImpatience(dc: DialogContext, talk: Talk): Promise<void> {
  const [own] = await talk.services.reports.ofReporter(talk.turn.residentKey, 1);
  if (own === undefined) {
    await talk.say(track.sorryNothingHere, [
      { title: track.button.byCode, action: goAction({ to: 'track' }) },
      { title: prompts.button.human, action: goAction({ to: 'human' }) },
    ]);
    return;
  }
  await talk.say(track.sorryForWaiting);
  await dc.beginDialog('track');
}

/** "Lúc 9 giờ tối" sounds like more for a report; only what is as plain as in the middle of a form is a wish beside an officer's question. */
async function isPlainWish({ services, input }: Talk, { route }: Decision): Promise<boolean> {
  if (!PLAIN_WISHES.includes(route) || route === 'sos') return route === 'sos';
  return PLAIN_WISHES.includes((await services.answers.decide(input.text, 'amid')).route);
}

/** Words that answer nothing open: an answer to an officer, or whatever the answer chain makes of them. */
export async function beginFromWords(dc: DialogContext, talk: Talk): Promise<void> {
  if (talk.input.kind !== 'words') {
    await dc.beginDialog('menu');
    return;
  }
  if (SEND_AGAIN.test(talk.input.folded) && talk.memory.lastSent !== null) {
    await sayAlreadySent(talk, talk.memory.lastSent);
    return;
  }
  if (recogniseYesNo(talk.input.text) !== null) {
    await dc.beginDialog('menu');
    return;
  }
  const decision = await talk.decide();
  const waiting = (await isPlainWish(talk, decision)) ? null : await waitingOfficer(talk);
  if (waiting !== null) {
    await dc.beginDialog('thread', threadOptions(talk, waiting));
    return;
  }
  if (decision.route !== 'sos') await greetFirst(talk);
  if (decision.isSmallTalk) {
    await dc.beginDialog('menu');
    return;
  }
  if (MAY_BE_COMPLAINT.includes(decision.route) && isImpatient(talk.input.folded))
    return answerImpatience(dc, talk);
  const mayBeStory =
    MAY_BE_STORY.includes(decision.route) || (decision.route === 'check' && tellsOfLoss(talk));
  if (mayBeStory && tellsWholeStory(talk)) {
    const { slug } = decision;
    const known = slug === null ? null : shortAnswer(talk.services.knowledge(), slug);
    // before any form: they may still be on the telephone with whom they tell of
    await talk.say(known ?? report.firstOfAll);
    await dc.beginDialog('report', { words: talk.input.text });
    return;
  }
  if (decision.route !== 'sos' && decision.route !== 'report') await mentionDraft(talk);
  // an answer comes behind what is said of the files; the other dialogs say it themselves
  if (!TAKES_FILES.includes(decision.route) && hasFilesBesideWords(talk))
    await keepFiles(talk, evidenceTexts.kept);
  const lead = leadOf(await talk.refined(), talk.input.text);
  await dc.beginDialog(lead.dialogId, lead.options);
}

/** A report is sent once, however often its button is tapped or "gửi" is typed. */
export async function sayAlreadySent(talk: Talk, { code, at }: { code: string; at: string }): Promise<void> {
  await talk.say(report.alreadySent(code, readableMoment(new Date(at))), [
    { title: prompts.button.menu, action: goAction({ to: 'menu' }) },
  ]);
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
