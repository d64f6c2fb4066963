import { describe, expect, it } from '@jest/globals';
import { analyse } from '../../knowledge/language/analyse.ts';
import { cleanText } from '../../knowledge/language/clean-text.ts';
import { fold, toneLast } from '../../knowledge/language/letters.ts';
import { isAccented, tokenize } from '../../knowledge/language/tokens.ts';
import { isVietnameseSyllable } from '../../knowledge/language/vietnamese-syllable.ts';
import { writtenKnowledge } from '../support/written-knowledge.ts';

const { language } = writtenKnowledge();

/** The words of a message as the search sees them. */
const words = (message: string): string =>
  analyse(message, language)
    .tokens.map((token) => token.word)
    .join(' ');

describe('letters', () => {
  it.each([
    ['được', 'duoc'],
    ['Đường dây nóng', 'Duong day nong'],
    ['khoá', 'khoa'],
    ['otp 156', 'otp 156'],
    ['đ\u01b0\u01a1\u0323c', 'duoc'],
  ])('%s without diacritics is %s', (word, folded) => {
    expect(fold(word)).toBe(folded);
  });

  it.each([
    ['hoà', 'hòa'],
    ['khoá', 'khóa'],
    ['thuỷ', 'thủy'],
    ['chuyễn', 'chuyển'],
    ['đo\u0300i', 'đòi'],
  ])('%s and %s are one word', (left, right) => {
    expect(toneLast(left)).toBe(toneLast(right));
  });

  it.each([
    ['lừa', 'lua'],
    ['ma', 'mà'],
    ['o', 'ô'],
    ['con', 'cơn'],
  ])('%s and %s stay different words', (left, right) => {
    expect(toneLast(left)).not.toBe(toneLast(right));
  });
});

describe('cleaning a message', () => {
  it.each([
    ['ALO\u0000 công\u200b an 🚨 ơiiiii', 'alo công an ơi'],
    ['  nhiều \n\n dòng\t ', 'nhiều dòng'],
    ['CCCD', 'cccd'],
    ['cu\u031b\u0301u', 'cứu'],
    ['🙂🙂🙂', ''],
  ])('%j is read as %j', (message, cleaned) => {
    expect(cleanText(message)).toBe(cleaned);
  });

  it('looks at no more than the first 2,000 characters', () => {
    expect(cleanText('a b '.repeat(10_000)).length).toBeLessThanOrEqual(2_000);
  });
});

describe('spelling', () => {
  it.each([
    ['e lo ck cho no r, h s day', 'em lo chuyển khoản cho no rồi giờ sao day'],
    ['stk ngân hàng', 'số tài khoản ngân hàng'],
    ['hông biết mần răng', 'không biết làm sao'],
    ['đổi mk zalo', 'mật khẩu zalo'],
    ['mk bị lừa', 'mình bị lừa'],
    ['fb bị hack', 'facebook bị hack'], // "hack" is the residents' own word
    ['cccd của tau', 'căn cước của tôi'],
    ['bật 2fa', 'bật bảo mật hai lớp'],
    ['tao hỏi ba tao chuyện nớ là chi rứa', 'tôi hỏi bố tôi chuyện đó là gì vậy'],
    ['tao tai khoan o dia chi nao', 'tao tài khoản o dia chi nao'],
  ])('%s is read as %s', (typed, read) => {
    expect(words(typed)).toBe(read);
  });

  it.each(['mất 20 triệu', 'mất 20tr', 'mất 1tr9', 'mất 500k', 'mất hai chục triệu', 'mất 3 tỷ rưỡi'])(
    'the sum in "%s" is one word',
    (message) => {
      expect(words(message)).toBe('mất sốtiền');
    },
  );

  it('a year, a count and a hotline are no sums', () => {
    expect(words('gọi 113 lúc 10 giờ năm 2026')).not.toContain('sốtiền');
  });
});

describe('numbers and links', () => {
  it.each([
    ['stk 19034567890123 techcombank', 'accounts'],
    ['số 0912.345.678 gọi', 'phones'],
    ['gọi +84 912 345 678', 'phones'],
    ['https://vcb-uudai.top/abc', 'links'],
    ['vào web shopee-trian.vip', 'links'],
    ['mã DL-20261118-0012', 'caseCodes'],
    ['mã K7M4-QX9C', 'caseCodes'],
    ['mã k7m4qx9c', 'caseCodes'],
    ['Xem giúp tin DL-20261118-0012.', 'caseCodes'],
    ['Chuyển vào tài khoản 19034567890123.', 'accounts'],
  ] as const)('"%s" holds one of %s', (message, kind) => {
    expect(analyse(message, language).entities[kind]).toHaveLength(1);
  });

  it.each([
    ['0987 654 321', true],
    ['https://abc.xyz', true],
    ['K7M4-QX9C', true],
    ['số 0987654321 lừa tôi', false],
    ['alo', false],
    ['', false],
  ])('"%s" is nothing but a number or link: %s', (message, bare) => {
    expect(analyse(message, language).entities.bare).toBe(bare);
  });

  it('a sum of money is no account', () => {
    expect(analyse('mất 15.000.000 đồng', language).entities.accounts).toHaveLength(0);
  });
});

describe('whether diacritics were typed', () => {
  it.each([
    ['em bị lừa tiền', true],
    ['em bi lua tien', false],
    ['em bi lua tiền ở chợ rồi', true],
    ['toi muon hoi ve viec nay ạ', false],
    ['123', false],
  ])('"%s": %s', (message, accented) => {
    expect(isAccented(tokenize(cleanText(message)))).toBe(accented);
  });
});

describe('Vietnamese syllables', () => {
  it.each(['nghieng', 'quyet', 'gi', 'chuyen', 'anh', 'khuya'])('%s could be one', (word) => {
    expect(isVietnameseSyllable(word)).toBe(true);
  });

  it.each(['hagn', 'shiper', 'giwo', 'ngta', 'facebook', 'zl'])('%s could not', (word) => {
    expect(isVietnameseSyllable(word)).toBe(false);
  });
});
