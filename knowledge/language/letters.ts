/** The five tone marks as combining characters, in the order of their digits: huyền, sắc, ngã, hỏi, nặng. */
const TONE_MARKS = '\u0300\u0301\u0303\u0309\u0323';
const ANY_MARK = /\p{M}/u;
const ASCII_ONLY = /^[\u0000-\u007f]*$/;

/** A syllable without any diacritic: `được` → `duoc`. Expects lower case. */
export const fold = (word: string): string =>
  ASCII_ONLY.test(word) ? word : word.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd');

/** True when the word carries a tone or one of ă â đ ê ô ơ ư. */
export const hasDiacritic = (word: string): boolean =>
  !ASCII_ONLY.test(word) && (word.includes('đ') || ANY_MARK.test(word.normalize('NFD')));

/**
 * The word with its tone moved to the end as a digit, so that old and new placement are one form: `hoà`, `hòa` → `hoa1`.
 *
 * Ngã and hỏi share a digit: half of the country does not tell them apart when typing.
 */
export const toneLast = (word: string): string => {
  if (ASCII_ONLY.test(word)) return word;
  let letters = '';
  let tone = '';
  for (const mark of word.normalize('NFD')) {
    const digit = TONE_MARKS.indexOf(mark);
    if (digit < 0) letters += mark;
    else tone = digit === 3 ? '3' : String(digit + 1);
  }
  return letters.normalize('NFC') + tone;
};
