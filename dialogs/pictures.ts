import type { Category, Evidence } from '../reports/report.ts';
import type { Draft } from './draft.ts';
import { foldedWords } from './prompts/folded-words.ts';

/** Reads pictures of evidence, sometime after the turn that asks for it. */
export interface Pictures {
  /** Asks for pictures to be read; asking again for the same ones is no work. */
  read(evidenceIds: readonly string[]): void;
  /** The words of those that were read by now; null where there are none. */
  words(evidenceIds: readonly string[]): Promise<ReadonlyMap<string, string | null>>;
}

export const nothingRead: Pictures = { read: () => undefined, words: () => Promise.resolve(new Map()) };

const INTIMATE_MATTERS: readonly Category[] = ['C07', 'C08', 'C11'];
const INTIMATE_WORDS =
  /\b(?:khoa than|anh nong|clip nong|nhay cam|anh sex|clip sex|video sex|lo hang|lot do|xam hai|du do)\b/;

/** Whether pictures of this matter may be intimate, of children too: no machine looks into them. */
export const mayBeIntimate = (category: Category, said: readonly string[]): boolean =>
  INTIMATE_MATTERS.includes(category) || said.some((text) => INTIMATE_WORDS.test(foldedWords(text)));

/** Those of some evidence that can be read: pictures that were fetched. */
export const storedPictures = (evidence: readonly Pick<Evidence, 'id' | 'kind' | 'state'>[]): string[] =>
  evidence.filter(({ kind, state }) => kind === 'image' && state === 'stored').map(({ id }) => id);

/** Stored pictures of the draft about which the resident was not asked yet. */
export const unseenPictures = (draft: Draft): string[] =>
  storedPictures(draft.evidence).filter((id) => !draft.seenPictures.includes(id));
