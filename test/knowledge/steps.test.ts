import { describe, expect, it } from '@jest/globals';
import { buildKnowledgeBaseNow } from '../../knowledge/knowledge-base.ts';
import { compose } from '../../knowledge/steps/compose.ts';
import { decide } from '../../knowledge/steps/decide.ts';
import { normalise } from '../../knowledge/steps/normalise.ts';
import { retrieve } from '../../knowledge/steps/retrieve.ts';
import type { Retrieval } from '../../knowledge/steps/retrieve.ts';
import { findDestination } from '../../knowledge/steps/route.ts';
import { checkSafety } from '../../knowledge/steps/safety.ts';
import type { Safety, Tone } from '../../knowledge/steps/safety.ts';
import { smallContent } from './small-content.ts';

const kb = buildKnowledgeBaseNow(smallContent());

const safety = (...tones: Tone[]): Safety => ({ urgent: null, tones: new Set(tones) });
const urgent: Safety = {
  urgent: { slug: 'sos-vua-chuyen-tien', rule: 'sent', givesWay: true },
  tones: new Set(),
};

const retrieval = (leader: Retrieval['leader'], more: Partial<Retrieval> = {}): Retrieval => ({
  leader,
  candidates: leader?.kind === 'article' ? [{ slug: leader.id, score: leader.probability }] : [],
  refusalNear: false,
  foreign: false,
  ...more,
});

const article = (id: string, probability: number, more: Partial<Retrieval> = {}): Retrieval =>
  retrieval({ kind: 'article', id, probability }, more);

describe('safety', () => {
  it('an urgent rule names its article', () => {
    expect(checkSafety(kb, normalise(kb, 'tôi vừa chuyển tiền')).urgent?.slug).toBe('sos-vua-chuyen-tien');
  });

  it('a rule whose article is not published counts for nothing', () => {
    const content = smallContent();
    const without = buildKnowledgeBaseNow({
      ...content,
      articles: content.articles.filter((one) => one.group !== 'sos'),
    });
    expect(checkSafety(without, normalise(without, 'tôi vừa chuyển tiền')).urgent).toBeNull();
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

describe('decide', () => {
  it.each([
    ['sure of an article', safety('scam'), article('lua-dao-shipper', 0.9), 'answer'],
    ['an article is likely', safety('scam'), article('lua-dao-shipper', 0.4), 'suggest'],
    ['nothing is near', safety('scam'), article('lua-dao-shipper', 0.1), 'unknown'],
    ['nothing was found', safety(), retrieval(null), 'unknown'],
    ['a scam that nobody speaks of', safety(), article('lua-dao-shipper', 0.9), 'suggest'],
    ['an everyday matter', safety(), article('tai-khoan-zalo-bi-chiem', 0.9), 'answer'],
    [
      'a request to decline is near',
      safety('scam'),
      article('lua-dao-shipper', 0.9, { refusalNear: true }),
      'suggest',
    ],
    ['another language', safety('scam'), article('lua-dao-shipper', 0.9, { foreign: true }), 'suggest'],
    ['an urgent article is likely', safety(), article('sos-vua-chuyen-tien', 0.35), 'sos'],
    ['an urgent article is hardly likely', safety(), article('sos-vua-chuyen-tien', 0.25), 'suggest'],
    ['the same, but it has happened', safety('pressing'), article('sos-vua-chuyen-tien', 0.25), 'sos'],
    ['somebody asks to be prepared', safety('calm'), article('sos-vua-chuyen-tien', 0.5), 'suggest'],
    ['a wish is likely', safety(), retrieval({ kind: 'intent', id: 'report', probability: 0.5 }), 'report'],
    [
      'a question how to do it',
      safety('asks-how'),
      retrieval({ kind: 'intent', id: 'report', probability: 0.5 }),
      'unknown',
    ],
    [
      'a matter of another office',
      safety(),
      retrieval({ kind: 'out_of_scope', id: 'khai-sinh', probability: 0.5 }),
      'out_of_scope',
    ],
    [
      'a request to decline',
      safety(),
      retrieval({ kind: 'refusal', id: 'chui-boi', probability: 0.5 }),
      'refuse',
    ],
    [
      'perhaps a matter of another office',
      safety(),
      retrieval({ kind: 'out_of_scope', id: 'khai-sinh', probability: 0.1 }),
      'unknown',
    ],
  ])('%s', (_, heard, result, route) => {
    expect(decide(kb, heard, null, result).route).toBe(route);
  });

  it('urgent words come before everything else', () => {
    const destination = { kind: 'refusal', id: 'chui-boi', rule: 'abuse' } as const;
    expect(decide(kb, urgent, destination, retrieval(null)).route).toBe('sos');
  });

  it('a cautious urgent rule gives way to an article that is nearly certain, and only then', () => {
    expect(decide(kb, urgent, null, article('lua-dao-shipper', 0.9)).route).not.toBe('sos');
    expect(decide(kb, urgent, null, article('lua-dao-shipper', 0.8)).route).toBe('sos');
  });

  it('a firm urgent rule never gives way', () => {
    const firm: Safety = {
      ...urgent,
      urgent: { slug: 'sos-vua-chuyen-tien', rule: 'sent', givesWay: false },
    };
    expect(decide(kb, firm, null, article('lua-dao-shipper', 1)).route).toBe('sos');
  });
});

describe('compose', () => {
  it('puts the article that was decided on first among the candidates', () => {
    const found = article('lua-dao-shipper', 0.5);
    const said = { route: 'sos', slug: 'sos-vua-chuyen-tien', boundary: null, reason: '' } as const;
    expect(compose(kb, said, found, []).candidates.map(({ slug }) => slug)).toEqual([
      'sos-vua-chuyen-tien',
      'lua-dao-shipper',
    ]);
  });

  it('gives the text of another office and nothing of the kind elsewhere', () => {
    const verdict = { route: 'out_of_scope', slug: null, boundary: 'khai-sinh', reason: '' } as const;
    expect(compose(kb, verdict, retrieval(null), []).officeText).toContain('hộ tịch');
    const unknown = { route: 'unknown', slug: null, boundary: null, reason: '' } as const;
    expect(compose(kb, unknown, retrieval(null), [])).not.toHaveProperty('officeText');
  });
});
