import { fold } from './letters.ts';

const FIGURES: ReadonlyMap<string, string> = new Map(
  ['khong', 'mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin'].map((word, figure) => [
    word,
    String(figure),
  ]),
)
  .set('tu', '4')
  .set('lam', '5');

const WORD = 'không|khong|một|mot|hai|ba|bốn|bon|tư|năm|nam|lăm|sáu|sau|bảy|bẩy|bay|tám|tam|chín|chin';
/** Cheaper to look for, and hardly any text has it. */
const MAY_BE_DICTATED = new RegExp(`(?:${WORD})(?:[\\s,.-]+(?:${WORD})){6}`);
const DICTATED = new RegExp(`(?<![\\p{L}\\p{N}])(?:${WORD})(?:[\\s,.-]+(?:${WORD})){6,}(?!\\p{L})`, 'gu');

/** The cleaned text with numbers of seven figures and more that were read out one by one written in figures. */
export const writeDictatedNumbers = (text: string): string =>
  MAY_BE_DICTATED.test(text)
    ? text.replace(DICTATED, (words) =>
        words
          .split(/[\s,.-]+/)
          .map((word) => FIGURES.get(fold(word)) ?? '')
          .join(''),
      )
    : text;
