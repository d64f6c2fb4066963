import { findAccounts } from '../../reports/parsing/account.ts';

/** What was typed about the receiving account or another way of paying: number, bank and name where they are in it. */
export function recogniseAccount(text: string): {
  readonly kind: 'answer';
  readonly value: string;
  readonly text: string;
} {
  const [account] = findAccounts(text, { isAnswer: true });
  return { kind: 'answer', value: account?.number ?? 'said', text };
}
