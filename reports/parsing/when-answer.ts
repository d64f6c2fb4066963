import { fold, readable } from './fold.ts';
import type { When } from './found-when.ts';
import { blankOut } from './place.ts';
import { vietnamParts } from './vietnam-time.ts';
import { findWhen } from './when.ts';

export type WhenAnswer = { readonly kind: 'when'; readonly when: When } | { readonly kind: 'unknown' };

const UNKNOWN =
  /(?:khong|ko|k|kg|chang|hong|chua) (?:nho|biet|ro|chac|de y)|quen (?:roi|mat)|^quen$|lau (?:roi|lam)|^(?:khong|ko) nho|chiu/;

const SHORT_ANSWERS: ReadonlyMap<string, string> = new Map([
  ['nay', 'hôm nay'],
  ['qua', 'hôm qua'],
  ['kia', 'hôm kia'],
  ['sang', 'sáng nay'],
  ['trua', 'trưa nay'],
  ['chieu', 'chiều nay'],
  ['toi', 'tối nay'],
  ['dem', 'đêm qua'],
]);

/** An answer to "when"; null when neither a time nor "không nhớ" is in it. */
export function readWhenAnswer(text: string, now: Date): WhenAnswer | null {
  const when = findWhen(text, now) ?? bareHourOrDay(text, now);
  if (when !== null) return { kind: 'when', when };
  return UNKNOWN.test(fold(readable(text)).trim()) ? { kind: 'unknown' } : null;
}

/** Politeness and doubt around a time. */
const AROUND = /\b(?:da|vang|a|nha|nhe|luc|vao|tam|khoang|chac|hinh nhu)\b/g;

/** Whether a reply is a time and not a word more: where a time was asked for, it can mean nothing else. */
export function isOnlyWhen(text: string, now: Date): boolean {
  const when = readWhenAnswer(text, now);
  if (when?.kind !== 'when') return false;
  const rest = fold(blankOut(readable(text), [when.when])).replace(AROUND, '');
  return SHORT_ANSWERS.has(fold(readable(text)).trim()) || !/[\p{L}\p{N}]/u.test(rest);
}

/** Answers so short that they are a time only as an answer: "hôm qua" typed as "qua", "nay", "sáng". */
function bareHourOrDay(text: string, now: Date): When | null {
  const folded = fold(readable(text)).trim();
  const full = SHORT_ANSWERS.get(folded);
  return full === undefined ? null : findWhen(full, now);
}

const two = (number: number) => String(number).padStart(2, '0');

/** As an officer would write it: "khoảng 21 giờ 00, ngày 21/11/2026", only as exact as what was said. */
export function formatWhen({ at, precision }: Pick<When, 'at' | 'precision'>): string {
  const { year, month, day, hour, minute } = vietnamParts(at);
  const date = `${two(day)}/${two(month)}/${year}`;
  switch (precision) {
    case 'minute':
      return `${two(hour)}:${two(minute)} ngày ${date}`;
    case 'hour':
      return `khoảng ${hour} giờ ngày ${date}`;
    case 'part':
      return `${partOfDay(hour)} ${date}`;
    case 'day':
      return `ngày ${date}`;
    case 'week':
      return `khoảng tuần của ngày ${date}`;
    case 'month':
      return `tháng ${month}/${year}`;
    case 'year':
      return `năm ${year}`;
  }
}

function partOfDay(hour: number): string {
  if (hour < 11) return 'sáng';
  if (hour < 14) return 'trưa';
  if (hour < 18) return 'chiều';
  return hour < 22 ? 'tối' : 'đêm';
}
