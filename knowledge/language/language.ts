import { z } from 'zod';
import { fold } from './letters.ts';
import { respellingsSchema, compileRespellings } from './respelling.ts';
import type { Respelling, Respellings } from './respelling.ts';
import { compileSynonyms, synonymsSchema } from './synonyms.ts';
import type { Synonyms, SynonymTable } from './synonyms.ts';

export { respellingsSchema, synonymsSchema };

export const namesSchema = z.array(z.string().trim().min(2));

/** The word lists that staff can read and extend. */
export type LanguageTables = {
  abbreviations: readonly Respelling[];
  dialect: readonly Respelling[];
  synonyms: SynonymTable;
  /** Products and services that exclude one another when somebody names one. */
  names: readonly string[];
};

/** The word lists made ready for use. */
export type Language = {
  respellings: Respellings;
  synonyms: Synonyms;
  /** Folded. */
  names: ReadonlySet<string>;
};

export const compileLanguage = (tables: LanguageTables): Language => ({
  respellings: compileRespellings([tables.dialect, tables.abbreviations]),
  synonyms: compileSynonyms(tables.synonyms),
  names: new Set(tables.names.map((name) => fold(name.toLowerCase()))),
});
