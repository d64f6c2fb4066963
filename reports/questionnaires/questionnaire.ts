import type { Category } from '../report.ts';

export type QuestionKind =
  'text' | 'choice' | 'money' | 'when' | 'phone' | 'account' | 'link' | 'yes-no' | 'evidence';

/**
 * What `extractFacts` may find in a free message; a fact found means that the question needs no asking. A loss is money that
 * was paid: of money that was only demanded the answer says so.
 */
export type FactName = 'money' | 'loss' | 'when' | 'channel' | 'phones' | 'accounts' | 'links' | 'socials';

interface Choice {
  /** Stored and used in conditions. */
  readonly value: string;
  /** On the button, at most 20 characters. */
  readonly title: string;
}

export interface Question {
  readonly id: string;
  /** In Vietnamese, warm, one thing, at most 200 characters. */
  readonly ask: string;
  /** In the summary and for officers. */
  readonly label: string;
  readonly kind: QuestionKind;
  /** Of a choice; other kinds offer them as shortcuts beside typing. */
  readonly choices?: readonly Choice[];
  /** A report cannot be sent without. "Không nhớ" is an answer. */
  readonly required?: true;
  /** Asks for who somebody is: consent comes first. */
  readonly personal?: true;
  /** Facts of a free message that answer it; one of them is enough. */
  readonly fills?: readonly FactName[];
  /** Another question that the same message may answer: said instead of `ask` while that one is unanswered too. */
  readonly together?: { readonly question: string; readonly ask: string };
  /** Asked only when an earlier question was answered with one of these values. */
  readonly onlyIf?: { readonly question: string; readonly is: readonly string[] };
  /** Good to know, asked only while the whole stays short. */
  readonly extra?: true;
}

/** What is asked about one category, in this order. */
export interface Questionnaire {
  readonly category: Category;
  /** Said once before the first question, where something must be known first. */
  readonly opening?: string;
  readonly questions: readonly Question[];
}
