import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { INTENT_ROUTES } from '../../knowledge/decision.ts';
import { buildKnowledgeBaseNow } from '../../knowledge/knowledge-base.ts';
import { fitPurpose } from '../../knowledge/purpose/fit-purpose.ts';
import { loadExamples } from '../../knowledge/purpose/load-examples.ts';
import { purposeFeaturesOf } from '../../knowledge/purpose/purpose-features.ts';
import { judgePurpose } from '../../knowledge/purpose/judge-purpose.ts';
import type { Judged } from '../../knowledge/purpose/judge-purpose.ts';
import { holdWeights } from '../../knowledge/purpose/purpose-weights.ts';
import { normalise } from '../../knowledge/steps/normalise.ts';
import { writtenKnowledge } from '../support/written-knowledge.ts';
import { smallContent } from './small-content.ts';

const FOLDER = fileURLToPath(new URL('../../knowledge', import.meta.url));

const likeliest = ({ urgent, calm }: Judged): string =>
  [...calm, ['urgent', urgent] as const].reduce((best, one) => (one[1] > best[1] ? one : best))[0];

describe('what the unit has learned from messages', () => {
  const kb = writtenKnowledge();
  const examples = loadExamples(FOLDER);
  const judge = (text: string): Judged => judgePurpose(kb.purpose, normalise(kb, text).words);

  it('who somebody is does not decide what they want', () => {
    for (const text of ['facebook của tôi không vào được', 'cho tôi gặp cán bộ', 'tôi vừa mất hết tiền'])
      expect(judge(`tôi là Nguyễn Văn Tuấn, ${text}`).calm).toEqual(
        judge(`tôi là Trần Thị Hoa, ${text}`).calm,
      );
    const { calm } = judge('tôi là Nguyễn Thị Hoa ở thôn 3, facebook của tôi không vào được');
    expect(calm.get('refuse')).toBeLessThan(kb.calibration.thresholds.refusal);
  });

  it('every kind of message is a wish, small talk, something not answered here, or has its article', () => {
    const { calm, urgent } = kb.purpose;
    for (const kind of urgent) expect(kb.articles.has(kind)).toBe(true);
    const others = [...INTENT_ROUTES, 'refuse', 'out_of_scope', 'small-talk'];
    expect(calm.filter((kind) => !kb.articles.has(kind)).sort()).toEqual(others.sort());
    expect([...examples.urgent.keys()].sort()).toEqual([...urgent].sort());
    for (const kind of examples.calm.keys()) expect(calm).toContain(kind);
  });

  it('96 of 100 of its own examples are told apart: the file of weights is that of the files of messages', () => {
    const isCalm = (text: string): boolean => judge(text).urgent < 0.5;
    const right = [
      ...[...examples.urgent.values()].flat().map((text) => !isCalm(text)),
      ...examples.notUrgent.map(isCalm),
      ...[...examples.calm].flatMap(([kind, texts]) =>
        texts.map((text) => (kb.articles.has(kind) ? isCalm(text) : likeliest(judge(text)) === kind)),
      ),
    ];
    expect(right.filter(Boolean).length / right.length).toBeGreaterThanOrEqual(0.96);
  });

  it.each(['', '🙂🙂🙂', '12345', 'zzzz qqqq wwww', 'constructor toString __proto__'])(
    'nothing in “%s” is urgent or a wish',
    (text) => {
      const { urgent, calm } = judge(text);
      expect(urgent).toBeLessThan(0.2);
      for (const wish of [...INTENT_ROUTES, 'refuse'])
        expect(calm.get(wish)).toBeLessThan(kb.calibration.thresholds.wish.likely);
    },
  );

  it('what a message is for adds up to one', () => {
    const { urgent, urgentKinds, calm } = judge('em muốn gửi ảnh thằng lừa bán xe cho công an');
    const sum = (chances: ReadonlyMap<string, number>): number =>
      [...chances.values()].reduce((total, chance) => total + chance, 0);
    expect(sum(urgentKinds)).toBeCloseTo(urgent);
    expect(urgent + sum(calm)).toBeCloseTo(1);
  });
});

describe('learning', () => {
  const content = smallContent();
  const kb = buildKnowledgeBaseNow(content);
  const texts = (text: string): string[] => [1, 2, 3, 4].map((time) => `${text} lần ${time}`);
  const learned = {
    urgent: new Map([['sos-vua-chuyen-tien', texts('tiền đi mất rồi cứu tôi')]]),
    calm: new Map([['human', texts('cho gặp chú trực ban')]]),
    notUrgent: texts('tiền đi chợ hôm nay'),
  };
  const fit = () => fitPurpose(kb, content, learned, '2026-11-22');
  const judgeBy = (text: string): Judged => judgePurpose(holdWeights(fit()), normalise(kb, text).words);

  it('the same content gives the same weights', () => {
    expect(fit()).toEqual(fit());
  });

  it('what stands beside a word decides, not the word alone', () => {
    expect(judgeBy('tiền mất rồi cứu').urgent).toBeGreaterThan(0.5);
    expect(judgeBy('tiền chợ hôm nay').urgent).toBeLessThan(0.5);
  });

  it('a wish is learned beside urgent matters', () => {
    expect(likeliest(judgeBy('gặp chú trực'))).toBe('human');
  });

  it('the squares of all features add up to one, so that a long message is not louder than a short one', () => {
    for (const text of ['cứu', 'tôi vừa chuyển tiền cho người lạ xong thì họ chặn tôi']) {
      const squares = [...purposeFeaturesOf(normalise(kb, text).words).values()].map((weight) => weight ** 2);
      expect(squares.reduce((sum, square) => sum + square, 0)).toBeCloseTo(1);
    }
  });
});
