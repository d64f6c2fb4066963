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
  it.each<readonly [string, Partial<Draft>, boolean]>([
    ['the same number and category', { indicators: [phone] }, true],
    ['the same number in another category', { indicators: [phone], category: 'C06' }, false],
    ['another number', { indicators: [{ ...phone, value: '+84911111111' }] }, false],
    ['the same words', { what: SECRETS.words }, true],
    [
      'the same words without diacritics',
      { what: 'co nguoi xung la cong an bao toi chuyen tien vao tai khoan tam giu' },
      true,
    ],
    ['nearly the same words', { what: `${SECRETS.words} hôm qua` }, true],
    ['a few common words', { what: 'có người xưng là công an' }, false],
    ['other words', {}, false],
    [
      'the same words after four days',
      { what: SECRETS.words, now: new Date(NOW.getTime() + 96 * HOUR_MS) },
      false,
    ],
  ])('%s: %s', (_rule, overrides, isDuplicate) => {
    expect(likelyDuplicate(draftOf(overrides), [report])?.id ?? null).toBe(isDuplicate ? report.id : null);
  });

  it('a withdrawn report is not repeated but told anew', () => {
    expect(
      likelyDuplicate(draftOf({ what: SECRETS.words }), [{ ...report, status: 'withdrawn' }]),
    ).toBeNull();
  });

  it('of several the newest is taken', () => {
    const newer = reportOf();
    expect(likelyDuplicate(draftOf({ indicators: [phone] }), [newer, report])?.id).toBe(newer.id);
  });

  it('without earlier reports there is none', () => {
    expect(likelyDuplicate(draftOf({ what: SECRETS.words }), [])).toBeNull();
  });
});
