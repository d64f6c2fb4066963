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
/** The same where a text has no other letters and figures; found in a third of the time. */
const LATIN_WORD = /[0-9A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1ea0-\u1ef9]+/g;
const BEYOND_LATIN = /[^\u0020-\u007e\u00c0-\u024f\u1ea0-\u1ef9]/;

export const tokenOf = (word: string): Token => ({ word, folded: fold(word), accented: toneLast(word) });

/** True when the word was typed with a tone or one of ă â đ ê ô ơ ư. */
export const hasDiacritic = (token: Token): boolean => token.word !== token.folded;

/** `tokenOf` for many texts with few different words: each word is taken apart once. */
export const rememberedTokens = (): typeof tokenOf => {
  const tokens = new Map<string, Token>();
  return (word) => {
    const known = tokens.get(word);
    if (known) return known;
    const token = tokenOf(word);
    tokens.set(word, token);
    return token;
  };
};

/** The words of a cleaned text, in order. */
export const tokenize = (text: string, toToken = tokenOf): Token[] => {
  const words = text.match(BEYOND_LATIN.test(text) ? WORD : LATIN_WORD) ?? [];
  return words.slice(0, MAX_TOKENS).map((word) => toToken(word));
};

/** Whether the writer typed diacritics: ordinary Vietnamese has them on three words of four. */
export const isAccented = (tokens: readonly Token[]): boolean => {
  const words = tokens.filter((token) => LETTER.test(token.word));
  const marked = words.filter(hasDiacritic).length;
  return marked > 0 && marked >= words.length * 0.35;
};
