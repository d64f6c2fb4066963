import { describe, expect, it } from '@jest/globals';
import { compileRespellings } from '../../knowledge/language/respelling.ts';
import { tokenize } from '../../knowledge/language/tokens.ts';
import { markAges } from '../../knowledge/routing/rule-text.ts';
import { UnknownClassError } from '../../knowledge/routing/phrases.ts';
import { compileRules, firstRule, ruleFileSchema } from '../../knowledge/routing/rules.ts';

const RESPELLINGS = compileRespellings([[{ from: ['tui', 'tau'], to: 'tôi' }]]);

const rules = compileRules(
  ruleFileSchema.parse({
    rules: [
      {
        id: 'sent',
        to: 'urgent',
        all: ['<đã xong>', 'chuyển tiền | chuyển … tiền'],
        none: ['chưa chuyển', 'quà'],
      },
      { id: 'short', to: 'urgent', all: ['cứu'], maxWords: 3 },
      { id: 'strict', to: 'urgent', all: ['hở!'] },
    ],
  }),
  { 'đã xong': ['vừa | lỡ', 'rồi'] },
  RESPELLINGS,
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

  it('rules and messages are brought to the same spelling', () => {
    const file = ruleFileSchema.parse({ rules: [{ id: 'mine', to: 'x', all: ['của tui'] }] });
    const compiled = compileRules(file, {}, RESPELLINGS);
    expect(firstRule(compiled, tokenize('của tôi'))?.id).toBe('mine');
  });

  it('a word class may stand anywhere in a phrase, and in another class', () => {
    const file = ruleFileSchema.parse({
      rules: [{ id: 'sent', to: 'x', all: ['<lúc này> … <đưa tiền> cho nó'] }],
    });
    const classes = {
      'lúc này': ['vừa | mới'],
      'đưa tiền': ['chuyển <tiền>', 'nạp'],
      tiền: ['tiền | hết tiền'],
    };
    const compiled = compileRules(file, classes, RESPELLINGS);
    const isSent = (message: string): boolean => firstRule(compiled, tokenize(message)) !== null;
    expect(isSent('em vừa lỡ chuyển hết tiền cho nó')).toBe(true);
    expect(isSent('moi nap cho no')).toBe(true);
    expect(isSent('mới chuyển cho nó')).toBe(false);
  });

  it('a word class that contains itself is an error', () => {
    const file = ruleFileSchema.parse({ rules: [{ id: 'round', to: 'x', all: ['<vòng>'] }] });
    expect(() => compileRules(file, { vòng: ['<vòng> nữa'] }, RESPELLINGS)).toThrow(UnknownClassError);
  });

  it('a word class that does not exist is an error with the rule in it', () => {
    const file = ruleFileSchema.parse({ rules: [{ id: 'broken', to: 'x', all: ['<không có>'] }] });
    expect(() => compileRules(file, {}, RESPELLINGS)).toThrow(UnknownClassError);
    expect(() => compileRules(file, {}, RESPELLINGS)).toThrow(/broken/);
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
