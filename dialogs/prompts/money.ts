import { formatMoney, readMoneyAnswer } from '../../reports/parsing/money-answer.ts';

export type MoneyReply =
  | { readonly kind: 'answer'; readonly value: string; readonly text: string }
  /** A number without a unit: the amounts it may mean, likeliest first. */
  | { readonly kind: 'which'; readonly amounts: readonly string[] }
  /** Several payments: their sum, and the largest of them. */
  | { readonly kind: 'parts'; readonly sum: string; readonly largest: string }
  | { readonly kind: 'none' };

const NOTHING_LOST = 'Chưa mất tiền';

/** An amount as typed: "15tr", "1 tỷ 2", "0". A bare "15" is asked back with the amounts that it may mean. */
export function recogniseMoney(text: string): MoneyReply {
  const read = readMoneyAnswer(text);
  switch (read?.kind) {
    case 'amount':
      return { kind: 'answer', value: `${read.amount} ${read.currency}`, text: formatMoney(read) };
    case 'none':
      return { kind: 'answer', value: '0 VND', text: NOTHING_LOST };
    case 'parts': {
      const inDong = (amount: number): string => formatMoney({ amount, currency: 'VND' });
      return { kind: 'parts', sum: inDong(read.sum), largest: inDong(read.largest) };
    }
    case 'ambiguous':
      return {
        kind: 'which',
        amounts: read.options.map((amount) => formatMoney({ amount, currency: 'VND' })),
      };
    case undefined:
      return { kind: 'none' };
  }
}
