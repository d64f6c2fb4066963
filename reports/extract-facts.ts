import { findAccounts } from './parsing/account.ts';
import type { FoundAccount } from './parsing/account.ts';
import { findApproachChannels } from './parsing/approach-channel.ts';
import type { ApproachChannel } from './parsing/approach-channel.ts';
import { findBanks } from './parsing/bank.ts';
import type { FoundBank } from './parsing/bank.ts';
import { findEmails } from './parsing/email.ts';
import type { FoundEmail } from './parsing/email.ts';
import { readable } from './parsing/fold.ts';
import type { When } from './parsing/found-when.ts';
import { findLinks } from './parsing/link.ts';
import type { FoundLink } from './parsing/link.ts';
import { findMoney } from './parsing/money.ts';
import type { Money } from './parsing/money.ts';
import type { MainMoney } from './parsing/money-answer.ts';
import { mainAmount } from './parsing/money-answer.ts';
import { readPayment } from './parsing/payment.ts';
import type { Payment } from './parsing/payment.ts';
import { findPhones } from './parsing/phone.ts';
import type { FoundPhone } from './parsing/phone.ts';
import { blankOut } from './parsing/place.ts';
import { findSocials } from './parsing/social.ts';
import type { FoundSocial } from './parsing/social.ts';
import { findWhen } from './parsing/when.ts';

/** All that one free message says in so many words. */
export interface Facts {
  readonly money: readonly Money[];
  /** Of several amounts the one that most likely is the whole. */
  readonly mainMoney: MainMoney | null;
  /** What it says about whether the money was paid; null when nothing. */
  readonly payment: Payment | null;
  readonly when: When | null;
  readonly channels: readonly ApproachChannel[];
  readonly phones: readonly FoundPhone[];
  readonly accounts: readonly FoundAccount[];
  readonly banks: readonly FoundBank[];
  readonly links: readonly FoundLink[];
  readonly socials: readonly FoundSocial[];
  readonly emails: readonly FoundEmail[];
}

/**
 * Reads a message once for everything. What was taken for a link is not read again as a number, an account's number not as a
 * telephone, a telephone not as money or a date. Looks at the first 10,000 characters.
 */
export function extractFacts(message: string, now: Date): Facts {
  const text = readable(message);
  const emails = findEmails(text);
  const withoutEmails = blankOut(text, emails);
  const links = findLinks(withoutEmails);
  const withoutLinks = blankOut(withoutEmails, links);
  const accounts = findAccounts(withoutLinks);
  const withoutAccounts = blankOut(withoutLinks, accounts);
  const phones = findPhones(withoutAccounts);
  const rest = blankOut(withoutAccounts, phones);
  const money = findMoney(rest);
  return {
    money,
    mainMoney: mainAmount(rest, money),
    payment: readPayment(text),
    when: findWhen(blankOut(rest, money), now),
    channels: findApproachChannels(withoutEmails),
    phones,
    accounts,
    banks: findBanks(withoutLinks),
    links: links.filter((link) => !phones.some((phone) => phone.display === link.display)),
    socials: findSocials(blankOut(withoutEmails, accounts)),
    emails,
  };
}
