import { describe, expect, it } from '@jest/globals';
import { findAccounts } from '../../../reports/parsing/account.ts';
import { ACCOUNT_CASES } from './account-cases.ts';

describe('receiving accounts', () => {
  it.each(ACCOUNT_CASES)('%p', (text, accounts) => {
    const found = findAccounts(text).map(({ number, bank, holder }) => [number, bank?.name ?? null, holder]);
    expect(found).toEqual(accounts);
  });

  it('a number alone is one when an account was asked for', () => {
    expect(findAccounts('1023456789', { isAnswer: true }).map(({ number }) => number)).toEqual([
      '1023456789',
    ]);
    expect(findAccounts('0912345678 mb', { isAnswer: true })).toMatchObject([
      { number: '0912345678', bank: { name: 'MB' } },
    ]);
  });
});
