import type { MoneyUnit } from './money-units.ts';
import { readMoneyUnit } from './money-units.ts';
import {
  isHalfMore,
  isHundred,
  isTen,
  isWord,
  readAfterHundred,
  readTailDigit,
  readWordNumber,
} from './number-words.ts';
import type { Token } from './tokens.ts';
import { tokenise } from './tokens.ts';

/** An amount somebody named, with its place in the readable text. */
export interface Money {
  /** In đồng or dollars. */
  readonly amount: number;
  readonly currency: 'VND' | 'USD';
  /** "khoảng", "hơn", "gần" stood before it. */
  readonly approximate: boolean;
  readonly start: number;
  readonly end: number;
}

const SMALLEST_VND = 1_000;
const LARGEST = 1e15;

/** Without a unit, a number with thousands separators counts as đồng from here on. */
const SMALLEST_BARE_VND = 10_000;

const APPROXIMATE = ['khoang', 'tam', 'hon', 'gan', 'co', 'chung', 'ngot', 'xap', 'xi', 'tren', 'ca'];

/** What is counted after a number, so that "2 triệu 3 lần" is not 2.3 million. */
const COUNTED =
  /^(?:lan|ngay|thang|nam|tuan|gio|h|g|phut|p|giay|nguoi|cai|cuoc|dua|thang|tai|tk|stk|so|giao|dot|khoan|con|chiec|ngan|may|dong ho|ban|anh|chi|em|ve|the|don|mon|cho|buoi|bua|hom|dem|tin|link|nick|acc|bo|hop|goi|ho|vi|thu|trieu|tr|ty|k|nghin|%)$/;

/** All amounts of a message in their order. Amounts of 0 and numbers that are no money are left out. */
export function findMoney(text: string): Money[] {
  const { list } = tokenise(text);
  const found: Money[] = [];
  let index = 0;
  while (index < list.length) {
    const read = readAmount(list, index);
    const first = list[index];
    if (read === null || first === undefined) {
      index += 1;
      continue;
    }
    const previous = list[index - 1]?.text ?? '';
    const end = list[read.next - 1]?.end ?? first.end;
    const { amount, currency } = read;
    found.push({ amount, currency, approximate: APPROXIMATE.includes(previous), start: first.start, end });
    index = read.next;
  }
  return found;
}

interface Amount {
  readonly amount: number;
  readonly currency: Money['currency'];
  readonly next: number;
}

function readAmount(tokens: readonly Token[], index: number): Amount | null {
  if (tokens[index]?.text === '$') return readDollarSign(tokens, index);
  const spaced = readSpacedThousands(tokens, index);
  if (spaced !== null) return spaced;
  const number = readQuantity(tokens, index);
  if (number === null || isPartOfSomethingElse(tokens, index, number.next)) return null;
  const unit = readMoneyUnit(tokens, number.next);
  if (unit === null) return readBareThousands(tokens, index);
  const whole = addTails(tokens, unit, number.value * unit.value);
  const amount = Math.round(whole.amount);
  const smallest = unit.currency === 'VND' ? SMALLEST_VND : 1;
  return amount >= smallest && amount <= LARGEST ? { ...whole, amount } : null;
}

/** "15", "1,5", "5 trăm", "hai mươi lăm", "nửa", "chục", "trăm rưỡi". */
function readQuantity(tokens: readonly Token[], index: number): { value: number; next: number } | null {
  const token = tokens[index];
  if (token === undefined) return null;
  if (token.kind === 'number') return readDigits(tokens, index, token);
  if (isWord(token, 'nua', 'nửa')) return { value: 0.5, next: index + 1 };
  const isVague = ['may', 'vai', 'hang', 'nhieu', 'bao'].includes(tokens[index - 1]?.text ?? '');
  if (!isVague && isTen(token)) return { value: 10, next: index + 1 };
  if (!isVague && isHundred(token)) {
    const rest = readAfterHundred(tokens, index + 1);
    return { value: 100 + rest.value, next: rest.next };
  }
  return readWordNumber(tokens, index);
}

