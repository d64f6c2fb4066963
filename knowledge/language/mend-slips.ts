import { oneEditAway, undoInputKeys } from './repair.ts';
import { hasDiacritic, tokenOf } from './tokens.ts';
import type { Token } from './tokens.ts';
import { isVietnameseSyllable } from './vietnamese-syllable.ts';
import type { Candidate, WordModel } from './word-model.ts';

/** Doubts, as logarithms: how seldom a word is typed so that was meant otherwise. */
const DOUBTS = { otherTone: 2, inputKeys: 1, slip: 3, slipToAWord: 4.5, otherFirstLetter: 1, toneToo: 1 };
const MAX_CANDIDATES = 20;

const toneOf = (form: string): string => /\d$/.exec(form)?.[0] ?? '';

const isSuspect = (token: Token, model: WordModel): boolean =>
  !/^\d+$/.test(token.word) &&
  (hasDiacritic(token) ? !model.isKnown(token.accented) : model.formsOf(token.folded).size === 0);

const nearForms = (token: Token, model: WordModel): Candidate[] => {
  const typedTone = toneOf(token.accented);
  const slip = isVietnameseSyllable(token.folded) ? DOUBTS.slipToAWord : DOUBTS.slip;
  const found = new Map<string, number>();
  const add = (folded: string, doubt: number): void => {
    for (const form of model.formsOf(folded)) {
      const tone = typedTone !== '' && toneOf(form) !== typedTone ? DOUBTS.toneToo : 0;
      const start = folded.charAt(0) === token.folded.charAt(0) ? 0 : DOUBTS.otherFirstLetter;
      found.set(form, Math.min(found.get(form) ?? Infinity, doubt + tone + start));
    }
  };
  add(token.folded, DOUBTS.otherTone);
  for (const word of undoInputKeys(token.folded)) add(word, DOUBTS.inputKeys);
  if (token.folded.length > 1) for (const word of oneEditAway(token.folded)) add(word, slip);
  return [...found]
    .map(([form, doubt]) => ({ form, doubt }))
    .sort((a, b) => a.doubt - b.doubt)
    .slice(0, MAX_CANDIDATES);
};

const candidatesOf = (token: Token, model: WordModel): Candidate[] => {
  if (isSuspect(token, model)) return [{ form: token.accented, doubt: 0 }, ...nearForms(token, model)];
  if (hasDiacritic(token)) return [{ form: token.accented, doubt: 0 }];
  const forms = [...model.formsOf(token.folded)].map((form) => ({ form, doubt: 0 }));
  return forms.length > 0 ? forms : [{ form: token.accented, doubt: 0 }];
};

/**
 * The words as they were most likely meant, slips of the finger and lost diacritics mended by what usually stands beside
 * what; null when there is no slip.
 */
export const mendSlips = (tokens: readonly Token[], model: WordModel): Token[] | null => {
  if (!tokens.some((token) => isSuspect(token, model))) return null;
  const read = model.read(tokens.map((token) => candidatesOf(token, model)));
  return tokens.map((token, at) => {
    const form = read[at];
    const spelled = form === undefined || form === token.accented ? undefined : model.spelled(form);
    return spelled === undefined ? token : tokenOf(spelled);
  });
};
