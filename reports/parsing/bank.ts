import type { BankInfo } from './banks.ts';
import { BANKS, BESIDE_ACCOUNT } from './banks.ts';
import { fold, readable } from './fold.ts';

/** A bank named in a message, with its place in the readable text. */
export interface FoundBank {
  readonly bank: BankInfo;
  readonly start: number;
  readonly end: number;
}

const BY_ALIAS = new Map(BANKS.flatMap((bank) => bank.aliases.map((alias) => [alias, bank] as const)));
const ALIASES = [...BY_ALIAS.keys()].sort((one, other) => other.length - one.length);
const NAMED = new RegExp(`(?<![\\p{L}\\p{N}])(?:${ALIASES.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
const LED_IN = /(?:ngan hang|nhang|n\.?hang|nh|bank|ngan hang tmcp|tmcp|vi)[\s:.-]*$/;
const FOLLOWED = /^[\s-]*bank(?![\p{L}])/u;
const DIGITS_NEAR_BEFORE = /\d(?:[ .]?\d){5,18}[\s:;,./()–—-]{0,3}(?:tai |cua |o )?$/;
const DIGITS_NEAR_AFTER = /^[\s:;,./()–—-]{0,3}(?:so |stk |tk |tai khoan )?\d(?:[ .]?\d){5,18}/;

/** Every bank named. A name that is an ordinary word too needs "ngân hàng" before it or an account number beside it. */
export function findBanks(
  text: string,
  { isAnswer = false }: { readonly isAnswer?: boolean } = {},
): FoundBank[] {
  const folded = fold(readable(text));
  const found: FoundBank[] = [];
  for (const match of folded.matchAll(NAMED)) {
    const alias = match[0];
    const bank = BY_ALIAS.get(alias);
    const start = match.index;
    const end = start + alias.length;
    if (bank === undefined) continue;
    if (BESIDE_ACCOUNT.has(alias) && !isAnswer && !standsAsBank(folded, start, end)) continue;
    found.push({ bank, start, end });
  }
  return found;
}

function standsAsBank(folded: string, start: number, end: number): boolean {
  const before = folded.slice(Math.max(0, start - 24), start);
  const after = folded.slice(end, end + 30);
  return (
    LED_IN.test(before) ||
    FOLLOWED.test(after) ||
    DIGITS_NEAR_BEFORE.test(before) ||
    DIGITS_NEAR_AFTER.test(after)
  );
}
