import { describe, expect, it } from '@jest/globals';
import { buildKnowledgeBaseNow } from '../../knowledge/knowledge-base.ts';
import { normalise } from '../../knowledge/steps/normalise.ts';
import { retrieve } from '../../knowledge/steps/retrieve.ts';
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
});
