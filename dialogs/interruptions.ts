import type { DialogContext } from 'botbuilder-dialogs';
import { urgentCard } from './answering.ts';
import { goAction, readAction } from './buttons.ts';
import { LIFE_AT_STAKE } from '../knowledge/purpose/life-at-stake.ts';
import { speaksOfViolence } from '../reports/urgency.ts';
import { readCommand } from './commands.ts';
import type { Command } from './commands.ts';
import { SteppedDialog } from './stepped-dialog.ts';
import type { Talk } from './talk.ts';
import { threadOptions, waitingOfficer } from './thread-dialog.ts';
import { prompts } from './texts/prompts.ts';
import { sos } from './texts/sos.ts';
import { menu } from './texts/welcome.ts';

/** A card shown this recently is not shown again for the same matter in the middle of a report that followed it. */
const CARD_REPEATED_AFTER_MS = 15 * 60_000;

/** Here no form is offered at all. */
const NO_WISH_TO_LIVE = 'sos-khung-hoang-muon-tu-tu';
/** The emergency numbers, 113 first. */
const VIOLENCE_NOW = 'so-khan-cap';

const MONEY_MATTERS: readonly string[] = [
  'sos-vua-chuyen-tien',
  'sos-lo-otp-thong-tin-the',
  'sos-cai-app-la-bi-chiem-may',
];
const NAMES_MONEY =
  /\b(?:tien|trieu|ty|nghin|ngan|chuyen khoan|ck|otp|ma|mat khau|app|ung dung|link|the|tai khoan|ngan hang|\d+(?:tr|k|t|cu))\b/;

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
    default:
      return notHere(dc, talk, dialog, command);
  }
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

/**
 * An urgent matter shows its card before anything else. In the middle of a report the card is said once and the words go
 * on to the question that was open; where a life may be at stake the report waits, until the card was shown.
 */
async function urgentFirst(
  dc: DialogContext,
  talk: Talk,
  dialog: SteppedDialog<object> | null,
): Promise<boolean> {
  const slug = await urgentMatter(talk);
  if (slug === null) return false;
  if (dialog?.id === 'sos' && (dialog.isAbout(dc.activeDialog, slug) || isOnlyFear(talk, slug))) return false;
  const isWriting = dialog?.stays(dc.activeDialog) === true;
  if (!isWriting && dialog?.id !== 'sos' && (await answersOfficer(dc, talk, slug))) return true;
  const isTold = isWriting && shownRecently(talk, slug);
  if (!isWriting || slug === NO_WISH_TO_LIVE || (LIFE_AT_STAKE.has(slug) && !isTold)) {
    await leaveFor(dc, 'sos', { slug, words: talk.input.text, ...dialog?.carries(dc.activeDialog) });
    return true;
  }
  if (!isTold) {
    await talk.say(urgentCard(talk, slug));
    await talk.say(sos.keptWriting);
  }
  return false;
}

/** Of money and accounts people also tell when an officer asked: the card is said, and the words are offered to the officer. */
async function answersOfficer(dc: DialogContext, talk: Talk, slug: string): Promise<boolean> {
  const waiting = MONEY_MATTERS.includes(slug) ? await waitingOfficer(talk) : null;
  if (waiting === null) return false;
  await talk.say(urgentCard(talk, slug));
  await leaveFor(dc, 'thread', threadOptions(talk, waiting));
  return true;
}

/** The urgent article for these words, or null. Knives and fists come before blackmail, and before not knowing an answer. */
async function urgentMatter(talk: Talk): Promise<string | null> {
  const { route, slug } = await talk.decide();
  const mayBeViolence =
    route === 'unknown' || route === 'suggest' || (route === 'sos' && slug === 'sos-tong-tien-anh-nong');
  if (mayBeViolence && speaksOfViolence(talk.input.text)) return VIOLENCE_NOW;
  return route === 'sos' ? slug : null;
}

/** "Tôi phải làm sao đây" under a card is no new matter: another card about money or a telephone needs words about them. */
const isOnlyFear = ({ input }: Talk, slug: string): boolean =>
  MONEY_MATTERS.includes(slug) && !NAMES_MONEY.test(input.folded);

/** In this report, or just before it began. */
function shownRecently(talk: Talk, slug: string): boolean {
  const shownAt = talk.memory.sosShown[slug];
  if (shownAt === undefined) return false;
  const startedAt = talk.draft.current()?.startedAt;
  const isFresh = talk.turn.now.getTime() - Date.parse(shownAt) < CARD_REPEATED_AFTER_MS;
  return isFresh || (startedAt !== undefined && Date.parse(shownAt) >= Date.parse(startedAt));
}
