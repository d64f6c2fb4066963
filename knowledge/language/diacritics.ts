import type { AnalysedText } from './analyse.ts';
import { hasDiacritic } from './tokens.ts';
import type { Token } from './tokens.ts';
import type { WordModel } from './word-model.ts';

const isOpen = (token: Token, model: WordModel): boolean =>
  !hasDiacritic(token) && model.formsOf(token.folded).size > 0;

/** The same words; one typed without diacritics carries the form that it most likely stands for. */
export const guessDiacritics = (tokens: readonly Token[], model: WordModel): Token[] => {
  const candidates = tokens.map((token) =>
    isOpen(token, model)
      ? [...model.formsOf(token.folded)].map((form) => ({ form, doubt: 0 }))
      : [{ form: token.accented, doubt: 0 }],
  );
  const read = model.read(candidates);
  return tokens.map((token, at) => {
    const form = read[at];
    return form !== undefined && isOpen(token, model) ? { ...token, guess: form } : token;
  });
};

/** A text typed without diacritics with the forms that its words likely stand for; one typed with them stays. */
export const restoreDiacritics = (text: AnalysedText, model: WordModel): AnalysedText =>
  text.diacritics === 'typed'
    ? text
    : {
        ...text,
        diacritics: 'restored',
        tokens: guessDiacritics(text.tokens, model).map((token) =>
          token.guess === undefined ? token : { ...token, accented: token.guess },
        ),
      };
