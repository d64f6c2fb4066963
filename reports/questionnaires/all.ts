import type { Category } from '../report.ts';
import { scam } from './c01-scam.ts';
import { impersonation } from './c02-impersonation.ts';
import { falseNews } from './c06-false-news.ts';
import type { Questionnaire } from './questionnaire.ts';

const QUESTIONNAIRES: Partial<Record<Category, Questionnaire>> = {
  C01: scam,
  C02: impersonation,
  C06: falseNews,
};

/** What is asked about this category. */
export function questionnaireFor(category: Category): Questionnaire {
  return QUESTIONNAIRES[category] ?? scam;
}
