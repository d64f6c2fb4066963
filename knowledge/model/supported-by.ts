import { analyse } from '../language/analyse.ts';
import { cleanText } from '../language/clean-text.ts';
import type { Language } from '../language/language.ts';
import { tokenize } from '../language/tokens.ts';

const SENTENCE_END = /(?<=[.!?…;:])\s+|\n+/u;
const NUMBER = /\d[\d .]*\d|\d/g;

/** Words that carry no claim of their own. */
const FILLERS = new Set(
  'va voi thi la ma de cho cua o tai khi neu hay hoac cac nhung mot ban bac anh chi minh toi nay do day nhe a nha hon rat cung da se dang duoc bi vao ra len xuong lai di roi ngay truoc sau theo tu den bang viec nguoi can phai nen hay hoi xin va'.split(
    ' ',
  ),
);

const NEGATIONS = new Set(['khong', 'dung', 'chua', 'cam', 'chang', 'tranh']);
/** Share of a sentence's words that one passage of the source must have. */
const MIN_COVERED = 0.75;

const sentencesOf = (text: string): string[] =>
  text
    .split(SENTENCE_END)
    .map((sentence) => sentence.replace(/^[\s\-•*\d.)]+/u, '').trim())
    .filter((sentence) => /\p{L}/u.test(sentence));

const digitsOf = (text: string): string[] =>
  (text.match(NUMBER) ?? []).map((number) => number.replace(/\D/g, ''));

type Passage = { words: ReadonlySet<string>; negated: boolean };

/** Folded, "đừng" is also "dùng": negation is read with the diacritics. */
const isNegated = (sentence: string): boolean =>
  /(?<!\p{L})(?:không|đừng|chưa|chớ|cấm|tránh|tuyệt đối không|chẳng)(?!\p{L})/u.test(cleanText(sentence));

const wordsOf = (sentence: string, language: Language): string[] => [
  ...tokenize(cleanText(sentence)).map((token) => token.folded),
  ...analyse(sentence, language).tokens.map((token) => token.folded),
];

const claims = (sentence: string): string[] =>
  tokenize(cleanText(sentence))
    .map((token) => token.folded)
    .filter((word) => !FILLERS.has(word) && !NEGATIONS.has(word) && !/^\d+$/.test(word));

const covers = (passage: Passage, sentence: string): boolean => {
  const wanted = claims(sentence);
  const covered = wanted.filter((word) => passage.words.has(word)).length;
  return passage.negated === isNegated(sentence) && covered >= wanted.length * MIN_COVERED;
};

/**
 * Whether the source says everything that `text` says: each sentence has its words in one or two neighbouring sentences
 * of the source, denies what they deny, and names no number that the source does not have.
 */
export const isSupportedBy = (text: string, source: string, language: Language): boolean => {
  const sentences = sentencesOf(text);
  const passages = sentencesOf(source).map((sentence, at, all): Passage => {
    const neighbours = `${sentence} ${all[at + 1] ?? ''}`;
    return { words: new Set(wordsOf(neighbours, language)), negated: isNegated(sentence) };
  });
  const numbers = new Set(digitsOf(source));
  return (
    sentences.length > 0 &&
    digitsOf(text).every((number) => numbers.has(number)) &&
    sentences.every((sentence) => passages.some((passage) => covers(passage, sentence)))
  );
};
