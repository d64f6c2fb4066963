import { describe, expect, it } from '@jest/globals';
import { readingsOf, splitGlued, undoInputKeys } from '../../knowledge/language/repair.ts';
import { normalise } from '../../knowledge/steps/normalise.ts';
import { writtenKnowledge } from '../support/written-knowledge.ts';

const kb = writtenKnowledge();
const { vocabulary } = kb.index;

const meant = (message: string): string =>
  normalise(kb, message)
    .words.map((token) => token.folded)
    .join(' ');

describe('mistyped words', () => {
  it.each([
    ['laays', 'lay'],
    ['nguo7i2', 'nguoi'],
    ['ddien', 'dien'],
    ['giwo', 'gio'],
  ])('input keys left in %s give %s', (typed, word) => {
    expect(undoInputKeys(typed)).toContain(word);
  });

  it.each([
    ['congan', ['cong', 'an']],
    ['taikhoan', ['tai', 'khoan']],
    ['luadao', ['lua', 'dao']],
  ])('%s is split into %j', (glued, parts) => {
    expect(splitGlued(glued, vocabulary)).toEqual(parts);
  });

  it('a neighbour that the base knows decides between equally near words', () => {
    expect(readingsOf('hagn', 'ngan', 'goi', vocabulary)[0]?.words).toEqual(['hang']);
  });

  it('readings of one word never weigh more than the word itself', () => {
    for (const typed of ['khogn', 'tien1', 'chuyenr', 'zzz'])
      for (const { weight } of readingsOf(typed, '', '', vocabulary)) expect(weight).toBeLessThanOrEqual(1);
  });

  it.each([
    ['nv ngan hagn goi', 'nhan vien ngan hang goi'],
    ['lừa đaor', 'lua dao'],
  ])('"%s" is understood as "%s"', (typed, read) => {
    expect(meant(typed)).toBe(read);
  });

  it('a word of another matter is left alone: it is no slip of the finger', () => {
    expect(meant('trị rầy nâu cho lúa')).toBe('tri ray nau cho lua');
  });
});

describe('slips mended by their neighbours', () => {
  const mended = (message: string): string | undefined =>
    normalise(kb, message)
      .mended?.map((token) => token.word)
      .join(' ');

  it.each([
    ['tôi khônng muốm dống nữa', 'tôi không muốn sống nữa'],
    ['chồng đang ddanh tôi ccuu với', 'chồng đang đánh tôi cứu với'],
    ['nó đổi ism của tôi rút hết tiề', 'nó đổi sim của tôi rút hết tiền'],
  ])('%s is read as %s', (typed, meant) => {
    expect(mended(typed)).toBe(meant);
  });

  it('a text whose words are all known has nothing to mend', () => {
    expect(mended('tôi bị lừa chuyển tiền')).toBeUndefined();
  });

  it('a number that is dictated is a number', () => {
    expect(normalise(kb, 'số tài khoản tám tám không không một hai ba bốn').text.entities.accounts).toEqual([
      '88001234',
    ]);
  });
});
