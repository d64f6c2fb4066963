import { randomInt } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findCaseCode, newCaseCode, parseCaseCode } from '../../reports/case-code.ts';
import { findPin, isTrivialPin, newPin, parsePin } from '../../reports/pin.ts';

const random = (bound: number) => randomInt(bound);
const SIGNS = '23456789ACEFHJKMNPRTWXY';

describe('case codes', () => {
  it('look like K7M4-QX9C and have no signs that are mistaken for others', () => {
    for (let count = 0; count < 500; count += 1) {
      expect(newCaseCode(random)).toMatch(/^[2-9ACEFHJKMNPRTWXY]{4}-[2-9ACEFHJKMNPRTWXY]{4}$/);
    }
  });

  it('are read with spaces, lower case, other dashes and without any', () => {
    const code = newCaseCode(random);
    const [a = '', b = ''] = code.split('-');
    const spellings = [
      code,
      code.toLowerCase(),
      a + b,
      `${a} ${b}`,
      ` ${a} - ${b} `,
      `${a}–${b}`,
      `${a}.${b}`,
      Array.from(a + b).join(' '),
    ];
    for (const spelling of spellings) expect(parseCaseCode(spelling)).toBe(code);
  });

  it('forgive B for 8, S for 5, Z for 2 and G for 6', () => {
    const code = newCaseCode(random);
    const written = code.replace(/8/g, 'B').replace(/5/g, 's').replace(/2/g, 'Z').replace(/6/g, 'g');
    expect(parseCaseCode(written)).toBe(code);
  });

  it('every single wrong sign is noticed', () => {
    const code = newCaseCode(random);
    for (let index = 0; index < code.length; index += 1) {
      for (const sign of SIGNS) {
        if (code.charAt(index) === '-' || code.charAt(index) === sign) continue;
        expect(parseCaseCode(code.slice(0, index) + sign + code.slice(index + 1))).toBeNull();
      }
    }
  });

  it('every swap of two signs is noticed', () => {
    const signs = Array.from(newCaseCode(random).replace('-', ''));
    for (let one = 0; one < signs.length; one += 1) {
      for (let other = one + 1; other < signs.length; other += 1) {
        if (signs[one] === signs[other]) continue;
        const swapped = signs.map((sign, at) =>
          at === one ? signs[other] : at === other ? signs[one] : sign,
        );
        expect(parseCaseCode(swapped.join(''))).toBeNull();
      }
    }
  });

  it.each(['', '----', 'K7M4', 'K7M4-QX9C-2', 'công an xã', '12345678', '0912345678'])(
    '%p is none',
    (text) => {
      expect(parseCaseCode(text)).toBeNull();
    },
  );

  it('are found inside a sentence', () => {
    const code = newCaseCode(random);
    expect(findCaseCode(`Cho em hỏi mã ${code.toLowerCase()} đến đâu rồi ạ?`)).toBe(code);
    expect(findCaseCode(`mã:${code.replace('-', ' ')},pin 482913`)).toBe(code);
    expect(findCaseCode('Cho em hỏi hồ sơ của em đến đâu rồi ạ?')).toBeNull();
  });

  it('any text is read without an error', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        expect([null, findCaseCode(text)]).toContain(findCaseCode(text));
        parseCaseCode(text);
      }),
    );
  });

  it('a random source that always says the same is refused', () => {
    expect(() => newCaseCode(() => 0)).toThrow('random source');
    expect(() => newPin(() => 0)).toThrow('random source');
  });
});

describe('PINs', () => {
  it('have six digits and are never trivial', () => {
    for (let count = 0; count < 500; count += 1) {
      const pin = newPin(random);
      expect(pin).toMatch(/^[0-9]{6}$/);
      expect(isTrivialPin(pin)).toBe(false);
    }
  });

  it.each(['000000', '123456', '654321', '111222', '121212', '123123', '999999', '012345'])(
    '%s is trivial',
    (pin) => {
      expect(isTrivialPin(pin)).toBe(true);
    },
  );

  it.each([
    ['482913', '482913'],
    [' 482 913 ', '482913'],
    ['482-913', '482913'],
    ['４８２９１３', '482913'],
    ['48291', null],
    ['4829134', null],
    ['48a913', null],
  ])('%p is read as %p', (text, pin) => {
    expect(parsePin(text)).toBe(pin);
  });

  it.each([
    ['482 913', '482913'],
    ['pin là 482913 ạ', '482913'],
    ['mã PIN của em: 48-29-13', '482913'],
    ['5P7C3WF6', null],
    ['hôm 20/11/2026 em gửi', null],
    ['482913 hay là 482931', null],
    ['0912345678', null],
  ])('in %p is found %p', (text, pin) => {
    expect(findPin(text)).toBe(pin);
  });
});
