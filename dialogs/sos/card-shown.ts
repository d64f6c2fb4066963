import type { Talk } from '../talk.ts';

/** Cards about money and bank data, or the telephone on which they are. */
export const MONEY_MATTERS: readonly string[] = [
  'sos-vua-chuyen-tien',
  'sos-lo-otp-thong-tin-the',
  'sos-cai-app-la-bi-chiem-may',
];

/** A card shown this recently is not shown again for the same matter in the middle of a report that followed it. */
const CARD_REPEATED_AFTER_MS = 15 * 60_000;

/** Whether the card was shown in this report, or just before it began. */
export function shownRecently(talk: Talk, slug: string): boolean {
  const shownAt = talk.memory.sosShown[slug];
  if (shownAt === undefined) return false;
  const startedAt = talk.draft.current()?.startedAt;
  const isFresh = talk.turn.now.getTime() - Date.parse(shownAt) < CARD_REPEATED_AFTER_MS;
  return isFresh || (startedAt !== undefined && Date.parse(shownAt) >= Date.parse(startedAt));
}
