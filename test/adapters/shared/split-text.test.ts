import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codePointLength, shortTitle, splitText } from '../../../adapters/split-text.ts';

const withoutSpace = (text: string) => text.replace(/\s+/gu, '');
const graphemes = new Intl.Segmenter('vi', { granularity: 'grapheme' });

describe('dividing a long text', () => {
  it.each([
    ['at paragraphs', 'Đoạn một dài.\n\nĐoạn hai dài.', 20, ['Đoạn một dài.', 'Đoạn hai dài.']],
    ['at lines', '1. Gọi 113\n2. Khóa thẻ\n3. Giữ tin', 24, ['1. Gọi 113\n2. Khóa thẻ', '3. Giữ tin']],
    [
      'at sentences',
      'Không chuyển tiền. Gọi ngân hàng ngay.',
      25,
      ['Không chuyển tiền.', 'Gọi ngân hàng ngay.'],
    ],
    ['at words', 'một hai ba bốn năm sáu', 12, ['một hai ba', 'bốn năm sáu']],
    ['within a word only when it must', 'ă'.repeat(25), 10, ['ă'.repeat(10), 'ă'.repeat(10), 'ă'.repeat(5)]],
    ['not at all when it fits', 'Xin chào', 8, ['Xin chào']],
    ['to nothing when it is blank', ' \n ', 8, []],
  ])('%s', (_where, text, limit, parts) => {
    expect(splitText(text, limit)).toEqual(parts);
  });

  it('never makes a part that is too long, never loses a letter', () => {
    const words = fc.array(
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.constantFrom('. ', '\n\n', ' ', 'Tôi bị lừa')),
    );
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 1, max: 50 }),
        fc.integer({ min: 1, max: 50 }),
        (pieces, limit, last) => {
          const text = pieces.join('').normalize('NFC');
          const parts = splitText(text, limit, Math.min(limit, last));
          expect(withoutSpace(parts.join(''))).toBe(withoutSpace(text));
          for (const part of parts) {
            expect(codePointLength(part)).toBeLessThanOrEqual(limit);
            expect(part.trim()).not.toBe('');
          }
          expect(codePointLength(parts.at(-1) ?? '')).toBeLessThanOrEqual(Math.min(limit, last));
        },
      ),
      { numRuns: 500 },
    );
  });

  it('keeps signs that belong together, together', () => {
    const family = '👨‍👩‍👧';
    for (const part of splitText(family.repeat(10), 7)) {
      expect([...graphemes.segment(part)].every(({ segment }) => segment === family)).toBe(true);
    }
  });

  it('takes long texts in little time', () => {
    const begin = performance.now();
    expect(splitText('Không ai được hỏi mã OTP. '.repeat(8_000), 2000).length).toBeGreaterThan(100);
    expect(performance.now() - begin).toBeLessThan(3_000);
  });
});

describe('a title on a small button', () => {
  it.each([
    ['Báo tin', 20, 'Báo tin'],
    ['Bị lừa chuyển tiền qua mạng', 20, 'Bị lừa chuyển tiền…'],
    ['👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧', 20, '👨‍👩‍👧👨‍👩‍👧…'],
  ])('%s within %d is %s', (title, limit, expected) => {
    expect(shortTitle(title, limit)).toBe(expected);
    expect(shortTitle(title, limit).length).toBeLessThanOrEqual(limit);
  });
});
