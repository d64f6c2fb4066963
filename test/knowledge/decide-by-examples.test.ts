import { describe, expect, it } from '@jest/globals';
import { buildKnowledgeBaseNow } from '../../knowledge/knowledge-base.ts';
import { decide } from '../../knowledge/steps/decide.ts';
import type { Safety } from '../../knowledge/steps/safety.ts';
import {
  amidForm,
  article,
  judged,
  retrieval,
  safety,
  sharing,
  shipperArticle,
  soundingLike,
  urgent,
} from './found-and-heard.ts';
import { smallContent } from './small-content.ts';

const kb = buildKnowledgeBaseNow(smallContent());

describe('decide by what examples teach', () => {
  const sounding = (probability: number): Safety => ({ ...safety('scam'), ...judged(probability) });

  it.each([
    ['all words together sound urgent', sounding(0.6), article('lua-dao-shipper', 0.3), 'sos'],
    ['nothing but a sum of money', sounding(0.95), retrieval(null), 'unknown'],
    ['one or two words', { ...sounding(0.95), isBrief: true }, article('lua-dao-shipper', 0.3), 'suggest'],
    [
      'they do, but the search is sure of another matter',
      sounding(0.6),
      article('lua-dao-shipper', 0.9),
      'answer',
    ],
    ['they do, beyond doubt', sounding(0.95), article('lua-dao-shipper', 0.9), 'sos'],
    [
      'they do, beyond doubt, though the search is certain',
      sounding(0.95),
      article('lua-dao-shipper', 0.99),
      'sos',
    ],
    [
      'they do, in another language',
      sounding(0.95),
      article('lua-dao-shipper', 0.1, { foreign: true }),
      'unknown',
    ],
    [
      'an urgent article is found, but the words do not sound urgent',
      sounding(0.2),
      article('sos-vua-chuyen-tien', 0.5),
      'suggest',
    ],
  ])('%s', (_, heard, result, route) => {
    expect(decide(kb, heard, null, result).route).toBe(route);
  });

  it.each([
    ['sounds like a wish', 'report', 0.7, retrieval(null, { leader: null }), 'unknown'],
    ['sounds like a wish, an article is likely', 'report', 0.7, article('lua-dao-shipper', 0.5), 'report'],
    [
      'sounds like a wish, the search is sure of an article',
      'report',
      0.7,
      article('lua-dao-shipper', 0.9),
      'answer',
    ],
    ['a wish beyond doubt', 'track', 0.95, article('lua-dao-shipper', 0.9), 'track'],
    ['perhaps a wish', 'check', 0.4, article('lua-dao-shipper', 0.5), 'suggest'],
    ['in another language', 'human', 0.95, article('lua-dao-shipper', 0.1, { foreign: true }), 'unknown'],
    [
      'an urgent article is found beside a wish',
      'report',
      0.95,
      article('sos-vua-chuyen-tien', 0.5),
      'report',
    ],
  ])('%s', (_, purpose, chance, result, route) => {
    expect(decide(kb, soundingLike(purpose, chance), null, result).route).toBe(route);
  });

  it.each([
    ['sos-vua-chuyen-tien', 0.5, 'sos'],
    ['sos-tre-em-bi-xam-hai-du-do', 0.5, 'suggest'],
    ['sos-tre-em-bi-xam-hai-du-do', 0.8, 'sos'],
  ])('%s, found by the search at %d in the middle of a form: %s', (slug, probability, route) => {
    const urgentArticle = { ...shipperArticle, slug, group: 'sos' as const };
    const known = { ...kb, article: () => urgentArticle };
    expect(decide(known, amidForm('pressing'), null, article(slug, probability)).route).toBe(route);
  });

  it('what sounds like a request to decline gets the nearest refusal, and no article where none is near', () => {
    const heard = soundingLike('refuse', 0.7);
    const near = article('lua-dao-shipper', 0.9, sharing('chui-boi', 0.2));
    expect(decide(kb, heard, null, near)).toMatchObject({ route: 'refuse', boundary: 'chui-boi' });
    expect(decide(kb, heard, null, article('lua-dao-shipper', 0.9)).route).toBe('unknown');
  });

  it.each([
    ['easily', 0.95, 'track'],
    ['easily', 0.7, 'check'],
    ['never', 0.95, 'check'],
  ] as const)('plain words that give way %s, beside another wish at %d: %s', (givesWay, chance, route) => {
    const said = { kind: 'intent', route: 'check', rule: 'wish', givesWay } as const;
    expect(decide(kb, soundingLike('track', chance), said, retrieval(null)).route).toBe(route);
  });

  it.each([
    ['easily', 0.01, 'answer'],
    ['seldom', 0.01, 'answer'],
    ['never', 0.01, 'human'],
    ['easily', 0.03, 'human'],
  ] as const)('a wish that gives way %s and sounds like it at %d: %s', (givesWay, chance, route) => {
    const said = { kind: 'intent', route: 'human', rule: 'wish', givesWay } as const;
    const heard = soundingLike('human', chance);
    const found = article('lua-dao-shipper', 0.8, sharing('human', 0.9));
    expect(decide(kb, heard, said, found).route).toBe(route);
  });

  it('an urgent rule is not heeded where all words together are calm, unless it never gives way', () => {
    const rule = { slug: 'sos-vua-chuyen-tien', rule: 'sent' };
    const routeBy = (givesWay: 'easily' | 'seldom' | 'never', sounds: number) =>
      decide(kb, { ...urgent, urgent: { ...rule, givesWay }, ...judged(sounds) }, null, retrieval(null))
        .route;
    expect(routeBy('easily', 0.1)).toBe('sos');
    expect(routeBy('easily', 0.001)).toBe('unknown');
    expect(routeBy('seldom', 0.001)).toBe('unknown');
    expect(routeBy('never', 0.001)).toBe('sos');
  });

  it('who asks to be prepared gets a card all the same where all words together sound urgent', () => {
    const asking: Safety = { ...safety('calm'), ...judged(0.95) };
    expect(decide(kb, asking, null, article('lua-dao-shipper', 0.3)).route).toBe('sos');
  });

  it('small talk beyond doubt is nothing that was missed', () => {
    const found = retrieval({ kind: 'out_of_scope', id: 'khai-sinh', probability: 0.9 });
    expect(decide(kb, soundingLike('small-talk', 0.95), null, found)).toMatchObject({
      route: 'unknown',
      isSmallTalk: true,
    });
    expect(decide(kb, soundingLike('small-talk', 0.8), null, found).route).toBe('out_of_scope');
    const sure = article('lua-dao-shipper', 0.9);
    expect(decide(kb, soundingLike('small-talk', 0.95), null, sure).route).toBe('answer');
  });

  it('what may be a request to decline gets no article outright', () => {
    const found = article('lua-dao-shipper', 0.9);
    expect(decide(kb, soundingLike('refuse', 0.1), null, found).route).toBe('answer');
    expect(decide(kb, soundingLike('refuse', 0.3), null, found).route).toBe('suggest');
  });

  it('in the middle of a form an urgent rule is heeded whatever the words sound like', () => {
    expect(decide(kb, { ...amidForm(), urgent: urgent.urgent }, null, retrieval(null)).route).toBe('sos');
  });
});
