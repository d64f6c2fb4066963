import { isVietnameseSyllable } from '../../knowledge/language/vietnamese-syllable.ts';
import { findMoney } from '../../reports/parsing/money.ts';
import { findPhones } from '../../reports/parsing/phone.ts';
import { blankOut } from '../../reports/parsing/place.ts';
import { readable } from '../../reports/parsing/fold.ts';
import { foldedWords } from '../prompts/folded-words.ts';

/** A message of so few words is an attempt as soon as one of them is no word. */
const FEW_WORDS = 3;
const LEAST_SIGNS = 4;
const MOST_SIGNS = 12;

const wordsOf = (text: string): string[] =>
  foldedWords(text)
    .split(' ')
    .filter((word) => word !== '');

/** The words without sums of money and telephone numbers, whose figures are no part of a code. */
function wordsBesideNumbers(text: string): string[] {
  const read = readable(text);
  return wordsOf(blankOut(read, [...findMoney(read), ...findPhones(read)]));
}

const isSigns = (word: string): boolean => /\d/.test(word) || !isVietnameseSyllable(word);
const isMixed = (word: string): boolean => /\d/.test(word) && /\p{L}/u.test(word);

/** Whether somebody tries to give a case code, however wrongly typed. A story with figures in it is none. */
export function triesCode(text: string): boolean {
  const few = wordsOf(text);
  if (few.length <= FEW_WORDS) return few.filter(isSigns).join('').length >= LEAST_SIGNS;
  const signs = wordsBesideNumbers(text).filter(isSigns);
  return (
    signs.join('').length <= MOST_SIGNS && signs.some((word) => isMixed(word) && word.length >= LEAST_SIGNS)
  );
}

/** Whether somebody tries to give a PIN: more figures than a count of days or years has, and no sum or number to call. */
export function triesPin(text: string): boolean {
  if (wordsOf(text).length <= FEW_WORDS) return /\d/.test(text);
  return wordsBesideNumbers(text).join('').replace(/\D/g, '').length >= LEAST_SIGNS;
}
