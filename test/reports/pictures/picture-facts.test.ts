import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { pictureFacts } from '../../../reports/pictures/picture-facts.ts';
import { RECEIPTS } from './receipt-cases.ts';

const NOW = new Date('2026-11-22T02:00:00Z');

describe('the receipt of a transfer', () => {
  it.each(RECEIPTS)('%s', (_name, words, shows) => {
    const facts = pictureFacts(words, NOW);
    expect(facts?.kind === 'receipt' ? facts.text : null).toBe(shows);
  });
});

describe('a screenshot', () => {
  it('shows telephone numbers, links and accounts that are called so', () => {
    const words = 'Zalo: 0912 345 678\nVào link vay-nhanh247.top/dk nhé\nstk 0123456789 MB NGUYEN VAN AN';
    expect(pictureFacts(words, NOW)?.text).toBe(
      'số 0912 345 678; vay-nhanh247.top/dk; tài khoản 0123456789 – MB – NGUYEN VAN AN',
    );
  });

  it('with no trace in it is not asked about', () => {
    expect(pictureFacts('Chào chị, em bên giao hàng, 15:30 em tới', NOW)).toBeNull();
  });
});

describe('whatever a machine reads', () => {
  it('is read without an error and shown in a bounded text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400, unit: 'grapheme' }), (words) => {
        const facts = pictureFacts(`giao dịch thành công\nsố tiền ${words}`, NOW);
        expect(facts?.text.length ?? 0).toBeLessThan(2_000);
      }),
    );
  });
});