function readDigits(tokens: readonly Token[], index: number, token: Token): { value: number; next: number } {
  const value = digitsValue(token.text);
  if (isTen(tokens[index + 1])) return { value: value * 10, next: index + 2 };
  if (!isHundred(tokens[index + 1])) return { value, next: index + 1 };
  const digits = tokens[index + 2];
  const isTens =
    digits?.kind === 'number' && /^\d{1,2}$/.test(digits.text) && readMoneyUnit(tokens, index + 3) !== null;
  if (isTens) return { value: value * 100 + Number(digits.text), next: index + 3 };
  const rest = readAfterHundred(tokens, index + 2);
  return { value: value * 100 + rest.value, next: rest.next };
}

/** "15.000.000" and "1.500" are thousands; "1,5" and "2.35" are fractions. */
function digitsValue(text: string): number {
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(text)) return Number(text.replace(/[.,]/g, ''));
  return Number(text.replace(',', '.'));
}

/** Adds "rưỡi", smaller units ("200 triệu" after "1 tỷ") and shortened tenths ("1tr5", "1 tỷ 2"). */
function addTails(tokens: readonly Token[], unit: MoneyUnit, amount: number): Amount {
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

/** Numbers inside dates, times, links and longer numbers are no money: 20/11, 9:30, 0912.345.678, a1b2. */
function isPartOfSomethingElse(tokens: readonly Token[], first: number, next: number): boolean {
  const before = tokens[first - 1];
  const start = tokens[first];
  const after = tokens[next];
  const following = tokens[next + 1];
  if (start?.kind !== 'number') return false;
  const isJoined = (sign: Token | undefined) => sign?.attached === true && /^[/:.,@#_\-]$/.test(sign.text);
  if (
    start.attached &&
    before?.kind === 'sign' &&
    /^[/:@#_.,]$/.test(before.text) &&
    tokens[first - 2]?.kind === 'number'
  ) {
    return true;
  }
  if (start.attached && before?.kind === 'sign' && /^[/@#_]$/.test(before.text)) return true;
  const isCents = /^0{1,2}$/.test(following?.text ?? '');
  return (
    isJoined(after) && following?.kind === 'number' && following.attached && !isCents && after?.text !== '-'
  );
}

function readDollarSign(tokens: readonly Token[], index: number): Amount | null {
  const token = tokens[index + 1];
  if (token?.kind !== 'number') return null;
  const amount = Math.round(digitsValue(token.text));
  return amount >= 1 && amount <= LARGEST ? { amount, currency: 'USD', next: index + 2 } : null;
}

/** "15.000.000" alone. */
function readBareThousands(tokens: readonly Token[], index: number): Amount | null {
  const token = tokens[index];
  if (token?.kind !== 'number' || !/^\d{1,3}(?:[.,]\d{3})+$/.test(token.text) || token.text.startsWith('0'))
    return null;
  if (tokens[index - 1]?.kind === 'word' && token.attached) return null;
  const amount = digitsValue(token.text);
  return amount >= SMALLEST_BARE_VND && amount <= LARGEST
    ? { amount, currency: 'VND', next: skipZeroCents(tokens, index + 1) }
    : null;
}

/** "15 000 000 đ": groups of three with spaces count only with the currency behind them. */
function readSpacedThousands(tokens: readonly Token[], index: number): Amount | null {
  const first = tokens[index];
  if (first?.kind !== 'number' || !/^[1-9]\d{0,2}$/.test(first.text)) return null;
  let digits = first.text;
  let next = index + 1;
  for (
    let group = tokens[next];
    group?.kind === 'number' && /^\d{3}$/.test(group.text);
    group = tokens[next]
  ) {
    digits += group.text;
    next += 1;
  }
  if (next === index + 1 || digits.length > 15) return null;
  const unit = readMoneyUnit(tokens, next);
  if (unit?.value !== 1) return null;
  return { amount: Number(digits), currency: unit.currency, next: unit.next };
}

function skipZeroCents(tokens: readonly Token[], index: number): number {
  const isCents = /^[.,]$/.test(tokens[index]?.text ?? '') && tokens[index + 1]?.text === '00';
  return skipDong(tokens, isCents ? index + 2 : index);
}

function skipDong(tokens: readonly Token[], index: number): number {
  const unit = readMoneyUnit(tokens, index);
  return unit?.value === 1 && unit.currency === 'VND' ? unit.next : index;
}
