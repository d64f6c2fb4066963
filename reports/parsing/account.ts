import type { FoundBank } from './bank.ts';
import { findBanks } from './bank.ts';
import type { BankInfo } from './banks.ts';
import { fold, readable } from './fold.ts';
import { findHolders } from './holder.ts';
import type { FoundHolder } from './holder.ts';
import type { Place } from './place.ts';

/** A receiving account, with its bank and the name on it where they were said. */
export interface FoundAccount extends Place {
  /** Digits, or capital letters and digits, without separators. */
  readonly number: string;
  readonly bank: BankInfo | null;
  readonly holder: string | null;
}

const NUMBER =
  /(?:(?<![\p{L}\p{N}.@/+])|(?<=(?<![\p{L}\p{N}])s?tk))\d(?:[ .-]?\d){5,18}(?![\p{L}\p{N}])(?![.,]\d|[/:]\d)/gu;
const MIXED =
  /(?<![\p{L}\p{N}.@/])(?=[a-z0-9]{0,19}\d{3})(?=[a-z0-9]{0,19}[a-z])[a-z0-9]{6,20}(?![\p{L}\p{N}.@])/gu;
const STRONG_LEAD =
  /(?:stk|s\.?t\.?k|so ?t\.?k|so tai khoan|so taikhoan|sotk|tai khoan(?: so| nhan)?|taikhoan|\btk|t\.k|so the|the so|account|so acc|acc no|tknh|tk nh|tai khoan ngan hang)(?: (?:la|so|nhan|cua (?:no|ho|doi tuong)|nay|do|ngan hang|nh|\p{L}{2,12}(?: bank)?))?[\s:;.,#()=\-–]*$/u;
const WEAK_LEAD =
  /(?:chuyen(?: khoan| tien)?|ck|nap(?: tien)?|gui(?: tien)?|ban|bank)(?: (?:vao|toi|den|cho|qua|sang))?(?: so)?[\s:;.,\-–]*$/;
/** All that may stand between a number that could be a telephone and its bank. */
const CONNECTING =
  /^[\s:;,.()\-–/]*(?:(?:ngan hang|nhang|nh|bank|so|stk|tk|tai khoan|tai|thuoc|cua|o|vi)[\s:.\-–]*)*$/;
const BANK_REACH_CHARS = 28;
const HOLDER_REACH_CHARS = 60;

/** Account numbers: after "stk", "tài khoản" and the like, or beside a bank's name. Telephone numbers without either are none. */
export function findAccounts(
  text: string,
  { isAnswer = false }: { readonly isAnswer?: boolean } = {},
): FoundAccount[] {
  const typed = readable(text);
  const folded = fold(typed);
  const banks = findBanks(text, { isAnswer });
  const holders = findHolders(text);
  const found: FoundAccount[] = [];
  const candidates = [...folded.matchAll(NUMBER), ...folded.matchAll(MIXED)];
  for (const match of candidates) {
    const place = { start: match.index, end: match.index + match[0].length };
    const number = match[0].replace(/[ .-]/g, '').toUpperCase();
    const before = folded.slice(Math.max(0, place.start - 48), place.start);
    const bank = nearestBank(banks, place, number, folded);
    const isMixed = /[A-Z]/.test(number);
    const isLed = STRONG_LEAD.test(before);
    const isWeaklyLed = WEAK_LEAD.test(before) && number.length >= 8 && !looksLikeOther(number);
    const isAccount =
      isLed || (!isMixed && (bank !== null || isWeaklyLed || (isAnswer && number.length >= 6)));
    if (!isAccount || isAmount(folded, place)) continue;
    found.push({ number, bank: bank?.bank ?? null, holder: nearestHolder(holders, place), ...place });
  }
  return found.sort((one, other) => one.start - other.start);
}

/** The bank beside the number with no other number between; a number that could be a telephone must touch it. */
function nearestBank(
  banks: readonly FoundBank[],
  place: Place,
  number: string,
  folded: string,
): FoundBank | null {
  const reachable = banks.filter((bank) => {
    const between = betweenText(bank, place, folded);
    if (CONNECTING.test(between)) return true;
    if (looksLikePhone(number)) return false;
    return between.length <= BANK_REACH_CHARS && !/\d{4}|[.!?\n]\s*\p{L}{2,}.*\s\p{L}/u.test(between);
  });
  reachable.sort((one, other) => gap(one, place) - gap(other, place));
  return reachable[0] ?? null;
}

function nearestHolder(holders: readonly FoundHolder[], place: Place): string | null {
  const reachable = holders.filter((holder) => gap(holder, place) <= HOLDER_REACH_CHARS);
  reachable.sort((one, other) => gap(one, place) - gap(other, place));
  return reachable[0]?.name ?? null;
}

function gap(one: Place, other: Place): number {
  return Math.max(0, one.start - other.end, other.start - one.end);
}

function betweenText(one: Place, other: Place, folded: string): string {
  return one.end <= other.start ? folded.slice(one.end, other.start) : folded.slice(other.end, one.start);
}

function looksLikePhone(number: string): boolean {
  return /^0[235789]\d{8,9}$/.test(number) || /^84[35789]\d{8}$/.test(number);
}

/** "chuyển 15000000" names an amount, "gửi 0912345678" a telephone. */
const looksLikeOther = (number: string): boolean =>
  looksLikePhone(number) || /^[1-9]\d{1,8}0{3}$/.test(number);

/** "15000000 đồng" beside a bank's name is money. */
function isAmount(folded: string, place: Place): boolean {
  const written = folded.slice(place.start, place.end);
  const after = folded.slice(place.end, place.end + 12);
  return (
    /^ ?(?:d|dong|vnd|k|tr|trieu|nghin|ngan(?! ?hang)|ty|usd|usdt)(?![\p{L}])/u.test(after) ||
    /^[1-9]\d{0,2}(?:[.,]\d{3})+$/.test(written)
  );
}
