import type { Bank } from '../knowledge/facts.ts';
import type { Talk } from './talk.ts';
import type { Choice } from './prompts/choice.ts';

/** The banks that most residents use come first. */
const FIRST: readonly string[] = ['agribank', 'vietcombank', 'bidv', 'vietinbank'];

/** Banks whose number may be told, the usual ones first. */
export function knownBanks(talk: Talk): Bank[] {
  const banks = talk.services.knowledge().facts.banks.filter(({ confidence }) => confidence !== 'C');
  const rank = (bank: Bank): number => (FIRST.includes(bank.id) ? FIRST.indexOf(bank.id) : FIRST.length);
  return [...banks].sort((a, b) => rank(a) - rank(b));
}

export const bankChoice = (bank: Bank): Choice => ({
  id: bank.id,
  title: bank.name,
  says: [bank.id, ...bank.aliases],
});

export const isUsual = (bank: Bank): boolean => FIRST.includes(bank.id);
