import type { Content } from './content.ts';
import { analyse } from './language/analyse.ts';
import type { Language } from './language/language.ts';
import { tokenize } from './language/tokens.ts';
import type { WordModel } from './language/word-model.ts';

/** Of more articles than this, enough has been read to learn how words follow one another. */
const READ_TO_LEARN = 400;

/** Sums are one word in what is learned; their units have to be told. */
const SUMS = [
  '5 triệu',
  'mười triệu',
  'mươi triệu',
  'trăm triệu',
  'mấy triệu',
  '500 nghìn',
  'chục triệu',
  '1 tỷ',
];

/** What articles say is written with care: it teaches which words follow which, where phrasings have few of them. */
export function* learnFromTexts(
  { articles, outOfScope }: Content,
  language: Language,
  model: WordModel,
): Generator<void> {
  for (const sum of SUMS) model.learn(tokenize(sum));
  for (const { title, shortAnswer, steps, signs, trick } of articles.slice(0, READ_TO_LEARN)) {
    for (const text of [title, shortAnswer, ...steps, ...signs, trick ?? ''])
      model.learn(analyse(text, language).tokens);
    yield;
  }
  for (const { title, text } of outOfScope) model.learn(analyse(`${title}. ${text}`, language).tokens);
}
