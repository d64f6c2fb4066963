import { describe, expect, it } from '@jest/globals';
import { findBanks } from '../../../reports/parsing/bank.ts';
import { BANKS, BESIDE_ACCOUNT } from '../../../reports/parsing/banks.ts';
import { fold } from '../../../reports/parsing/fold.ts';
import { BANK_CASES } from './bank-cases.ts';

describe('banks', () => {
  it.each(BANK_CASES)('%p', (text, banks) => {
    expect(findBanks(text).map(({ bank }) => bank.name)).toEqual(banks);
  });

  it('an ordinary word is a bank when a bank was asked for', () => {
    expect(findBanks('mb', { isAnswer: true }).map(({ bank }) => bank.code)).toEqual(['970422']);
  });

  it('each code, name and alias belongs to one bank', () => {
    const aliases = BANKS.flatMap((bank) => bank.aliases);
    expect(aliases.filter((alias, index) => aliases.indexOf(alias) !== index)).toEqual([]);
    expect(new Set(BANKS.map(({ code }) => code)).size).toBe(BANKS.length);
    for (const alias of aliases) expect(fold(alias)).toBe(alias);
    for (const word of BESIDE_ACCOUNT) expect(aliases).toContain(word);
  });
});
