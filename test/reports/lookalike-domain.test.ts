import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { KNOWN_BRANDS } from '../../reports/indicators/known-brands.ts';
import { findLookalike } from '../../reports/indicators/lookalike-domain.ts';
import { LOOKALIKE_CASES } from './lookalike-cases.ts';

describe('addresses that imitate others', () => {
  it.each(LOOKALIKE_CASES)('%p', (host, imitates) => {
    expect(findLookalike(host)?.imitates ?? null).toBe(imitates);
  });

  it('come with the real address', () => {
    expect(findLookalike('vietconbank.com')).toEqual({
      imitates: 'Vietcombank',
      official: 'vietcombank.com.vn',
      how: 'misspelt',
    });
  });

  it('no official address is taken for an imitation', () => {
    for (const host of KNOWN_BRANDS.flatMap(({ official }) => official))
      expect(findLookalike(host)).toBeNull();
  });

  it('any text is looked at without an error', () => {
    fc.assert(
      fc.property(fc.oneof(fc.domain(), fc.string({ maxLength: 80 })), (host) => {
        findLookalike(host);
      }),
    );
  });
});
