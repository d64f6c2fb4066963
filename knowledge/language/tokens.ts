import { fold, hasDiacritic, toneLast } from './letters.ts';

/** One word of a message. */
export type Token = {
  /** As cleaned, diacritics kept. */
  word: string;
  folded: string;
  /** Tone moved to the end, see `toneLast`. */
  accented: string;
};

/** Most words that are looked at. */
const MAX_TOKENS = 160;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

export const tokenOf = (word: string): Token => ({ word, folded: fold(word), accented: toneLast(word) });

/** The words of a cleaned text, in order. */
export const tokenize = (text: string): Token[] => {
  const words = text.match(WORD) ?? [];
  return words.slice(0, MAX_TOKENS).map(tokenOf);
};

/** Whether the writer typed diacritics: ordinary Vietnamese has them on three words of four. */
export const isAccented = (tokens: readonly Token[]): boolean => {
  const words = tokens.filter((token) => /\p{L}/u.test(token.word));
  const marked = words.filter((token) => hasDiacritic(token.word)).length;
  return marked > 0 && marked >= words.length * 0.35;
};
