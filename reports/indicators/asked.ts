import { extractFacts } from '../extract-facts.ts';
import { findAccounts } from '../parsing/account.ts';
import { findPhones } from '../parsing/phone.ts';
import type { Indicator } from '../report.ts';
import { indicatorsOf } from './from-facts.ts';
import { accountIndicator, linkIndicator, phoneIndicator } from './normalise.ts';

/** The traces in words that were asked to hold one: a bare number counts, and an address that many share. */
export function indicatorsAsked(words: string, now: Date): readonly Indicator[] {
  const facts = extractFacts(words, now);
  const said = indicatorsOf(facts);
  if (said.length > 0) return said;
  if (facts.links.length > 0) return facts.links.map(linkIndicator);
  const phones = findPhones(words, { isAnswer: true });
  return phones.length > 0
    ? phones.map(phoneIndicator)
    : findAccounts(words, { isAnswer: true }).map(accountIndicator);
}
