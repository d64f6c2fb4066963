import { fold, readable } from './fold.ts';
import type { Money } from './money.ts';
import { standsInRow } from './money-parts.ts';

/**
 * What the words beside an amount say of it. `lost`: it went. `promised`: it was to come, or came back. `other`: it was demanded,
 * borrowed, owned, or is a price. `unsaid`: nothing.
 */
export type MoneyRole = 'lost' | 'promised' | 'other' | 'unsaid';

/** What tells it; a word typed without diacritics counts as well. */
const VERBS: Readonly<Record<'pays' | 'loses' | 'promises' | 'other', string>> = {
  pays: 'chuyển|chuyển khoản|ck|nộp|nạp|đóng|gửi|đưa|cọc|thanh toán|đầu tư|góp',
  loses: 'mất|lừa|trừ|thiệt hại|chiếm đoạt|bay|tốn|hết|mất trắng',
  promises: 'hứa|hẹn|cam kết|sẽ|hoàn|thưởng|trúng|tặng|hoa hồng|giải ngân',
  other: 'đòi|yêu cầu|bắt|kêu|vay|mượn|giá|có|lương|bán|mua|hiện|rút|nhận',
};
/** Without diacritics these are other, more frequent words. */
const GAINS = new Set(['lãi', 'lời']);
/** What an amount became, right before it: "thành 40 triệu", "được 7 triệu". */
const BECOMES = new Set(['thành', 'được', 'thanh', 'duoc']);

const FUTURE = /^(?:se|hua|hen)$/;
const OFFENDER = /^(?:no|ho|han|shop|app|san)$/;
/** "Con em nó chuyển": not the offender but one's own. */
const KIN = /^(?:con|chau|em|me|bo|ba|ma|vo|chong|ong|toi|minh)$/;
const TO_ME = /^(?:cho|vao|ve|lai|tra)$/;
/** "Phải trả", "tôi trả" is money that goes; "hứa trả" is none. */
const PAYS_BACK = /^(?:da|phai|toi|em|minh|con)$/;
/** "Bị rút", "nó lấy". */
const TAKEN_BY = /^(?:bi|no|ho)$/;
const TAKES = /^(?:rut|lay|quet)$/;

/** How far before an amount its verb may stand. */
const FARTHEST_WORDS = 12;
/** How soon behind it where nothing stands before: "20 triệu của em mất rồi". */
const FARTHEST_BEHIND = 4;

interface Word {
  readonly typed: string;
  readonly folded: string;
}

const ROLE_OF: ReadonlyMap<string, keyof typeof VERBS> = new Map(
  (['other', 'promises', 'loses', 'pays'] as const).flatMap((role) =>
    VERBS[role].split('|').flatMap((verb): [string, keyof typeof VERBS][] => [
      [fold(verb), role],
      [verb, role],
    ]),
  ),
);

const wordsIn = (text: string): Word[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).map((typed) => ({ typed, folded: fold(typed) }));

/** The words at `index` and around it as far as one verb may reach; null where they tell nothing. */
function roleAt(words: readonly Word[], index: number): MoneyRole | null {
  const word = words[index];
  if (word === undefined) return null;
  const before = words[index - 1]?.folded ?? '';
  const isLast = index === words.length - 1;
  if (GAINS.has(word.typed)) return 'promised';
  if (isLast && BECOMES.has(word.typed)) return 'other';
  if (TAKES.test(word.folded) && TAKEN_BY.test(before)) return 'lost';
  if (word.folded === 'tra' && PAYS_BACK.test(before)) return 'lost';
  const role = ROLE_OF.get(`${words[index - 1]?.typed} ${word.typed}`) ?? ROLE_OF.get(word.typed);
  if (role === undefined) return null;
  if (role === 'promises' || FUTURE.test(before)) return 'promised';
  if (role === 'other') return 'other';
  return role === 'pays' && isFromOffender(words, index) ? 'promised' : 'lost';
}

/** "Nó chuyển cho tôi", "shop hoàn": what the offender pays. */
function isFromOffender(words: readonly Word[], index: number): boolean {
  const subject = words[index - 1]?.folded ?? '';
  const next = words[index + 1]?.folded ?? '';
  const isOffender = OFFENDER.test(subject) && !KIN.test(words[index - 2]?.folded ?? '');
  return isOffender && (next === '' || TO_ME.test(next));
}

/** Of what stands before an amount the verb nearest to it decides. */
function roleBefore(words: readonly Word[]): MoneyRole | null {
  for (let index = words.length - 1; index >= Math.max(0, words.length - FARTHEST_WORDS); index -= 1) {
    const role = roleAt(words, index);
    if (role !== null) return role;
  }
  return null;
}

const isLostBehind = (words: readonly Word[]): boolean =>
  words.slice(0, FARTHEST_BEHIND).some((_, index) => roleAt(words, index) === 'lost');

/** The role of each of these amounts of the text, in their order. One in a row with the one before it is what that is. */
export function moneyRoles(text: string, found: readonly Money[]): MoneyRole[] {
  const read = readable(text);
  const roles: MoneyRole[] = [];
  for (const [index, { start, end }] of found.entries()) {
    const from = found[index - 1]?.end ?? 0;
    const inRow = index > 0 && standsInRow(read.slice(from, start));
    const before = wordsIn(lastSentence(read.slice(from, start)));
    const behind = read.slice(end, found[index + 1]?.start);
    const isLast = index === found.length - 1 || /[,.;\n]/.test(behind);
    const said = roleBefore(before);
    const isLost = said === null && isLast && isLostBehind(wordsIn(behind.split(/[,.;\n]/)[0] ?? ''));
    roles.push(said ?? (isLost ? 'lost' : inRow ? (roles.at(-1) ?? 'unsaid') : 'unsaid'));
  }
  return roles;
}

const lastSentence = (text: string): string => text.split(/[.!?;\n](?=\s|$)/).at(-1) ?? '';
