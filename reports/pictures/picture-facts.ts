import { extractFacts } from '../extract-facts.ts';
import { accountIndicator } from '../indicators/normalise.ts';
import { formatMoney } from '../parsing/money-answer.ts';
import { formatWhen } from '../parsing/when-answer.ts';
import { readTransferReceipt } from './transfer-receipt.ts';
import type { TransferReceipt } from './transfer-receipt.ts';

/** What a picture shows that a report asks for, in words that a resident can check. */
export type PictureFacts =
  | {
      readonly kind: 'receipt';
      readonly receipt: TransferReceipt;
      /** "15.000.000đ tới tài khoản 0123456789 – MB – NGUYEN VAN A, 20:45 ngày 20/11/2026". */
      readonly text: string;
    }
  | { readonly kind: 'traces'; readonly text: string };

const MOST_TRACES = 4;

/** What the words read in a picture say; null when nothing in them is worth a question. */
export function pictureFacts(words: string, now: Date): PictureFacts | null {
  const receipt = readTransferReceipt(words, now);
  if (receipt !== null) return { kind: 'receipt', receipt, text: receiptText(receipt) };
  const text = tracesText(words, now);
  return text === '' ? null : { kind: 'traces', text };
}

/** The receiving account as it is written everywhere else: number, bank, name. */
export function receivingAccount({ account, bank, holder }: TransferReceipt): string | null {
  if (account === null) return null;
  return accountIndicator({ number: account, bank, holder, start: 0, end: account.length }).display;
}

function receiptText(receipt: TransferReceipt): string {
  const account = receivingAccount(receipt);
  const named = [receipt.bank?.name, receipt.holder].filter((part) => part !== undefined && part !== null);
  const known = named.length === 0 ? '' : ` tới ${named.join(', ')}`;
  return [
    formatMoney(receipt.money) + (account === null ? known : ` tới tài khoản ${account}`),
    ...(receipt.when === null ? [] : [formatWhen(receipt.when)]),
    ...(receipt.reference === null ? [] : [`mã giao dịch ${receipt.reference}`]),
  ].join(', ');
}

/** Only what is written so that it cannot be something else: telephone numbers, links, accounts that are called so. */
function tracesText(words: string, now: Date): string {
  const { phones, links, accounts } = extractFacts(words, now);
  const traces = [
    ...phones.map(({ display }) => `số ${display}`),
    ...links.map(({ display }) => display),
    ...accounts.map((account) => `tài khoản ${accountIndicator(account).display}`),
  ];
  return [...new Set(traces)].slice(0, MOST_TRACES).join('; ');
}
