import { fold, readable } from './fold.ts';
import type { Money } from './money.ts';
import { readWordNumber } from './number-words.ts';
import { tokenise } from './tokens.ts';

/** A whole that was named in parts. */
export interface MoneyInParts {
  readonly whole: Money;
  /** How many payments it was. */
  readonly times: number;
  /** Whether the words say that the parts belong together; else they only stand in a row. */
  readonly isSaid: boolean;
}

/** What may stand between two amounts of one row: nothing that says of the second what it is. */
const BETWEEN =
  /^(?:[\s,;:+&-]|\b(?:va|roi|cong|voi|them|nua|tiep|tiep theo|sau do|lai|dong|chuyen|ck|nap|gui|lan (?:\d+|thu \S+|dau|mot|hai|ba|bon|nam|sau|cuoi|nua|tiep theo)|dot (?:\d+|dau|mot|hai|ba|sau|cuoi))\b)*$/;

/** Whether what stands between two amounts only strings them together. */
export const standsInRow = (between: string): boolean => BETWEEN.test(fold(between));

const OR = /^\s*,?\s*(?:hay|hoac)(?: la| khoang| tam| gan| hon)*\s*$/;

/** "20 triệu hay 25 triệu": amounts of which only one is meant; none where nobody wavers. */
export const alternativesIn = (text: string, found: readonly Money[]): readonly Money[] => {
  const folded = fold(readable(text));
  const second = found.findIndex((money, index) => {
    const previous = found[index - 1];
    return previous !== undefined && OR.test(folded.slice(previous.end, money.start));
  });
  return second === -1 ? [] : found.slice(second - 1, second + 1);
};

/** "lần lượt", "lần 1", "3 lần": the amounts of a row are payments of their own. */
const ONE_BY_ONE =
  /\blan luot\b|\b(?:lan|dot) (?:\d|dau|mot|thu nhat|truoc)\b|\b(?:\d+|hai|ba|bon|nam) (?:lan|dot)\b/;

const EACH = /\b(?:moi|tung|1|mot) (?:lan|dot)(?: (?:la|chuyen|ck|nap|gui|het|khoang|tam))*\s*$/;
const TIMES_BEHIND = /^\s*(?:x|nhan)?\s*(\d{1,2}) (?:lan|dot)\b/;
const EACH_BEHIND = /^\s*(?:1|mot|moi|tung) (?:lan|dot)\b/;
const MOST_TIMES = 100;

/**
 * The sum of a row of amounts in đồng ("lần lượt 50 triệu, 120 triệu, 230tr"; "5tr, 7tr và 10tr"), or so many times the same
 * ("3 lần, mỗi lần 20 triệu"); null where the text names no parts. `found` are all amounts of the text.
 */
export function moneyInParts(text: string, found: readonly Money[]): MoneyInParts | null {
  const folded = fold(readable(text));
  const repeated = sameEachTime(text, folded, found) ?? perhapsEachTime(folded, found);
  if (repeated !== null) return repeated;
  const row = longestRow(folded, found);
  const [first] = row;
  const last = row.at(-1);
  if (first === undefined || last === undefined || row.length < 2) return null;
  const before = folded.slice(sentenceStart(folded, first.start), last.start);
  const amount = row.reduce((sum, money) => sum + money.amount, 0);
  const approximate = row.some((money) => money.approximate);
  return {
    whole: { amount, currency: 'VND', approximate, start: first.start, end: last.end },
    times: row.length,
    isSaid: ONE_BY_ONE.test(before),
  };
}

function longestRow(folded: string, found: readonly Money[]): readonly Money[] {
  const rows: Money[][] = [];
  for (const money of found.filter(({ currency }) => currency === 'VND')) {
    const row = rows.at(-1);
    const previous = row?.at(-1);
    if (row !== undefined && previous !== undefined && standsInRow(folded.slice(previous.end, money.start)))
      row.push(money);
    else rows.push([money]);
  }
  return rows.reduce<readonly Money[]>((longest, row) => (row.length > longest.length ? row : longest), []);
}

/** "3 lần mỗi lần 20 triệu", "mỗi lần 20tr, ba lần", "20 triệu một lần, tất cả 3 lần". */
function sameEachTime(text: string, folded: string, found: readonly Money[]): MoneyInParts | null {
  const each = found.find(
    ({ start, end, currency }) =>
      currency === 'VND' && (EACH.test(folded.slice(0, start)) || EACH_BEHIND.test(folded.slice(end))),
  );
  const times = each === undefined ? null : timesIn(text);
  if (each === undefined || times === null) return null;
  return { whole: { ...each, amount: each.amount * times }, times, isSaid: true };
}

/** "2 triệu 3 lần" may be six million, or two in three payments. */
function perhapsEachTime(folded: string, found: readonly Money[]): MoneyInParts | null {
  const [only] = found;
  if (only?.currency !== 'VND' || found.length > 1) return null;
  const times = Number(TIMES_BEHIND.exec(folded.slice(only.end))?.[1] ?? 0);
  return times < 2 ? null : { whole: { ...only, amount: only.amount * times }, times, isSaid: false };
}

/** "3 lần", "ba đợt"; from two on. */
function timesIn(text: string): number | null {
  const { list } = tokenise(text);
  for (const [at, { text, kind }] of list.entries()) {
    const word = kind === 'number' ? null : readWordNumber(list, at);
    const value = kind === 'number' ? Number(text) : (word?.value ?? 0);
    const behind = list[word?.next ?? at + 1]?.text ?? '';
    if (Number.isInteger(value) && value >= 2 && value <= MOST_TIMES && /^(?:lan|dot)$/.test(behind))
      return value;
  }
  return null;
}

/** Where the sentence begins in which this place is. */
function sentenceStart(folded: string, place: number): number {
  const ends = [...folded.slice(0, place).matchAll(/[.!?\n](?=\s)|\n/g)];
  return ends.at(-1)?.index ?? 0;
}
