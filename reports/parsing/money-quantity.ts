import { readMoneyUnit } from './money-units.ts';
import { isHundred, isTen, isWord, readAfterHundred, readWordNumber } from './number-words.ts';
import type { Token } from './tokens.ts';

/** "15", "1,5", "5 trăm", "hai mươi lăm", "nửa", "chục", "trăm rưỡi". */
export function readQuantity(
  tokens: readonly Token[],
  index: number,
): { value: number; next: number } | null {
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
export function digitsValue(text: string): number {
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(text)) return Number(text.replace(/[.,]/g, ''));
  return Number(text.replace(',', '.'));
}

/** Numbers inside dates, times, links and longer numbers are no money: 20/11, 9:30, 0912.345.678, a1b2. */
export function isPartOfSomethingElse(tokens: readonly Token[], first: number, next: number): boolean {
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
