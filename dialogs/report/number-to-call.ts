import { contactQuestions, REACH } from '../../reports/questionnaires/contact.ts';
import type { Question } from '../../reports/questionnaires/questionnaire.ts';
import type { Draft } from '../draft.ts';
import { nameBeside, recognisePhone } from '../prompts/phone.ts';
import type { Talk } from '../talk.ts';

const callMe = contactQuestions[0].choices[0].title;

/** A telephone number where it is asked how to be reached means: call me there. True when it was one. */
export function takeNumberToCall(talk: Talk, draft: Draft, { id }: Pick<Question, 'id'>): boolean {
  return id === 'reach' && talk.input.kind === 'words' && callOn(draft, talk.input.text);
}

/** Officers call the number in these words; false where they hold none. */
export function callOn(draft: Draft, words: string): boolean {
  const phone = recognisePhone(words);
  if (phone === null) return false;
  draft.answers['reach'] = { value: REACH.contact, text: callMe };
  takePhone(draft, phone, words);
  return true;
}

/** "Lan 0912 345 678" gives the name as well. */
export function takePhone(draft: Draft, phone: { value: string; text: string }, words: string): void {
  draft.answers['phone'] = phone;
  const name = nameBeside(words);
  if (name !== null) draft.answers['name'] ??= { value: name, text: name };
}
