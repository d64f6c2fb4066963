import { describe, expect, it } from '@jest/globals';
import { buildKnowledgeBaseNow } from '../../knowledge/knowledge-base.ts';
import { decide } from '../../knowledge/steps/decide.ts';
import type { Safety } from '../../knowledge/steps/safety.ts';
import { amidForm, article, retrieval, safety, sharing, urgent } from './found-and-heard.ts';
import { smallContent } from './small-content.ts';

const kb = buildKnowledgeBaseNow(smallContent());

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
    ['sure of an urgent article', safety(), article('sos-vua-chuyen-tien', 0.8), 'sos'],
    ['an urgent article is likely', safety(), article('sos-vua-chuyen-tien', 0.35), 'suggest'],
    ['likely amid a form', amidForm(), article('sos-vua-chuyen-tien', 0.35), 'sos'],
    ['hardly likely there', amidForm(), article('sos-vua-chuyen-tien', 0.25), 'suggest'],
    ['the same, but it has happened', amidForm('pressing'), article('sos-vua-chuyen-tien', 0.25), 'sos'],
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
    const destination = { kind: 'refusal', id: 'chui-boi', rule: 'abuse', givesWay: 'seldom' } as const;
    expect(decide(kb, urgent, destination, retrieval(null)).route).toBe('sos');
  });

  const saying = (givesWay: 'never' | 'seldom' | 'easily'): Safety => ({
    ...urgent,
    urgent: { slug: 'sos-vua-chuyen-tien', rule: 'sent', givesWay },
  });

  it.each([
    ['easily', 0.6, 0.5, 'suggest'],
    ['easily', 0.6, 0.7, 'sos'],
    ['easily', 0.4, 0, 'sos'],
    ['seldom', 0.6, 0, 'sos'],
    ['seldom', 0.8, 0.4, 'suggest'],
    ['seldom', 0.8, 0.6, 'sos'],
    ['never', 1, 0, 'sos'],
  ] as const)(
    'an urgent rule that gives way %s, an article at %d, and a share of %d for the urgent one: %s',
    (givesWay, probability, share, route) => {
      const found = article('lua-dao-shipper', probability, sharing('sos-vua-chuyen-tien', share));
      expect(decide(kb, saying(givesWay), null, found).route).toBe(route);
    },
  );

  it.each([
    ['easily', 0.9, 0.1, 'suggest'],
    ['easily', 0.9, 0.9, 'report'],
    ['never', 1, 0, 'report'],
  ] as const)(
    'a wish that gives way %s, an article at %d, a share of %d: %s',
    (givesWay, probability, share, route) => {
      const wish = { kind: 'intent', route: 'report', rule: 'wish', givesWay } as const;
      const found = article('lua-dao-shipper', probability, sharing('report', share));
      expect(decide(kb, safety(), wish, found).route).toBe(route);
    },
  );

  it.each([
    ['a refusal stands where the search doubts', 0.8, 0, 'refuse'],
    ['a refusal stands where it is near', 0.95, 0.5, 'refuse'],
    ['a refusal that only the rule saw becomes an offer, never an assertion', 0.95, 0, 'suggest'],
  ])('%s', (_, probability, share, route) => {
    const refusal = { kind: 'refusal', id: 'chui-boi', rule: 'abuse', givesWay: 'seldom' } as const;
    const found = article('tai-khoan-zalo-bi-chiem', probability, sharing('chui-boi', share));
    expect(decide(kb, safety('scam'), refusal, found).route).toBe(route);
  });
});
