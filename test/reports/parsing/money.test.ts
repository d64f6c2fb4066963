import { describe, expect, it } from '@jest/globals';
import { findMoney } from '../../../reports/parsing/money.ts';
import { formatMoney, mainAmount, readMoneyAnswer } from '../../../reports/parsing/money-answer.ts';
import { LOST_AMONG_OTHERS_CASES } from './money-role-cases.ts';
import { MONEY_ANSWER_CASES, MONEY_CASES, MONEY_IN_PARTS_CASES } from './money-cases.ts';

const amountsIn = (text: string) =>
  findMoney(text).map(({ amount, currency }) => (currency === 'USD' ? `$${amount}` : amount));

describe('amounts of money', () => {
  it.each(MONEY_CASES)('%p', (text, amounts) => {
    expect(amountsIn(text)).toEqual(amounts);
  });

  it('are found where they stand', () => {
    const text = 'Em chuyển 15 triệu đồng cho nó';
    const [money] = findMoney(text);
    expect(text.slice(money?.start, money?.end)).toBe('15 triệu đồng');
  });

  it('"khoảng" makes them approximate', () => {
    expect(findMoney('khoảng 20 triệu')[0]?.approximate).toBe(true);
    expect(findMoney('đúng 20 triệu')[0]?.approximate).toBe(false);
  });
});

describe('several payments', () => {
  it.each(MONEY_IN_PARTS_CASES)('%p', (text, inStory, asAnswer) => {
    expect(mainAmount(text, findMoney(text))?.amount).toBe(inStory);
    const answer = readMoneyAnswer(text);
    if (typeof asAnswer === 'number') expect(answer).toMatchObject({ kind: 'amount', amount: asAnswer });
    else expect(answer).toEqual({ kind: 'parts', sum: asAnswer[0], largest: asAnswer[1] });
  });

  it('a sum tells of how many payments it is', () => {
    const text = 'chuyển lần lượt 50 triệu, 120 triệu, 230tr';
    const main = mainAmount(text, findMoney(text));
    expect(main === null ? null : formatMoney(main)).toBe('400.000.000đ (cộng 3 lần)');
  });
});

describe('what was lost, among what was promised, demanded or owned', () => {
  it.each(LOST_AMONG_OTHERS_CASES)('%p', (text, lost) => {
    expect(mainAmount(text, findMoney(text))?.amount ?? null).toBe(lost);
  });

  it('an amount that was only promised is no answer', () => {
    expect(readMoneyAnswer('nó hứa trả 25 triệu')).toBeNull();
    expect(readMoneyAnswer('mất 20 triệu, nó hứa trả 25 triệu')).toMatchObject({ amount: 20_000_000 });
  });
});

it.each(['chuyển 20 triệu hay 25 triệu gì đó', '20 triệu hoặc là 25 triệu'])(
  'of %p it is asked which',
  (text) => {
    expect(mainAmount(text, findMoney(text))).toBeNull();
    expect(readMoneyAnswer(text)).toEqual({ kind: 'ambiguous', options: [20_000_000, 25_000_000] });
  },
);

describe('answers to "how much"', () => {
  it.each(MONEY_ANSWER_CASES)('%p', (text, expected) => {
    const answer = readMoneyAnswer(text);
    if (expected === null) expect(answer).toBeNull();
    else if (expected === 'none') expect(answer).toEqual({ kind: 'none' });
    else if (typeof expected === 'number') expect(answer).toMatchObject({ kind: 'amount', amount: expected });
    else expect(answer).toEqual({ kind: 'ambiguous', options: expected });
  });

  it.each([
    [15_000_000, 'VND', '15.000.000đ'],
    [500, 'VND', '500đ'],
    [1_500, 'USD', '1.500 USD'],
  ] as const)('%p %s is written %s', (amount, currency, written) => {
    expect(formatMoney({ amount, currency })).toBe(written);
  });
});
