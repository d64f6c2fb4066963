import { describe, expect, it } from '@jest/globals';
import type { Draft } from '../../reports/duplicates.ts';
import { likelyDuplicate } from '../../reports/duplicates.ts';
import { NOW, SECRETS, reportOf } from './report-builder.ts';

const HOUR_MS = 3_600_000;
const report = reportOf();
const phone = { kind: 'phone', value: '+84987654321', display: '0987.654.321' } as const;
const draftOf = (overrides: Partial<Draft> = {}): Draft => ({
  category: 'C01',
  indicators: [],
  what: 'Một chuyện hoàn toàn khác về tin giả trên mạng xã hội',
  now: new Date(NOW.getTime() + HOUR_MS),
  ...overrides,
});

describe('a likely duplicate by the same person', () => {
  const DAYS_LATER = new Date(NOW.getTime() + 96 * HOUR_MS);
  const ALIKE = 'co nguoi xung la cong an bao toi chuyen tien vao tai khoan tam giu';

  it.each<readonly [string, Partial<Draft>, boolean]>([
    ['the same kind of matter within three days', {}, true],
    ['the same kind of matter later', { now: DAYS_LATER }, false],
    ['the same kind and the same number, also later', { indicators: [phone], now: DAYS_LATER }, true],
    [
      'the same kind and another number, later',
      { indicators: [{ ...phone, value: '+84911111111' }], now: DAYS_LATER },
      false,
    ],
    ['the same number in another kind of matter', { indicators: [phone], category: 'C06' }, false],
    ['the same words, taken for another kind of matter', { what: SECRETS.words, category: 'C02' }, true],
    ['the same words without diacritics', { what: ALIKE, category: 'C02' }, true],
    ['nearly the same words', { what: `${SECRETS.words} hôm qua`, category: 'C02' }, true],
    ['a few common words', { what: 'có người xưng là công an', category: 'C02' }, false],
    ['other words about another kind of matter', { category: 'C02' }, false],
    ['the same words after four days', { what: SECRETS.words, category: 'C02', now: DAYS_LATER }, false],
  ])('%s', (_rule, overrides, isDuplicate) => {
    expect(likelyDuplicate(draftOf(overrides), [report])?.id ?? null).toBe(isDuplicate ? report.id : null);
  });

  it.each(['withdrawn', 'closed', 'rejected'] as const)('what is %s is told anew', (status) => {
    expect(likelyDuplicate(draftOf({ what: SECRETS.words }), [{ ...report, status }])).toBeNull();
  });

  it('of several the newest is taken', () => {
    const newer = reportOf();
    expect(likelyDuplicate(draftOf({ indicators: [phone] }), [newer, report])?.id).toBe(newer.id);
  });

  it('without earlier reports there is none', () => {
    expect(likelyDuplicate(draftOf({ what: SECRETS.words }), [])).toBeNull();
  });
});
