import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../../knowledge/language/tokens.ts';
import { markAges } from '../../knowledge/routing/rule-text.ts';
import { compileRules, firstRule, ruleFileSchema, UnknownSetError } from '../../knowledge/routing/rules.ts';

const rules = compileRules(
  ruleFileSchema.parse({
    sets: { 'đã xong': ['vừa | lỡ', 'rồi'] },
    rules: [
      {
        id: 'sent',
        to: 'urgent',
        all: ['@đã xong', 'chuyển tiền | chuyển … tiền'],
        none: ['chưa chuyển', 'quà'],
      },
      { id: 'short', to: 'urgent', all: ['cứu'], maxWords: 3 },
      { id: 'strict', to: 'urgent', all: ['hở!'] },
    ],
  }),
);

const fired = (message: string): string | null => firstRule(rules, tokenize(message))?.id ?? null;

describe('rules that officers can read', () => {
  it.each([
    ['em vừa chuyển tiền', 'sent'],
    ['chuyển tiền rồi', 'sent'],
    ['vua chuyen tien', 'sent'],
    ['lỡ chuyển cho nó hết tiền', 'sent'],
    ['chuyển tiền', null],
    ['chưa chuyển tiền, vừa gọi', null],
    ['vừa chuyển nó đi xa quá nên hết cả tiền', null],
    ['cứu em với', 'short'],
    ['cứu em với chú công an', null],
  ])('"%s" meets %s', (message, id) => {
    expect(fired(message)).toBe(id);
  });

  it('a word typed with other diacritics is another word', () => {
    expect(fired('vừa chuyện tiền')).toBeNull();
  });

  it('a mistyped word meets what it may have been meant to be, but makes no exception', () => {
    const typed = (message: string, at: number, maybe: readonly string[]) =>
      firstRule(
        rules,
        tokenize(message).map((token, index) => (index === at ? { ...token, maybe } : token)),
      )?.id ?? null;
    expect(typed('vừa chuyển riền', 2, ['tien', 'rieng'])).toBe('sent');
    expect(typed('vừa chuyển riền', 2, ['rieng'])).toBeNull();
    expect(typed('vừa chuyển tiền chuq chuyển', 3, ['chua'])).toBe('sent');
  });

  it('a single exception needs its diacritics: "qua" is not "quà"', () => {
    expect(fired('vua chuyen tien hom qua')).toBe('sent');
    expect(fired('vừa chuyển tiền mua quà')).toBeNull();
  });

  it('a word marked with an exclamation mark needs its diacritics', () => {
    expect(fired('họ')).toBeNull();
    expect(fired('ho')).toBeNull();
    expect(fired('hở')).toBe('strict');
  });

  it('a set that does not exist is an error with the rule in it', () => {
    const file = ruleFileSchema.parse({ rules: [{ id: 'broken', to: 'x', all: ['@không có'] }] });
    expect(() => compileRules(file)).toThrow(UnknownSetError);
    expect(() => compileRules(file)).toThrow(/broken/);
  });
});

describe('the age of a child', () => {
  it.each([
    ['em 13 tuổi', true],
    ['con tôi học lớp 8', true],
    ['be 9 tuoi', true],
    ['cháu mười tuổi', true],
    ['em 19 tuổi', false],
    ['lớp bồi dưỡng', false],
    ['hai tuần', false],
  ])('"%s" is under age: %s', (message, underAge) => {
    const marked = markAges(tokenize(message)).some((token) => token.folded === 'vithanhnien');
    expect(marked).toBe(underAge);
  });
});
