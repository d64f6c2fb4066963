import { fold, toneLast } from './letters.ts';

/** One word of a message. */
export type Token = {
  /** As cleaned, diacritics kept. */
  word: string;
  folded: string;
  /** Tone moved to the end, see `toneLast`. */
  accented: string;
  /** The form with diacritics that a word typed without them likely stands for; absent where nothing tells. */
  guess?: string;
  /** Folded words that it may have been meant to be instead; absent where it does not look mistyped. */
  maybe?: readonly string[];
};

/** Most words that are looked at. */
const MAX_TOKENS = 160;
const LETTER = /\p{L}/u;
const WORD = /[\p{L}\p{M}\p{N}]+/gu;

export const tokenOf = (word: string): Token => ({ word, folded: fold(word), accented: toneLast(word) });

/** True when the word was typed with a tone or one of ă â đ ê ô ơ ư. */
export const hasDiacritic = (token: Token): boolean => token.word !== token.folded;

/** The words of a cleaned text, in order. */
export const tokenize = (text: string): Token[] => {
  const words = text.match(WORD) ?? [];
  return words.slice(0, MAX_TOKENS).map(tokenOf);
};

/** Whether the writer typed diacritics: ordinary Vietnamese has them on three words of four. */
export const isAccented = (tokens: readonly Token[]): boolean => {
  const words = tokens.filter((token) => LETTER.test(token.word));
  const marked = words.filter(hasDiacritic).length;
  return marked > 0 && marked >= words.length * 0.35;
};
