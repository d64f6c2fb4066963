import { describe, expect, it } from '@jest/globals';
import { withNewIndicators } from '../../reports/add-to-report.ts';
import { extractFacts } from '../../reports/extract-facts.ts';
import { indicatorsOf } from '../../reports/indicators/from-facts.ts';
import { findOfficialOwner } from '../../reports/indicators/lookalike-domain.ts';
import { formsOf } from '../../reports/indicators/same-trace.ts';
import type { Indicator } from '../../reports/report.ts';
import { NOW } from './report-builder.ts';

const account = (value: string): Indicator => ({ kind: 'account', value, display: value });
const valuesOf = (indicators: readonly Indicator[]): string[] => indicators.map(({ value }) => value);

describe('the same trace under several forms', () => {
  it('an account named with and without its bank is one trace, with the bank', () => {
    const messages = [
      'stk 0123456789',
      'stk 0123456789 – MB – NGUYEN VAN A',
      '0123456789 – MB – NGUYEN VAN A',
    ];
    const all = messages
      .map((message) => indicatorsOf(extractFacts(message, NOW)))
      .reduce((known, more) => withNewIndicators(known, more), []);
    expect(valuesOf(all)).toEqual(['970422:0123456789']);
  });

  it('the same number at two banks is two accounts', () => {
    const known = [account('970422:0123456789')];
    const all = withNewIndicators(known, [account('970436:0123456789'), account(':0123456789')]);
    expect(valuesOf(all)).toEqual(['970422:0123456789', '970436:0123456789']);
  });

  it('a number asked about without a bank is looked for at every bank, its own form first', () => {
    const forms = formsOf(account(':0123456789')).map(({ value }) => value);
    expect(forms[0]).toBe(':0123456789');
    expect(forms).toContain('970422:0123456789');
    expect(formsOf(account('970422:1')).map(({ value }) => value)).toEqual(['970422:1', ':1']);
  });

  it.each([
    ['vcbdigibank.vietcombank.com.vn', 'Vietcombank'],
    ['dichvucong.gov.vn', 'Cổng Dịch vụ công'],
    ['khanhhoa.gov.vn', 'cơ quan nhà nước (gov.vn)'],
    ['vcb-digibank.top', null],
    ['dichvucong-gov.vn', null],
  ])('%s belongs to %s', (host, owner) => {
    expect(findOfficialOwner(host)).toBe(owner);
  });
});
