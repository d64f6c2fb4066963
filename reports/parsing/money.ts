import { addTails, skipDong } from './money-tails.ts';
import type { Amount } from './money-tails.ts';
import { digitsValue, isPartOfSomethingElse, readQuantity } from './money-quantity.ts';
import { readMoneyUnit } from './money-units.ts';
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
  while (digits.length <= 15) {
    const group = tokens[next];
    if (group?.kind !== 'number' || !/^\d{3}$/.test(group.text)) break;
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
