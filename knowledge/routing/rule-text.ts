import { tokenOf } from '../language/tokens.ts';
import type { Token } from '../language/tokens.ts';

/** Stands in the words of a rule for "13 tuổi", "lớp 8": somebody under eighteen. */
const UNDER_AGE = tokenOf('vịthànhniên');
const ADULT_FROM_YEARS = 18;
const LAST_SCHOOL_YEAR = 12;

const NUMBER_WORDS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'].map(
  (word) => tokenOf(word).folded,
);

const numberAt = (token: Token | undefined): number => {
  if (token === undefined) return NaN;
  if (/^\d{1,2}$/.test(token.word)) return Number(token.word);
  return NUMBER_WORDS.indexOf(token.folded) > 0 ? NUMBER_WORDS.indexOf(token.folded) : NaN;
};

/** The words with a child's age or school year marked, so that rules can speak of children. */
export const markAges = (tokens: readonly Token[]): Token[] =>
  tokens.flatMap((token, at) => {
    const next = tokens[at + 1];
    const glued = /^(\d{1,2})t$/.exec(token.word)?.[1];
    if (glued !== undefined && Number(glued) < ADULT_FROM_YEARS) return [token, UNDER_AGE];
    if (token.folded === 'tuoi' && numberAt(tokens[at - 1]) < ADULT_FROM_YEARS) return [token, UNDER_AGE];
    if (token.folded === 'lop' && numberAt(next) <= LAST_SCHOOL_YEAR) return [token, UNDER_AGE];
    return [token];
  });
