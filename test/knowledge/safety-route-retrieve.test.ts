import { describe, expect, it } from '@jest/globals';
import { buildKnowledgeBaseNow } from '../../knowledge/knowledge-base.ts';
import { holdWeights } from '../../knowledge/purpose/purpose-weights.ts';
import { normalise } from '../../knowledge/steps/normalise.ts';
import { retrieve } from '../../knowledge/steps/retrieve.ts';
import type { Retrieval } from '../../knowledge/steps/retrieve.ts';
import { findDestination } from '../../knowledge/steps/route.ts';
import { checkSafety } from '../../knowledge/steps/safety.ts';
import { smallContent } from './small-content.ts';

const kb = buildKnowledgeBaseNow(smallContent());

describe('safety', () => {
  it('an urgent rule names its article', () => {
    expect(checkSafety(kb, normalise(kb, 'tôi vừa chuyển tiền'), 'free').urgent?.slug).toBe(
      'sos-vua-chuyen-tien',
    );
  });

  it('a rule whose article is not published counts for nothing', () => {
    const content = smallContent();
    const without = buildKnowledgeBaseNow({
      ...content,
      articles: content.articles.filter((one) => one.group !== 'sos'),
    });
    expect(checkSafety(without, normalise(without, 'tôi vừa chuyển tiền'), 'free').urgent).toBeNull();
  });
});

describe('what examples say in the middle of a form', () => {
  const [money, child] = ['sos-vua-chuyen-tien', 'sos-tre-em-bi-xam-hai-du-do'];
  const heardAs = (urgent: string, weight: number, setting: 'free' | 'amid' = 'amid') => {
    const weights = { keu: [1, weight] };
    const purpose = holdWeights({
      fittedAt: '2026-11-23',
      calm: ['report'],
      urgent: [urgent],
      bias: [0, 0],
      weights,
    });
    const sure = { ...kb, purpose };
    return checkSafety(sure, normalise(sure, 'kêu'), setting).judged;
  };

  it('is heard where a life is all but surely at stake', () => {
    expect(heardAs(child, 100)?.urgentKinds.get(child)).toBeGreaterThan(0.97);
  });

  it('is not heard where that is only likely, nor where it is about money', () => {
    expect(heardAs(child, 20)).toBeNull();
    expect(heardAs(money, 100)).toBeNull();
  });

  it('is not heard as a wish or a request to decline', () => {
    expect(heardAs(child, -100)).toBeNull();
    expect(heardAs(child, -100, 'free')?.calm.get('report')).toBeGreaterThan(0.97);
  });
});

describe('route', () => {
  it.each([
    ['bot ngu', { kind: 'refusal', id: 'chui-boi' }],
    ['cho tôi gặp cán bộ', { kind: 'intent', route: 'human' }],
    ['0912345678', { kind: 'intent', route: 'check' }],
    ['K7M4-QX9C', { kind: 'intent', route: 'track' }],
  ])('%s', (message, destination) => {
    expect(findDestination(kb, normalise(kb, message))).toMatchObject(destination);
  });

  it('an ordinary question has no destination yet', () => {
    expect(findDestination(kb, normalise(kb, 'shipper đòi tiền'))).toBeNull();
  });
});

describe('retrieve', () => {
  it('a phrasing word for word is certain', () => {
    const { leader } = retrieve(kb, normalise(kb, 'lấy lại zalo bị mất'));
    expect(leader).toEqual({ kind: 'article', id: 'tai-khoan-zalo-bi-chiem', probability: 1 });
  });

  it('candidates are articles only, best first', () => {
    const { candidates } = retrieve(kb, normalise(kb, 'tôi muốn trình báo shipper lừa tiền'));
    expect(candidates.every(({ slug }) => kb.articles.has(slug))).toBe(true);
    expect(candidates.map(({ score }) => score)).toEqual(
      candidates.map(({ score }) => score).sort((a, b) => b - a),
    );
  });

  it('a text mostly in another language is marked as such', () => {
    expect(retrieve(kb, normalise(kb, 'please tell me about shipper money transfer')).foreign).toBe(true);
    expect(retrieve(kb, normalise(kb, 'shipper gọi đòi tiền')).foreign).toBe(false);
  });

  describe('weighs what examples say', () => {
    const read = normalise(kb, 'shipper gọi đòi tiền, zalo bị mất');
    const alone = retrieve(kb, read).found;
    const [first = '', second = ''] = alone.map(({ slug }) => slug);
    const hearing = (...calm: [string, number][]) =>
      retrieve(kb, read, { urgent: 0, urgentKinds: new Map(), calm: new Map(calm) });
    const scoreOf = (slug: string, { candidates }: Retrieval) =>
      candidates.find((one) => one.slug === slug)?.score ?? Number.NaN;

    it('the article that both speak for stands first, whatever the search found alone', () => {
      const both = hearing([first, 0.001], [second, 0.99]);
      expect(both.candidates[0]?.slug).toBe(second);
      expect(both.found).toEqual(alone);
    });

    it('neither carries an article alone', () => {
      const [mine] = alone;
      const searchScore = mine?.score ?? Number.NaN;
      expect(scoreOf(first, hearing([first, 0.04]))).toBeCloseTo(0.2 * Math.sqrt(searchScore));
      expect(scoreOf(first, hearing([first, 0]))).toBeCloseTo(0.1 * Math.sqrt(searchScore));
    });

    it('an article that no example is about keeps what the search gives it', () => {
      expect(scoreOf(first, hearing([second, 0.5]))).toBeCloseTo(alone[0]?.score ?? Number.NaN);
    });
  });
});
