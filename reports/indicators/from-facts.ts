import { withNewIndicators } from '../add-to-report.ts';
import type { Facts } from '../extract-facts.ts';
import { accountOfLink } from '../parsing/social-link.ts';
import type { Indicator } from '../report.ts';
import {
  accountIndicator,
  emailIndicator,
  linkIndicator,
  phoneIndicator,
  siteIndicator,
  socialIndicator,
} from './normalise.ts';
import { isSharedSite } from './shared-sites.ts';

/**
 * The traces of an offender in a message, each once. A link to somebody's page on a social network counts as that account;
 * any other link also as its site. `own` are the reporter's numbers, which are no trace.
 */
export function indicatorsOf(facts: Facts, own: readonly string[] = []): readonly Indicator[] {
  const plainLinks = facts.links.filter((link) => accountOfLink(link) === null);
  const sites = plainLinks.filter(({ host, value }) => value !== host && !isSharedSite(host));
  const all = [
    ...facts.accounts.map(accountIndicator),
    ...facts.phones.filter(({ value }) => !own.includes(value)).map(phoneIndicator),
    ...plainLinks.filter(({ host, value }) => value !== host || !isSharedSite(host)).map(linkIndicator),
    ...sites.map(siteIndicator),
    ...facts.socials.map(socialIndicator),
    ...facts.emails.map(emailIndicator),
  ];
  return withNewIndicators([], all);
}
