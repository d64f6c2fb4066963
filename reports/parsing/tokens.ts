import { fold, readable } from './fold.ts';

/** A word, a number or a sign, with its place in the readable text. */
export interface Token {
  readonly kind: 'word' | 'number' | 'sign';
  /** Folded. */
  readonly text: string;
  /** Lower case as typed, with diacritics. */
  readonly typed: string;
  readonly start: number;
  readonly end: number;
  /** No space before it. */
  readonly attached: boolean;
}

export interface Tokens {
  /** NFC; places of tokens refer to it. */
  readonly text: string;
  readonly folded: string;
  readonly list: readonly Token[];
}

/** Numbers keep their separators ("15.000.000", "1,5"); letters and digits are split ("15tr5" gives three tokens). */
const TOKEN = /\d{1,3}(?:[.,]\d{3})+(?!\d)|\d+[.,]\d{1,2}(?![\d])|\d+|\p{L}+|[^\s\p{L}\d]/gu;

export function tokenise(original: string): Tokens {
  const text = readable(original);
  const folded = fold(text);
  const list: Token[] = [];
  for (const match of folded.matchAll(TOKEN)) {
    const start = match.index;
    const end = start + match[0].length;
    const kind = /^\d/.test(match[0]) ? 'number' : /^\p{L}/u.test(match[0]) ? 'word' : 'sign';
    const attached = start > 0 && list.at(-1)?.end === start;
    list.push({ kind, text: match[0], typed: text.slice(start, end).toLowerCase(), start, end, attached });
  }
  return { text, folded, list };
}

/** Whether the word was typed as one of these, or without any diacritics. */
export function typedAs(token: Token, ...spellings: readonly string[]): boolean {
  return token.typed === token.text || spellings.includes(token.typed);
}
