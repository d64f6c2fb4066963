import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { decideNow } from '../../knowledge/answer-chain.ts';
import { grade } from '../../knowledge/evaluation/grade.ts';
import { createRandom, withoutDiacritics, withTypos } from '../../knowledge/evaluation/noise.ts';
import { parseQuestions } from '../../knowledge/evaluation/question.ts';
import { summarise } from '../../knowledge/evaluation/summary.ts';
import { writtenKnowledge } from '../support/written-knowledge.ts';

const kb = writtenKnowledge();

const measured = (file: string, change: (text: string) => string = (text) => text) => {
  const text = readFileSync(new URL(`./questions/${file}.jsonl`, import.meta.url), 'utf8');
  return summarise(parseQuestions(file, text).map((one) => grade(one, decideNow(kb, change(one.q)))));
};

describe.each(['dev', 'fresh', 'blind', 'unseen', 'heldout'])('the questions of %s', (file) => {
  const summary = measured(file);

  it('get the right article first in 92 of 100 cases, among three in 98', () => {
    expect(summary.topOne.share).toBeGreaterThanOrEqual(0.92);
    expect(summary.inTopThree.share).toBeGreaterThanOrEqual(0.98);
  });

  it('are answered outright only when the answer is right in 98 of 100 cases', () => {
    expect(summary.precision.share).toBeGreaterThanOrEqual(0.98);
    expect(summary.coverage.share).toBeGreaterThanOrEqual(0.6);
  });

  it('take the right route in 98 of 100 cases', () => {
    expect(summary.routes.share).toBeGreaterThanOrEqual(0.98);
  });

  it('never get an article when they are an attack, and hardly ever when they are out of scope', () => {
    expect(summary.falseAttacks.right).toBe(0);
    expect(summary.falseOutOfScope.share).toBeLessThanOrEqual(0.03);
  });

  it('lose at most a point or so without diacritics and four with slips in every fifth word', () => {
    const random = createRandom(20_261_122);
    const plain = measured(file, withoutDiacritics);
    const mistyped = measured(file, (text) => withTypos(text, 0.2, random));
    expect(summary.topOne.share - plain.topOne.share).toBeLessThanOrEqual(file === 'unseen' ? 0.02 : 0.015);
    expect(summary.topOne.share - mistyped.topOne.share).toBeLessThanOrEqual(0.04);
  });
});

describe.each(['twin-d', 'twin-n', 'twin-s', 'twin-t', 'twin-u'])(
  'questions of %s, a set that nobody looked at',
  (file) => {
    const summary = measured(file);

    it('reach what was promised, but for the last urgent cards', () => {
      expect(summary.topOne.share).toBeGreaterThanOrEqual(0.92);
      expect(summary.inTopThree.share).toBeGreaterThanOrEqual(0.98);
      expect(summary.precision.share).toBeGreaterThanOrEqual(0.98);
      expect(summary.routes.share).toBeGreaterThanOrEqual(0.95);
      expect(summary.urgent.share).toBeGreaterThanOrEqual(0.97);
      expect(summary.falseOutOfScope.share).toBeLessThanOrEqual(0.03);
      expect(summary.falseAttacks.right).toBe(0);
    });
  },
);

it('people in danger get the urgent card, most of them even in words that nobody thought of', () => {
  for (const file of ['dev', 'practice', 'fresh', 'blind', 'unseen', 'heldout'])
    expect(measured(file).urgent.share).toBeGreaterThanOrEqual(0.98);
  for (const file of ['hard-seen', 'hard']) expect(measured(file).urgent.share).toBeGreaterThanOrEqual(0.9);
});
