import { findBanks } from './bank.ts';
import { fold, readable } from './fold.ts';
import type { Money } from './money.ts';
import { findMoney } from './money.ts';
import { readWordNumber } from './number-words.ts';
import { findPhones } from './phone.ts';
import { tokenise } from './tokens.ts';

/**
 * How an answer to "how much" is understood. `none`: nothing was lost. `ambiguous`: a number without a unit; the options are
 * amounts in đồng to choose from, likeliest first.
 */
export type MoneyAnswer =
  | { readonly kind: 'amount'; readonly amount: number; readonly currency: Money['currency'] }
  | { readonly kind: 'none' }
  | { readonly kind: 'ambiguous'; readonly options: readonly number[] };

const NOTHING =
  /^(?:0|khong|ko|k|chua|khong mat(?: gi| tien)?|chua mat(?: gi| tien| dong nao)?|khong co(?: gi)?|chua chuyen(?: gi| tien)?|0 ?d|0 ?dong|0 ?k)$/;

/** The whole message as an answer, or null when no amount is in it. Several amounts: the one after "tổng", else the largest. */
export function readMoneyAnswer(text: string): MoneyAnswer | null {
  const folded = fold(readable(text))
    .trim()
    .replace(/[.!\s]+$/, '');
  if (NOTHING.test(folded)) return { kind: 'none' };
  const found = findMoney(text);
  const main = mainAmount(text, found);
  if (main !== null) return { kind: 'amount', amount: main.amount, currency: main.currency };
  return readBareNumber(text);
}

/** Of several amounts the one that most likely is the whole: after "tổng", else the largest in đồng. */
export function mainAmount(text: string, found: readonly Money[]): Money | null {
  const folded = fold(readable(text));
  const totalAt = folded.lastIndexOf('tong');
  const afterTotal =
    totalAt === -1 ? undefined : found.find(({ start }) => start > totalAt && start - totalAt < 40);
  if (afterTotal !== undefined) return afterTotal;
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

/** "15.000.000đ", "500 USD". */
export function formatMoney({ amount, currency }: Pick<Money, 'amount' | 'currency'>): string {
  const digits = String(amount).replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  return currency === 'VND' ? `${digits}đ` : `${digits} USD`;
}
