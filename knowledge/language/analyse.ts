import { takeAmounts } from './amounts.ts';
import { cleanText } from './clean-text.ts';
import { takeEntities } from './entities.ts';
import type { Entities } from './entities.ts';
import type { Language } from './language.ts';
import { respell } from './respelling.ts';
import { isAccented, tokenize } from './tokens.ts';
import type { Token } from './tokens.ts';

/** A message made ready for rules and search. */
export type AnalysedText = {
  /** Words in standard spelling, sums of money as one word, at most 160. */
  tokens: readonly Token[];
  /** Whether the writer typed diacritics, so that they may count. */
  accented: boolean;
  entities: Entities;
};

export const analyse = (message: string, language: Language): AnalysedText => {
  const { rest, entities } = takeEntities(cleanText(message));
  const typed = tokenize(rest);
  const accented = isAccented(typed);
  return { tokens: respell(takeAmounts(typed), language.respellings, accented), accented, entities };
};
