import type { DialogContext } from 'botbuilder-dialogs';
import { LIFE_AT_STAKE } from '../knowledge/purpose/life-at-stake.ts';
import { speaksOfViolence } from '../reports/urgency.ts';
import { urgentCard } from './answering.ts';
import { leaveFor } from './open-dialog.ts';
import { MONEY_MATTERS, shownRecently } from './sos/card-shown.ts';
import { sayFirstHelp } from './sos/first-help.ts';
import type { SteppedDialog } from './stepped-dialog.ts';
import type { Talk } from './talk.ts';
import { threadOptions, waitingOfficer } from './thread-dialog.ts';
import { sos } from './texts/sos.ts';

/** Here no form is offered at all. */
const NO_WISH_TO_LIVE = 'sos-khung-hoang-muon-tu-tu';
/** The emergency numbers, 113 first. */
const VIOLENCE_NOW = 'so-khan-cap';

/** After so long, words that sound urgent are rather news than an answer. */
const ANSWERED_WITHIN_MS = 2 * 24 * 60 * 60_000;

const NAMES_MONEY =
  /\b(?:tien|trieu|ty|nghin|ngan|chuyen khoan|ck|otp|ma|mat khau|app|ung dung|link|the|tai khoan|ngan hang|\d+(?:tr|k|t|cu))\b/;

/**
 * An urgent matter shows its card before anything else. In the middle of a report the card is said once and the words go
 * on to the question that was open; where a life may be at stake the report waits, until the card was shown.
 */
export async function urgentFirst(
  dc: DialogContext,
  talk: Talk,
  dialog: SteppedDialog<object> | null,
): Promise<boolean> {
  const slug = await urgentMatter(talk);
  if (slug === null) {
    const mayBeStory = dc.activeDialog !== undefined && dialog?.mayHearStory(talk, dc.activeDialog) === true;
    if (mayBeStory) await sayFirstHelp(talk);
    return false;
  }
  if (dialog?.id === 'sos' && (dialog.isAbout(dc.activeDialog, slug) || isOnlyFear(talk, slug))) return false;
  const isWriting = dialog?.stays(dc.activeDialog) === true;
  if (!isWriting && dialog?.id !== 'sos' && (await answersOfficer(dc, talk, slug))) return true;
  const isTold = isWriting && shownRecently(talk, slug);
  if (!isWriting || slug === NO_WISH_TO_LIVE || (LIFE_AT_STAKE.has(slug) && !isTold)) {
    const words = dialog?.setsAside(talk) === true ? '' : talk.input.text;
    await leaveFor(dc, 'sos', { slug, words, ...dialog?.carries(dc.activeDialog) });
    return true;
  }
  if (!isTold) {
    await talk.say(urgentCard(talk, slug));
    await talk.say(sos.keptWriting);
  }
  return false;
}

/**
 * To an officer who asked lately, "tôi gọi rồi, họ bảo chờ" is an answer: there only plain words are urgent, as in the middle of
 * a form. Plain words about money and accounts are an answer too: the card is said, and the words are offered to the officer.
 */
async function answersOfficer(dc: DialogContext, talk: Talk, slug: string): Promise<boolean> {
  const waiting = await waitingOfficer(talk);
  if (waiting === null) return false;
  const askedMsAgo = talk.turn.now.getTime() - waiting.message.at.getTime();
  const isPlain = askedMsAgo > ANSWERED_WITHIN_MS || (await isPlainlyUrgent(talk));
  if (isPlain && !MONEY_MATTERS.includes(slug)) return false;
  if (isPlain) await talk.say(urgentCard(talk, slug));
  await leaveFor(dc, 'thread', threadOptions(talk, waiting));
  return true;
}

async function isPlainlyUrgent({ services, input }: Talk): Promise<boolean> {
  if (speaksOfViolence(input.text)) return true;
  return (await services.answers.decide(input.text, 'amid')).route === 'sos';
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
