import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { extractFacts } from '../../reports/extract-facts.ts';
import type { Facts } from '../../reports/extract-facts.ts';
import { indicatorsOf } from '../../reports/indicators/from-facts.ts';
import { fold, readable } from '../../reports/parsing/fold.ts';
import { readMoneyAnswer } from '../../reports/parsing/money-answer.ts';
import { formatWhen, readWhenAnswer } from '../../reports/parsing/when-answer.ts';
import { proposeUrgency } from '../../reports/urgency.ts';
import { MESSAGES } from './message-cases.ts';
import { NOW } from './report-builder.ts';

/** In the short form of the table; what was not found is left out. */
function short(facts: Facts): Record<string, unknown> {
  const all = {
    money: facts.mainMoney?.amount,
    when: facts.when === null ? undefined : formatWhen(facts.when),
    channels: facts.channels,
    phones: facts.phones.map(({ value }) => value),
    accounts: facts.accounts.map(({ number, bank, holder }) =>
      [number, bank?.name, holder].filter(Boolean).join(' '),
    ),
    links: facts.links.map(({ value }) => value),
    socials: facts.socials.map(({ value }) => value),
    emails: facts.emails.map(({ value }) => value),
  };
  return Object.fromEntries(
    Object.entries(all).filter(
      ([, found]) => found !== undefined && (!Array.isArray(found) || found.length > 0),
    ),
  );
}

describe('everything in one message', () => {
  it.each(MESSAGES)('%p', (message, expected) => {
    expect(short(extractFacts(message, NOW))).toEqual(expected);
  });
});

describe('indicators of a message', () => {
  it('are normalised, each once, and a page on a social network counts as that account', () => {
    const facts = extractFacts(
      'Số 0912.345.678 (gọi lại bằng +84 912 345 678), stk 0123456789 mb NGUYEN VAN AN, link hxxp://doidiem-vcb[.]top/a, facebook.com/Lua.Dao, mail a@vcb-hotro.top',
      NOW,
    );
    expect(indicatorsOf(facts)).toEqual([
      { kind: 'account', value: '970422:0123456789', display: '0123456789 – MB – NGUYEN VAN AN' },
      { kind: 'phone', value: '+84912345678', display: '0912 345 678' },
      { kind: 'link', value: 'doidiem-vcb.top/a', display: 'doidiem-vcb.top/a' },
      { kind: 'link', value: 'doidiem-vcb.top', display: 'doidiem-vcb.top' },
      { kind: 'social', value: 'facebook:lua.dao', display: 'facebook.com/Lua.Dao' },
      { kind: 'email', value: 'a@vcb-hotro.top', display: 'a@vcb-hotro.top' },
    ]);
  });

  it('the reporter’s own number is none', () => {
    const facts = extractFacts('số em 0912345678, nó gọi bằng 0987654321', NOW);
    expect(indicatorsOf(facts, ['+84912345678']).map(({ value }) => value)).toEqual(['+84987654321']);
  });

  it('a site on which anybody has a page is none by itself', () => {
    const values = (text: string) => indicatorsOf(extractFacts(text, NOW)).map(({ value }) => value);
    expect(values('xem trên facebook.com nhé')).toEqual([]);
    expect(values('https://docs.google.com/forms/d/e/abc')).toEqual(['docs.google.com/forms/d/e/abc']);
    expect(values('https://vcb-hotro.vercel.app/login')).toEqual([
      'vcb-hotro.vercel.app/login',
      'vcb-hotro.vercel.app',
    ]);
  });
});

describe('any text at all', () => {
  const pieces = fc.constantFrom(
    '0912 345 678', '15tr', '1 tỷ 2', 'stk', 'mb', '0123456789', 'hôm qua', '9h30', 'tối', '20/11', 'http://', 'a.top', '@abc', 'zalo', 'năm', 'trăm', 'NGUYEN VAN', '.', ',', '/', '-', '(', '[.]', 'chấm', '\n', 'tên', 'tháng', '5', '000', 'đ', '$', '+84', 'o9', 'thứ hai', 'trước', 'vừa', 'lít', 'ngàn', 'x@y.vn',
  ); // prettier-ignore
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 400 }),
    fc.string({ unit: 'grapheme', maxLength: 400 }),
    fc.array(pieces, { maxLength: 60 }).map((words) => words.join(' ')),
    fc.array(pieces, { maxLength: 60 }).map((words) => words.join('')),
  );
  const readAll = (text: string) => {
    const facts = extractFacts(text, NOW);
    readMoneyAnswer(text);
    readWhenAnswer(text, NOW);
    indicatorsOf(facts);
    proposeUrgency({ category: 'C01', texts: [text], facts, now: NOW });
    return facts;
  };

  it('is read without an error, and whatever is found lies inside it', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const facts = readAll(text);
        const length = readable(text).length;
        const places = [
          ...facts.money,
          ...facts.phones,
          ...facts.accounts,
          ...facts.links,
          ...facts.socials,
          ...facts.emails,
        ];
        for (const { start, end } of places) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(length);
        }
        for (const { amount } of facts.money) expect(Number.isSafeInteger(amount) && amount > 0).toBe(true);
        if (facts.when !== null) expect(Number.isNaN(facts.when.at.getTime())).toBe(false);
      }),
      { numRuns: 500 },
    );
  });

  it('folding keeps every place', () => {
    fc.assert(fc.property(anyText, (text) => fold(readable(text)).length === readable(text).length));
  });

  const LONG = 10_000;
  it.each([
    ['digits', '1'.repeat(LONG)],
    ['digits in groups', '123 '.repeat(LONG / 4)],
    ['dots', '.'.repeat(LONG)],
    ['digits and dots', '1.'.repeat(LONG / 2)],
    ['spaces', ' '.repeat(LONG)],
    ['letters', 'a'.repeat(LONG)],
    ['labels', 'a.'.repeat(LONG / 2)],
    ['dashes', 'a-'.repeat(LONG / 2)],
    ['at signs', '@'.repeat(LONG)],
    ['names', 'nguyen '.repeat(LONG / 7)],
    ['loud names', 'NGUYEN '.repeat(LONG / 7)],
    ['accounts', 'stk '.repeat(LONG / 4)],
    ['zeros', '0 '.repeat(LONG / 2)],
    ['number words', 'năm trăm '.repeat(LONG / 9)],
    ['hours', '9h '.repeat(LONG / 3)],
    ['dates', '20/11 '.repeat(LONG / 6)],
    ['days', 'ngày 20 tháng '.repeat(LONG / 14)],
    ['threats', 'anh nong '.repeat(LONG / 9)],
    ['calls', 'goi bao con '.repeat(LONG / 12)],
    ['brackets', '[.]'.repeat(LONG / 3)],
    ['words for dots', 'a cham '.repeat(LONG / 7)],
    ['phones', '0912345678 '.repeat(LONG / 11)],
    ['links', 'https://a.top/b '.repeat(LONG / 16)],
    ['a megabyte', 'stk 0123 mb '.repeat(90_000)],
  ])('10,000 characters of %s take less than a second of computing', (_name, text) => {
    const before = process.cpuUsage();
    readAll(text);
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(1_000);
  });
});
