import { isPartOfSomethingElse, readQuantity } from './money-quantity.ts';
import type { MoneyUnit } from './money-units.ts';
import { readMoneyUnit } from './money-units.ts';
import { isHalfMore, readTailDigit, readWordNumber } from './number-words.ts';
import type { Token } from './tokens.ts';

/** An amount with the index of the first token after it. */
export interface Amount {
  readonly amount: number;
  readonly currency: 'VND' | 'USD';
  readonly next: number;
}

/** What is counted after a number, so that "2 triệu 3 lần" is not 2.3 million. */
const COUNTED =
  /^(?:lan|ngay|thang|nam|tuan|gio|h|g|phut|p|giay|nguoi|cai|cuoc|dua|thang|tai|tk|stk|so|giao|dot|khoan|con|chiec|ngan|may|dong ho|ban|anh|chi|em|ve|the|don|mon|cho|buoi|bua|hom|dem|tin|link|nick|acc|bo|hop|goi|ho|vi|thu|trieu|tr|ty|k|nghin|%)$/;

/** Adds "rưỡi", smaller units ("200 triệu" after "1 tỷ") and shortened tenths ("1tr5", "1 tỷ 2"). */
export function addTails(tokens: readonly Token[], unit: MoneyUnit, amount: number): Amount {
  const { currency, next, value } = unit;
  if (currency !== 'VND' || value < 1_000) return { amount, currency, next };
  if (isHalfMore(tokens[next])) {
    const afterHalf = skipDong(tokens, next + 1);
    return { amount: amount + value / 2, currency, next: afterHalf };
  }
  const tail = readQuantity(tokens, next);
  const smaller = tail === null ? null : readMoneyUnit(tokens, tail.next);
  const isSmaller = smaller !== null && smaller.currency === 'VND' && smaller.value < value;
  if (tail !== null && isSmaller && tail.value * smaller.value < value) {
    return addTails(tokens, smaller, amount + tail.value * smaller.value);
  }
  const tenths = readTenths(tokens, next, value);
  return tenths === null
    ? { amount, currency, next }
    : { amount: amount + tenths.value, currency, next: tenths.next };
}

function readTenths(
  tokens: readonly Token[],
  index: number,
  unitValue: number,
): { value: number; next: number } | null {
  const token = tokens[index];
  if (token === undefined) return null;
  if (token.kind === 'number') {
    const isShort = /^\d{1,3}$/.test(token.text) && !token.text.startsWith('0');
    if (!isShort || (unitValue <= 1_000 && !token.attached)) return null;
    const isAttached = token.attached;
    if (!isAttached && isCounted(tokens, index + 1)) return null;
    if (isPartOfSomethingElse(tokens, index, index + 1)) return null;
    return { value: (Number(token.text) * unitValue) / 10 ** token.text.length, next: index + 1 };
  }
  if (unitValue <= 1_000) return null;
  const hundreds = readWordNumber(tokens, index);
  const digit = hundreds !== null && hundreds.value >= 10 ? null : readTailDigit(tokens, index);
  if (digit !== null && !isCounted(tokens, digit.next))
    return { value: (digit.value * unitValue) / 10, next: digit.next };
  if (hundreds === null || hundreds.value < 100 || isCounted(tokens, hundreds.next)) return null;
  return { value: (hundreds.value * unitValue) / 1_000, next: hundreds.next };
}

function isCounted(tokens: readonly Token[], index: number): boolean {
  return COUNTED.test(tokens[index]?.text ?? '');
}

/** Skips "đồng" and the like. */
export function skipDong(tokens: readonly Token[], index: number): number {
  const unit = readMoneyUnit(tokens, index);
  return unit?.value === 1 && unit.currency === 'VND' ? unit.next : index;
}
