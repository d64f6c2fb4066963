import { describe, expect, it } from '@jest/globals';
import { findAccounts } from '../../../reports/parsing/account.ts';
import { findBanks } from '../../../reports/parsing/bank.ts';
import { findMoney } from '../../../reports/parsing/money.ts';
import { findPhones } from '../../../reports/parsing/phone.ts';
import { findWhen } from '../../../reports/parsing/when.ts';
import { NOW } from '../report-builder.ts';
import { ACCOUNT_CASES } from './account-cases.ts';
import { BANK_CASES } from './bank-cases.ts';
import { MONEY_CASES } from './money-cases.ts';
import { PHONE_CASES } from './phone-cases.ts';
import { WHEN_CASES } from './when-cases.ts';

const withoutDiacritics = (text: string): string =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

/** Without their marks these are other words. */
const OTHER_WORDS = ['ba mốt triệu', 'bốn tư triệu', 'chờ 1 tí'];

interface Table {
  readonly cases: readonly (readonly [text: string, expected: unknown])[];
  /** What is read, without the words as they were typed. */
  readonly read: (text: string) => unknown;
}

const TABLES: readonly (readonly [name: string, table: Table])[] = [
  [
    'money',
    { cases: MONEY_CASES, read: (text) => findMoney(text).map(({ amount, currency }) => [amount, currency]) },
  ],
  ['dates', { cases: WHEN_CASES, read: (text) => [findWhen(text, NOW)?.at, findWhen(text, NOW)?.precision] }],
  ['phones', { cases: PHONE_CASES, read: (text) => findPhones(text).map(({ value }) => value) }],
  ['banks', { cases: BANK_CASES, read: (text) => findBanks(text).map(({ bank }) => bank.code) }],
  [
    'accounts',
    {
      cases: ACCOUNT_CASES,
      read: (text) => findAccounts(text).map(({ number, bank }) => [number, bank?.code]),
    },
  ],
];

const isFound = (expected: unknown): boolean =>
  expected !== null && !(Array.isArray(expected) && expected.length === 0);

describe.each(TABLES)('the table of %s', (_name, { cases, read }) => {
  it('holds a hundred and more real spellings in which something is found', () => {
    const found = cases.filter(([, expected]) => isFound(expected)).map(([text]) => text);
    expect(new Set(found).size).toBeGreaterThanOrEqual(100);
  });

  it('is read the same when the diacritics are left out, and when they are typed as signs of their own', () => {
    const texts = cases.map(([text]) => text).filter((text) => !OTHER_WORDS.includes(text));
    const differing = texts.filter((text) => {
      const spellings = [text, withoutDiacritics(text), text.normalize('NFD')];
      return new Set(spellings.map((spelling) => JSON.stringify(read(spelling)))).size > 1;
    });
    expect(differing).toEqual([]);
  });
});
