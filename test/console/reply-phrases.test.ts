import { describe, expect, it } from '@jest/globals';
import { replyPhrases } from '../../console/texts/reply-phrases.ts';
import { OFFICER_MESSAGE_MAX_CHARS } from '../../reports/write-to-resident.ts';

const phrases = replyPhrases('Công an xã Đại Lãnh');

describe('the words that are ready for an officer’s answer', () => {
  it('have short names of their own, for a button on a phone', () => {
    const titles = phrases.map(({ title }) => title);
    expect(new Set(titles).size).toBe(titles.length);
    expect(titles.filter((title) => title.length > 20)).toEqual([]);
  });

  it.each(phrases.map(({ title, text }) => [title, text]))(
    '“%s” is short, and leaves room for more',
    (_title, text) => {
      expect(text.length).toBeLessThan(OFFICER_MESSAGE_MAX_CHARS / 4);
      expect(text).toMatch(/[.?]$/);
    },
  );

  it.each(phrases.map(({ title, text }) => [title, text]))(
    '“%s” names codes, passwords and payments only to warn of them',
    (_title, text) => {
      for (const sentence of text
        .split(/(?<=[.?]) /)
        .filter((one) => /OTP|mật khẩu|số thẻ|chuyển tiền/i.test(one)))
        expect(sentence).toMatch(/che mã OTP|không hỏi mã OTP|biên lai chuyển tiền/);
    },
  );
});
