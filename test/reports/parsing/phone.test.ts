import { describe, expect, it } from '@jest/globals';
import { findPhones } from '../../../reports/parsing/phone.ts';
import { PHONE_ANSWER_CASES, PHONE_CASES } from './phone-cases.ts';

describe('telephone numbers', () => {
  it.each(PHONE_CASES)('%p', (text, numbers) => {
    expect(findPhones(text).map(({ value }) => value)).toEqual(numbers);
  });

  it.each(PHONE_ANSWER_CASES)('as an answer: %p', (text, numbers) => {
    expect(findPhones(text, { isAnswer: true }).map(({ value }) => value)).toEqual(numbers);
  });

  it('are shown as people write them, and found where they stand', () => {
    const text = 'gọi từ +84912345678 nhé';
    const [phone] = findPhones(text);
    expect(phone?.display).toBe('0912 345 678');
    expect(text.slice(phone?.start, phone?.end)).toBe('+84912345678');
  });
});
