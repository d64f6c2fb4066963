import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { extractFacts } from '../../../reports/extract-facts.ts';
import { findAccounts } from '../../../reports/parsing/account.ts';
import { BANKS } from '../../../reports/parsing/banks.ts';
import { findBanks } from '../../../reports/parsing/bank.ts';
import { findMoney } from '../../../reports/parsing/money.ts';
import { formatMoney, readMoneyAnswer } from '../../../reports/parsing/money-answer.ts';
import { findPhones } from '../../../reports/parsing/phone.ts';
import { fromVietnam } from '../../../reports/parsing/vietnam-time.ts';
import { findWhen } from '../../../reports/parsing/when.ts';
import { formatWhen } from '../../../reports/parsing/when-answer.ts';
import { NOW } from '../report-builder.ts';

const withoutDiacritics = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

const thousands = fc.integer({ min: 10, max: 9_999_999 }).map((count) => count * 1_000);
const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 0, max: 9 }), { minLength: length, maxLength: length })
    .map((list) => list.join(''));
const separator = fc.constantFrom('', ' ', '.', '-');

describe('an amount', () => {
  it('reads back as it is written in summaries', () => {
    fc.assert(
      fc.property(thousands, (amount) => {
        expect(findMoney(`mất ${formatMoney({ amount, currency: 'VND' })} rồi`)).toMatchObject([{ amount }]);
        expect(readMoneyAnswer(formatMoney({ amount, currency: 'VND' }))).toMatchObject({ amount });
      }),
    );
  });

  it('is the same in each way of writing it, with and without diacritics', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (millions) => {
        const ways = ['tr', ' tr', ' triệu', 'triệu', ' củ', '.000.000đ', ',000,000 vnd', ' triệu đồng'];
        for (const way of ways)
          for (const text of [`${millions}${way}`, withoutDiacritics(`${millions}${way}`)]) {
            if (text.endsWith(' cu')) continue;
            expect([text, findMoney(`nó lấy ${text} của tôi`).map(({ amount }) => amount)]).toEqual([
              text,
              [millions * 1_000_000],
            ]);
          }
      }),
      { numRuns: 60 },
    );
  });
});

describe('a time', () => {
  const past = fc.record({
    month: fc.integer({ min: 1, max: 10 }),
    day: fc.integer({ min: 1, max: 28 }),
    hour: fc.integer({ min: 0, max: 23 }),
    minute: fc.integer({ min: 0, max: 59 }),
  });

  it('reads back as it is written in summaries, and is never later than asked', () => {
    fc.assert(
      fc.property(past, ({ month, day, hour, minute }) => {
        const at = fromVietnam({ year: 2026, month, day }, hour, minute);
        const written = formatWhen({ at, precision: 'minute' });
        expect(findWhen(written, NOW)?.at.toISOString()).toBe(at.toISOString());
      }),
    );
  });

  it('in the evening is the same before and behind its day', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 6, max: 11 }),
        fc.constantFrom('qua', 'hôm qua', 'thứ sáu'),
        (hour, day) => {
          const ways = [`${hour}h tối ${day}`, `tối ${day} ${hour}h`, `tối ${day} lúc ${hour} giờ`];
          const read = ways.map((way) => findWhen(way, NOW)?.at.toISOString());
          expect(new Set(read).size).toBe(1);
        },
      ),
    );
  });
});

describe('a telephone number', () => {
  it('is the same however it is grouped, with 0 or +84', () => {
    fc.assert(
      fc.property(digits(7), separator, fc.constantFrom('91', '98', '38', '70', '56'), (rest, sign, head) => {
        const number = `${head}${rest}`;
        const grouped = [number.slice(0, 2), number.slice(2, 5), number.slice(5)].join(sign);
        const read = [`0${grouped}`, `+84${sign}${grouped}`].map(
          (text) => findPhones(`gọi ${text} nhé`)[0]?.value,
        );
        expect(read).toEqual([`+84${number}`, `+84${number}`]);
      }),
    );
  });
});

describe('an account', () => {
  it('is found with its bank in any order and grouping', () => {
    const bank = fc.constantFrom(...BANKS.slice(0, 12).map(({ name }) => name));
    fc.assert(
      fc.property(digits(11), bank, fc.constantFrom('', ' '), (rest, name, sign) => {
        const number = `1${rest}`;
        const grouped = (number.match(/.{1,4}/g) ?? []).join(sign);
        for (const text of [
          `stk ${grouped} ${name}`,
          `${name} stk ${grouped}`,
          `tài khoản ${grouped} tại ${name}`,
        ])
          expect([text, findAccounts(text)]).toMatchObject([text, [{ number, bank: { name } }]]);
      }),
    );
  });

  it('is never taken for a telephone or an amount as well', () => {
    fc.assert(
      fc.property(digits(9), (rest) => {
        const facts = extractFacts(`tôi chuyển vào stk 0${rest} vietcombank rồi`, NOW);
        expect([facts.accounts.length, facts.phones, facts.money]).toEqual([1, [], []]);
      }),
    );
  });
});

describe('a bank', () => {
  it.each(BANKS.map(({ name }) => [name]))('%s is known by its name, with and without diacritics', (name) => {
    const typed = (text: string) => findBanks(`ngân hàng ${text}`, { isAnswer: true })[0]?.bank.name;
    expect([typed(name), typed(withoutDiacritics(name)), typed(name.toUpperCase())]).toEqual([
      name,
      name,
      name,
    ]);
  });
});
