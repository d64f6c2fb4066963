import type { Token } from './tokens.ts';
import { typedAs } from './tokens.ts';

interface Digit {
  readonly value: number;
  /** As typed with diacritics; without any it is understood as well. */
  readonly spellings: readonly string[];
}

const DIGITS: Readonly<Record<string, Digit>> = {
  khong: { value: 0, spellings: ['không'] },
  mot: { value: 1, spellings: ['một', 'mốt', 'môt'] },
  hai: { value: 2, spellings: [] },
  ba: { value: 3, spellings: [] },
  bon: { value: 4, spellings: ['bốn'] },
  nam: { value: 5, spellings: ['năm'] },
  sau: { value: 6, spellings: ['sáu'] },
  bay: { value: 7, spellings: ['bảy', 'bẩy'] },
  tam: { value: 8, spellings: ['tám'] },
  chin: { value: 9, spellings: ['chín'] },
};

/** Forms that a digit takes only after tens: mười lăm, hai mươi tư. */
const AFTER_TENS: Readonly<Record<string, Digit>> = {
  ...DIGITS,
  lam: { value: 5, spellings: ['lăm'] },
  nham: { value: 5, spellings: ['nhăm'] },
  tu: { value: 4, spellings: ['tư'] },
};

/** Tens said without "mươi": ba mốt, hai lăm, bốn tư. */
const SHORT_UNITS = ['mốt', 'lăm', 'nhăm', 'tư', 'lam', 'nham'];

export interface WordNumber {
  readonly value: number;
  /** Index of the first token after it. */
  readonly next: number;
}

/** A number below 1,000 in words at `index` ("hai trăm rưỡi", "mười lăm", "ba mốt", "năm chục"), or null. */
export function readWordNumber(tokens: readonly Token[], index: number): WordNumber | null {
  return readHundreds(tokens, index) ?? readBelowHundred(tokens, index);
}

export function isWord(token: Token | undefined, folded: string, ...spellings: readonly string[]): boolean {
  return token !== undefined && token.text === folded && typedAs(token, ...spellings);
}

export const isHundred = (token: Token | undefined) => isWord(token, 'tram', 'trăm');
export const isTen = (token: Token | undefined) => isWord(token, 'chuc', 'chục');
export const isHalfMore = (token: Token | undefined) => isWord(token, 'ruoi', 'rưỡi', 'rưởi', 'rười');

/** The digit that may stand for tenths after a unit: một tỷ hai, hai triệu tư, ba triệu mốt. */
export function readTailDigit(tokens: readonly Token[], index: number): WordNumber | null {
  const value = digitAt(tokens, index, AFTER_TENS);
  return value === null || value === 0 ? null : { value, next: index + 1 };
}

/** What follows hundreds: "linh năm", "lẻ năm", "hai mươi", or one digit for tens ("trăm hai" is 120). */
export function readAfterHundred(tokens: readonly Token[], index: number): WordNumber {
  const token = tokens[index];
  if (isHalfMore(token)) return { value: 50, next: index + 1 };
  if (isWord(token, 'linh') || isWord(token, 'le', 'lẻ')) {
    const unit = digitAt(tokens, index + 1, AFTER_TENS);
    if (unit !== null) return { value: unit, next: index + 2 };
  }
  const rest = readBelowHundred(tokens, index) ?? readTailDigit(tokens, index);
  if (rest === null) return { value: 0, next: index };
  return { value: rest.value < 10 ? rest.value * 10 : rest.value, next: rest.next };
}

function readHundreds(tokens: readonly Token[], index: number): WordNumber | null {
  const digit = digitAt(tokens, index, DIGITS);
  if (digit === null || !isHundred(tokens[index + 1])) return null;
  const rest = readAfterHundred(tokens, index + 2);
  return { value: digit * 100 + rest.value, next: rest.next };
}

function readBelowHundred(tokens: readonly Token[], index: number): WordNumber | null {
  if (isWord(tokens[index], 'muoi', 'mười')) return withUnit(tokens, index + 1, 10);
  const digit = digitAt(tokens, index, DIGITS);
  if (digit === null) return null;
  const second = tokens[index + 1];
  if (isWord(second, 'muoi', 'mươi', 'mười')) return withUnit(tokens, index + 2, digit * 10);
  if (isTen(second)) return { value: digit * 10, next: index + 2 };
  const isShort = digit >= 2 && second !== undefined && SHORT_UNITS.includes(second.typed);
  return isShort ? withUnit(tokens, index + 1, digit * 10) : { value: digit, next: index + 1 };
}

function withUnit(tokens: readonly Token[], index: number, tens: number): WordNumber {
  const unit = digitAt(tokens, index, AFTER_TENS);
  const isUnit = unit !== null && unit > 0;
  return isUnit ? { value: tens + unit, next: index + 1 } : { value: tens, next: index };
}

function digitAt(
  tokens: readonly Token[],
  index: number,
  digits: Readonly<Record<string, Digit>>,
): number | null {
  const token = tokens[index];
  if (token === undefined || !Object.hasOwn(digits, token.text)) return null;
  const digit = digits[token.text];
  return digit !== undefined && typedAs(token, ...digit.spellings) ? digit.value : null;
}
