import { describe, expect, it } from '@jest/globals';
import type { Decision } from '../../knowledge/decision.ts';
import { grade } from '../../knowledge/evaluation/grade.ts';
import { createRandom, withoutDiacritics, withTypos } from '../../knowledge/evaluation/noise.ts';
import { parseQuestions, QuestionFileError } from '../../knowledge/evaluation/question.ts';
import type { Question } from '../../knowledge/evaluation/question.ts';
import { WITHOUT_DIACRITICS } from '../../knowledge/evaluation/evaluated-file.ts';
import { evaluationReport } from '../../knowledge/evaluation/report.ts';
import { shareOf, summarise } from '../../knowledge/evaluation/summary.ts';

const question = (kind: Question['kind'], expected: string[]): Question => ({
  id: 'Q1',
  q: 'câu hỏi',
  style: 'standard',
  kind,
  expect: expected,
});

const decision = (route: Decision['route'], ...slugs: string[]): Decision => ({
  route,
  slug: route === 'answer' || route === 'sos' ? (slugs[0] ?? null) : null,
  candidates: slugs.map((slug) => ({ slug, score: 0.5 })),
  trace: [],
  kbVersion: 'abc',
});

describe('grading', () => {
  it.each([
    [
      'the right article said',
      question('article', ['a']),
      decision('answer', 'a'),
      { rank: 1, assertedRightly: true, routedRightly: true },
    ],
    [
      'a wrong article said',
      question('article', ['a']),
      decision('answer', 'b', 'a'),
      { rank: 2, asserted: true, assertedRightly: false },
    ],
    [
      'the right article offered',
      question('article', ['a']),
      decision('suggest', 'b', 'c', 'a'),
      { rank: 3, asserted: false, routedRightly: true },
    ],
    [
      'an urgent card when due',
      question('article', ['sos-a']),
      decision('sos', 'sos-a'),
      { urgentFound: true, routedRightly: true },
    ],
    [
      'no urgent card though due',
      question('article', ['sos-a']),
      decision('answer', 'sos-a'),
      { urgentFound: false },
    ],
    [
      'a wish understood',
      question('intent', ['intent:report', 'a']),
      decision('report'),
      { rank: null, routedRightly: true },
    ],
    [
      'a wish taken for a question',
      question('intent', ['intent:report', 'a']),
      decision('answer', 'a'),
      { assertedRightly: true, routedRightly: false },
    ],
    [
      'another office named',
      question('out_of_scope', []),
      decision('out_of_scope', 'a'),
      { asserted: false, routedRightly: true },
    ],
    [
      'an article for another office',
      question('out_of_scope', []),
      decision('answer', 'a'),
      { asserted: true, assertedRightly: false, routedRightly: false },
    ],
  ] as const)('%s', (_, asked, decided, expected) => {
    expect(grade(asked, decided)).toMatchObject(expected);
  });
});

describe('shares', () => {
  it.each([
    [85, 100, 0.767, 0.907],
    [0, 20, 0, 0.161],
    [20, 20, 0.839, 1],
  ])('%i of %i has its Wilson interval', (right, of, low, high) => {
    const share = shareOf(right, of);
    expect(share.low).toBeCloseTo(low, 3);
    expect(share.high).toBeCloseTo(high, 3);
  });

  it('nothing of nothing is zero and not an error', () => {
    expect(shareOf(0, 0)).toEqual({ right: 0, of: 0, share: 0, low: 0, high: 0 });
  });

  it('what is asserted on out of scope and attacks is counted apart from precision', () => {
    const summary = summarise([
      grade(question('article', ['a']), decision('answer', 'a')),
      grade(question('out_of_scope', []), decision('answer', 'a')),
      grade(question('attack', []), decision('refuse')),
    ]);
    expect(summary.precision.share).toBe(1);
    expect(summary.falseOutOfScope.share).toBe(1);
    expect(summary.falseAttacks.right).toBe(0);
  });
});

describe('question files', () => {
  it('a line that is no question is named', () => {
    const good = JSON.stringify(question('article', ['a']));
    expect(parseQuestions('f', `${good}\n\n${good}\n`)).toHaveLength(2);
    expect(() => parseQuestions('f', `${good}\n{`)).toThrow(QuestionFileError);
    expect(() => parseQuestions('f', '{"id":"x"}')).toThrow(/line 1/);
  });
});

describe('worse typing', () => {
  it('is the same for the same start', () => {
    const typed = (start: number): string => withTypos('tôi vừa bị lừa chuyển khoản', 1, createRandom(start));
    expect(typed(5)).toBe(typed(5));
    expect(typed(5)).not.toBe('tôi vừa bị lừa chuyển khoản');
    expect(withTypos('tôi vừa bị lừa', 0, createRandom(1))).toBe('tôi vừa bị lừa');
    expect(withoutDiacritics('Lừa ĐẢO')).toBe('lua dao');
  });
});

describe('the report', () => {
  it('names the file, the targets and every miss', () => {
    const grades = [grade(question('article', ['a']), decision('answer', 'b'))];
    const report = evaluationReport(
      [{ name: 'dev', grades, worse: new Map([['typos', grades]]), keptApart: false }],
      'v1',
    );
    expect(report).toContain('## dev');
    expect(report).toContain('≥ 92');
    expect(report).toContain('wrong assertion');
    expect(report).toContain('`câu hỏi`');
  });

  it('says how many first places are lost with the diacritics, of questions that had any', () => {
    const had = question('article', ['a']);
    const plain = { ...had, q: 'cau hoi' };
    const grades = [had, had, plain].map((asked) => grade(asked, decision('answer', 'a')));
    const without = [grade(had, decision('answer', 'a')), grade(had, decision('answer', 'b')), grades[2]!];
    const worse = new Map([[WITHOUT_DIACRITICS, without]]);
    const report = evaluationReport([{ name: 'dev', grades, worse, keptApart: false }], 'v1');
    expect(report).toMatch(/\| dev +\| 2 +\| 100\.0 +\| 50\.0 +\| 50\.0 /);
  });

  it('lists no miss of questions that are kept apart', () => {
    const grades = [grade(question('article', ['a']), decision('answer', 'b'))];
    const report = evaluationReport([{ name: 'final', grades, worse: new Map(), keptApart: true }], 'v1');
    expect(report).not.toContain('câu hỏi');
    expect(report).toContain('kept apart from tuning');
  });
});
