import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { buildKnowledgeBaseNow } from '../../knowledge/knowledge-base.ts';
import { normalise } from '../../knowledge/steps/normalise.ts';
import { fitUrgency } from '../../knowledge/urgency/fit-urgency.ts';
import { loadUrgentMessages } from '../../knowledge/urgency/load-urgent-messages.ts';
import { urgencyFeaturesOf } from '../../knowledge/urgency/urgency-features.ts';
import { judgeUrgency } from '../../knowledge/urgency/urgency-model.ts';
import { CALM } from '../../knowledge/urgency/urgent-messages.ts';
import { writtenKnowledge } from '../support/written-knowledge.ts';
import { smallContent } from './small-content.ts';

const FOLDER = fileURLToPath(new URL('../../knowledge', import.meta.url));

describe('what the unit has learned from urgent messages', () => {
  const kb = writtenKnowledge();
  const messages = Object.entries(loadUrgentMessages(FOLDER));
  const probabilityOf = (text: string): number =>
    judgeUrgency(kb.urgency, normalise(kb, text).words).probability;

  it('every kind of urgent message has its article', () => {
    for (const [kind] of messages) if (kind !== CALM) expect(kb.articles.has(kind)).toBe(true);
    expect(kb.urgency.kinds).toEqual(messages.map(([kind]) => kind).filter((kind) => kind !== CALM));
  });

  it('97 of 100 of its own examples are told apart: the file of weights is that of the file of messages', () => {
    const right = messages.flatMap(([kind, texts]) =>
      texts.map((text) => probabilityOf(text) >= 0.5 === (kind !== CALM)),
    );
    expect(right.filter(Boolean).length / right.length).toBeGreaterThanOrEqual(0.97);
  });

  it.each(['', '🙂🙂🙂', '12345', 'zzzz qqqq wwww', 'constructor toString __proto__'])(
    'nothing in “%s” is urgent',
    (text) => {
      expect(probabilityOf(text)).toBeLessThan(0.2);
    },
  );
});

describe('learning', () => {
  const content = smallContent();
  const kb = buildKnowledgeBaseNow(content);
  const texts = (text: string): string[] => [1, 2, 3, 4].map((time) => `${text} lần ${time}`);
  const learned = {
    'sos-vua-chuyen-tien': texts('tiền đi mất rồi cứu tôi'),
    calm: texts('tiền đi chợ hôm nay'),
  };
  const fit = () => fitUrgency(kb, content, learned, '2026-11-22');

  it('the same content gives the same weights', () => {
    expect(fit()).toEqual(fit());
  });

  it('what stands beside a word decides, not the word alone', () => {
    const model = fit();
    const probabilityOf = (text: string): number =>
      judgeUrgency(model, normalise(kb, text).words).probability;
    expect(probabilityOf('tiền mất rồi cứu')).toBeGreaterThan(0.5);
    expect(probabilityOf('tiền chợ hôm nay')).toBeLessThan(0.5);
  });

  it('the squares of all features add up to one, so that a long message is not louder than a short one', () => {
    for (const text of ['cứu', 'tôi vừa chuyển tiền cho người lạ xong thì họ chặn tôi']) {
      const squares = [...urgencyFeaturesOf(normalise(kb, text).words).values()].map((weight) => weight ** 2);
      expect(squares.reduce((sum, square) => sum + square, 0)).toBeCloseTo(1);
    }
  });
});
