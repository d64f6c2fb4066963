import { describe, expect, it } from '@jest/globals';
import { vietnamParts } from '../../../reports/parsing/vietnam-time.ts';
import type { When } from '../../../reports/parsing/found-when.ts';
import { findWhen } from '../../../reports/parsing/when.ts';
import { formatWhen, isOnlyWhen, readWhenAnswer } from '../../../reports/parsing/when-answer.ts';
import { NOW } from '../report-builder.ts';
import { WHEN_ANSWER_CASES, WHEN_CASES } from './when-cases.ts';

/** In the short form of the tables. */
function understood(when: When | null): string | null {
  if (when === null) return null;
  return formatWhen(when)
    .replace('khoảng tuần của ngày', 'tuần')
    .replace(/ giờ ngày/, '')
    .replace(/ ngày /, ' ')
    .replace(/^ngày /, '');
}

describe('times, seen from Sunday 22 November 2026, 14:00', () => {
  it.each(WHEN_CASES)('%p', (text, expected) => {
    expect(understood(findWhen(text, NOW))).toBe(expected);
  });

  it.each(WHEN_ANSWER_CASES)('as an answer: %p', (text, expected) => {
    const answer = readWhenAnswer(text, NOW);
    expect(answer?.kind === 'unknown' ? 'unknown' : understood(answer?.when ?? null)).toBe(expected);
  });

  it.each([
    ['sáng nay', true],
    ['vừa nãy.', true],
    ['dạ tầm 3 giờ chiều ạ', true],
    ['nay', true],
    ['9h tối hôm qua', true],
    ['vừa chuyển', false],
    ['đang bị', false],
    ['sáng nay nó gọi', false],
    ['không nhớ', false],
    ['facebook', false],
  ])('%p is a time and not a word more: %p', (text, expected) => {
    expect(isOnlyWhen(text, NOW)).toBe(expected);
  });

  it('the calendar is the one of Vietnam: at 23:30 UTC it is already tomorrow there', () => {
    const lateInUtc = new Date('2026-11-22T23:30:00Z');
    expect(vietnamParts(lateInUtc)).toMatchObject({ day: 23, hour: 6, minute: 30 });
    expect(understood(findWhen('hôm nay', lateInUtc))).toBe('23/11/2026');
  });

  it('29 February is a day in leap years only', () => {
    const march = new Date('2028-03-05T05:00:00Z');
    expect(understood(findWhen('29/2', march))).toBe('29/02/2028');
    expect(findWhen('29/2/2027', march)).toBeNull();
  });
});
