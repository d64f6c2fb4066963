import { respellingsSchema, compileRespellings } from './respelling.ts';
import type { Respelling, Respellings } from './respelling.ts';
import { compileSynonyms, synonymsSchema } from './synonyms.ts';
import type { Synonyms, SynonymTable } from './synonyms.ts';

export { respellingsSchema, synonymsSchema };

/** The word lists that staff can read and extend. */
export type LanguageTables = {
  abbreviations: readonly Respelling[];
  dialect: readonly Respelling[];
  synonyms: SynonymTable;
};

/** The word lists made ready for use. */
export type Language = { respellings: Respellings; synonyms: Synonyms };

export const compileLanguage = (tables: LanguageTables): Language => ({
  respellings: compileRespellings([tables.dialect, tables.abbreviations]),
  synonyms: compileSynonyms(tables.synonyms),
});
