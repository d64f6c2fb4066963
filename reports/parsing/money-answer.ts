import { findBanks } from './bank.ts';
import { fold, readable } from './fold.ts';
import type { Money } from './money.ts';
import { findMoney } from './money.ts';
import { alternativesIn, moneyInParts } from './money-parts.ts';
import { moneyRoles } from './money-role.ts';
import type { MoneyRole } from './money-role.ts';
import { readWordNumber } from './number-words.ts';
import { findPhones } from './phone.ts';
import { tokenise } from './tokens.ts';

/**
 * How an answer to "how much" is understood. `none`: nothing was lost. `ambiguous`: a number without a unit, or two amounts of
 * which only one is meant; the options are amounts in đồng to choose from, likeliest first.
 */
export type MoneyAnswer =
  | { readonly kind: 'amount'; readonly amount: number; readonly currency: Money['currency'] }
  | { readonly kind: 'none' }
  /** Several payments: their sum, and the largest amount named. */
  | { readonly kind: 'parts'; readonly sum: number; readonly largest: number }
  | { readonly kind: 'ambiguous'; readonly options: readonly number[] };

/** An amount that stands for the whole. */
export interface MainMoney extends Money {
  /** It was demanded, borrowed or owned; nothing says that it went. */
  readonly isOther?: boolean;
  /** Of how many payments it is the sum; missing where it was named as it is. */
  readonly times?: number;
}

const NOTHING =
  /^(?:0|khong|ko|k|chua|khong mat(?: gi| tien)?|chua mat(?: gi| tien| dong nao)?|khong co(?: gi)?|chua chuyen(?: gi| tien)?|0 ?d|0 ?dong|0 ?k)$/;

/** The whole message as an answer, or null when no amount is in it. Of several amounts the one after "tổng" is the whole. */
export function readMoneyAnswer(text: string): MoneyAnswer | null {
  const folded = fold(readable(text))
    .trim()
    .replace(/[.!\s]+$/, '');
  if (NOTHING.test(folded)) return { kind: 'none' };
  const found = findMoney(text);
  const parts = totalOf(text, found) === null ? moneyInParts(text, found) : null;
  if (parts !== null)
    return { kind: 'parts', sum: parts.whole.amount, largest: largestOf(found)?.amount ?? 0 };
  const main = mainAmount(text, found);
  const alternatives = alternativesIn(text, found);
  if (main === null && alternatives.length > 0)
    return { kind: 'ambiguous', options: alternatives.map(({ amount }) => amount) };
  if (main !== null) return { kind: 'amount', amount: main.amount, currency: main.currency };
  return readBareNumber(text);
}

/**
 * Of several amounts the whole: after "tổng", the sum of those that are said to be payments one by one, else the largest in đồng
 * of those that went, or of which nothing is said, or that were demanded. One that was only promised is none, nor is one of two
 * between which somebody wavers.
 */
export function mainAmount(text: string, found: readonly Money[]): MainMoney | null {
  const total = totalOf(text, found);
  if (total !== null) return total;
  if (alternativesIn(text, found).length > 0) return null;
  const roles = moneyRoles(text, found);
  const of = (wanted: MoneyRole): Money[] => found.filter((_, index) => roles[index] === wanted);
  const likeliest = [of('lost'), of('unsaid')].find((some) => some.length > 0) ?? [];
  const parts = moneyInParts(text, likeliest);
  if (parts?.isSaid === true) return { ...parts.whole, times: parts.times };
  const other = largestOf(of('other'));
  return largestOf(likeliest) ?? (other && { ...other, isOther: true });
}

function totalOf(text: string, found: readonly Money[]): Money | null {
  const totalAt = fold(readable(text)).lastIndexOf('tong');
  if (totalAt === -1) return null;
  return found.find(({ start }) => start > totalAt && start - totalAt < 40) ?? null;
}

function largestOf(found: readonly Money[]): Money | null {
  const inDong = found.filter(({ currency }) => currency === 'VND');
  const candidates = inDong.length > 0 ? inDong : found;
  return candidates.reduce<Money | null>(
    (best, money) => (best === null || money.amount > best.amount ? money : best),
    null,
  );
}

/** "500": five hundred thousand or million? "15000000": đồng. "năm trăm": as a number. */
function readBareNumber(text: string): MoneyAnswer | null {
  const { list } = tokenise(text);
  const numbers = list.filter(({ kind }) => kind === 'number');
  const [only] = numbers;
  const words = list.length > 0 ? readWordNumber(list, 0) : null;
  const value =
    numbers.length === 1 && only !== undefined && list.length <= 4
      ? Number(only.text.replace(/[.,]/g, ''))
      : words !== null && words.next === list.length
        ? words.value
        : null;
  if (value === null || !Number.isSafeInteger(value) || value <= 0 || isNoAmount(text, only?.text))
    return null;
  if (value >= 10_000) return { kind: 'amount', amount: value, currency: 'VND' };
  if (value >= 1_000) return { kind: 'ambiguous', options: [value * 1_000, value] };
  return {
    kind: 'ambiguous',
    options: value < 100 ? [value * 1_000_000, value * 1_000] : [value * 1_000, value * 1_000_000],
  };
}

/** Without a unit more digits than this are an account's. */
const MOST_BARE_DIGITS = 11;

/** "0912345678", "mb 19038887766554": a number of something else, given where the amount was asked. */
function isNoAmount(text: string, digits = ''): boolean {
  return (
    /^0\d/.test(digits) ||
    digits.replace(/\D/g, '').length > MOST_BARE_DIGITS ||
    findPhones(text).length > 0 ||
    (digits.length >= 6 && findBanks(text, { isAnswer: true }).length > 0)
  );
}

/** "15.000.000đ", "500 USD"; of a sum with the payments that it counts, so that whoever reads it can check. */
export function formatMoney({
  amount,
  currency,
  times,
}: Pick<MainMoney, 'amount' | 'currency' | 'times'>): string {
  const digits = String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  const counted = times === undefined ? '' : ` (cộng ${times} lần)`;
  return `${digits}${currency === 'VND' ? 'đ' : ' USD'}${counted}`;
}
