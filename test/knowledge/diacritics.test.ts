import { describe, expect, it } from '@jest/globals';
import { guessDiacritics } from '../../knowledge/language/diacritics.ts';
import { compileRespellings } from '../../knowledge/language/respelling.ts';
import { tokenize } from '../../knowledge/language/tokens.ts';
import { createWordModel } from '../../knowledge/language/word-model.ts';
import { compileRules, firstRule, ruleFileSchema } from '../../knowledge/routing/rules.ts';

const model = createWordModel();
for (const text of [
  'hỏi bán nhà',
  'hỏi bán nhà cũ',
  'bạn tôi hỏi',
  'bạn tôi đâu',
  'có quà tết',
  'qua nhà bạn',
])
  model.learn(tokenize(text));

const guessed = (text: string): string =>
  guessDiacritics(tokenize(text), model)
    .map(({ word, guess }) => guess ?? word)
    .join(' ');

describe('words typed without diacritics', () => {
  it.each([
    ['hoi ban nha', 'hỏi bán nhà'],
    ['ban toi', 'bạn tôi'],
    ['co qua tet', 'có quà tết'],
    ['qua nha', 'qua nhà'],
  ])('%s is read by its neighbours as %s', (typed, read) => {
    // tones stand at the end of a word in the compared form; both sides are brought to it
    const toned = tokenize(read).map(({ accented }) => accented);
    expect(guessed(typed)).toBe(toned.join(' '));
  });

  it('a word that was typed with them, or that nobody ever wrote, stays', () => {
    expect(guessDiacritics(tokenize('bàn xyz'), model)).toEqual(tokenize('bàn xyz'));
  });

  it('a rule that wants the diacritics of a word is met by what the word stands for', () => {
    const rules = compileRules(
      ruleFileSchema.parse({ rules: [{ id: 'gift', to: 'x', all: ['tết'], none: ['quà'] }] }),
      {},
      compileRespellings([]),
    );
    const fires = (text: string): boolean =>
      firstRule(rules, guessDiacritics(tokenize(text), model)) !== null;
    expect(fires('tet co qua tet')).toBe(false);
    expect(fires('tet qua nha ban')).toBe(true);
  });
});
