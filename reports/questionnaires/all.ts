import type { Category } from '../report.ts';
import { scam } from './c01-scam.ts';
import { impersonation } from './c02-impersonation.ts';
import { stolenAccount } from './c03-stolen-account.ts';
import { maliciousApp } from './c04-malicious-app.ts';
import { personalData } from './c05-personal-data.ts';
import { falseNews } from './c06-false-news.ts';
import { defamation } from './c07-defamation.ts';
import { childHarm } from './c08-child.ts';
import { loanShark } from './c09-loan-shark.ts';
import { gambling } from './c10-gambling.ts';
import { obscene } from './c11-obscene.ts';
import { cyberAttack } from './c12-attack.ts';
import { incitement } from './c13-incitement.ts';
import { onlineKidnapping } from './c14-online-kidnapping.ts';
import { accountTrade } from './c15-trade.ts';
import { other } from './c99-other.ts';
import type { Questionnaire } from './questionnaire.ts';

const QUESTIONNAIRES: Readonly<Record<Category, Questionnaire>> = {
  C01: scam,
  C02: impersonation,
  C03: stolenAccount,
  C04: maliciousApp,
  C05: personalData,
  C06: falseNews,
  C07: defamation,
  C08: childHarm,
  C09: loanShark,
  C10: gambling,
  C11: obscene,
  C12: cyberAttack,
  C13: incitement,
  C14: onlineKidnapping,
  C15: accountTrade,
  C99: other,
};

/** What is asked about this category. */
export function questionnaireFor(category: Category): Questionnaire {
  return QUESTIONNAIRES[category];
}
