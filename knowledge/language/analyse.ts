import { takeAmounts } from './amounts.ts';
import { cleanText } from './clean-text.ts';
import { writeDictatedNumbers } from './dictated-numbers.ts';
import { takeEntities } from './entities.ts';
import type { Entities } from './entities.ts';
import type { Language } from './language.ts';
import { respell } from './respelling.ts';
import { isAccented, tokenOf, tokenize } from './tokens.ts';
import type { Token } from './tokens.ts';

/** Where the diacritics of a text come from: its writer, or a guess that counts for less. */
export type Diacritics = 'typed' | 'restored' | 'none';

/** A message made ready for rules and search. */
export type AnalysedText = {
  /** Words in standard spelling, sums of money as one word, at most 160. */
  tokens: readonly Token[];
  diacritics: Diacritics;
  entities: Entities;
};

export const analyse = (message: string, language: Language, toToken = tokenOf): AnalysedText => {
  const { rest, entities } = takeEntities(writeDictatedNumbers(cleanText(message)));
  const typed = tokenize(rest, toToken);
  const accented = isAccented(typed);
  return {
    tokens: respell(takeAmounts(typed), language.respellings, accented),
    diacritics: accented ? 'typed' : 'none',
    entities,
  };
};
