import { describe, expect, it } from '@jest/globals';
import { buildKnowledgeBaseNow } from '../../knowledge/knowledge-base.ts';
import { compose } from '../../knowledge/steps/compose.ts';
import { decide } from '../../knowledge/steps/decide.ts';
import type { Retrieval } from '../../knowledge/steps/retrieve.ts';
import type { Safety, Tone } from '../../knowledge/steps/safety.ts';
import { articleOf, smallContent } from './small-content.ts';

const kb = buildKnowledgeBaseNow(smallContent());
const shipperArticle = articleOf({ slug: 'lua-dao-shipper' });

const judged = (probability: number): Pick<Safety, 'judged' | 'setting'> => ({
  setting: 'free',
  judged: {
    urgent: probability,
    urgentKinds: new Map([['sos-vua-chuyen-tien', probability]]),
    calm: new Map([['question', 1 - probability]]),
  },
});
/** What the examples take for this calm purpose. */
const soundingLike = (purpose: string, chance: number): Safety => ({
  ...safety('scam'),
  judged: { urgent: 0, urgentKinds: new Map(), calm: new Map([[purpose, chance]]) },
});
const safety = (...tones: Tone[]): Safety => ({ urgent: null, ...judged(0.1), tones: new Set(tones) });
const urgent: Safety = {
  urgent: { slug: 'sos-vua-chuyen-tien', rule: 'sent', givesWay: 'easily' },
  ...judged(0.1),
  tones: new Set(),
};

const retrieval = (leader: Retrieval['leader'], more: Partial<Retrieval> = {}): Retrieval => ({
  leader,
  candidates: leader?.kind === 'article' ? [{ slug: leader.id, score: leader.probability }] : [],
  shares: new Map(leader ? [[leader.id, 1]] : []),
  refusalNear: false,
  foreign: false,
  ...more,
});

const article = (id: string, probability: number, more: Partial<Retrieval> = {}): Retrieval =>
  retrieval({ kind: 'article', id, probability }, more);

const sharing = (id: string, share: number): Pick<Retrieval, 'shares'> => ({
  shares: new Map([[id, share]]),
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
    const destination = { kind: 'refusal', id: 'chui-boi', rule: 'abuse', givesWay: 'seldom' } as const;
    expect(decide(kb, urgent, destination, retrieval(null)).route).toBe('sos');
  });

  const sounding = (probability: number): Safety => ({ ...safety('scam'), ...judged(probability) });

  it.each([
    ['all words together sound urgent', sounding(0.6), article('lua-dao-shipper', 0.3), 'sos'],
    ['nothing but a sum of money', sounding(0.95), retrieval(null), 'unknown'],
    [
      'they do, but the search is sure of another matter',
      sounding(0.6),
      article('lua-dao-shipper', 0.9),
      'answer',
    ],
    ['they do, beyond doubt', sounding(0.95), article('lua-dao-shipper', 0.9), 'sos'],
    ['they do, but the search is certain', sounding(0.95), article('lua-dao-shipper', 0.99), 'answer'],
    [
      'they do, in another language',
      sounding(0.95),
      article('lua-dao-shipper', 0.1, { foreign: true }),
      'unknown',
    ],
    [
      'an urgent article is found, but the words are calm',
      sounding(0.001),
      article('sos-vua-chuyen-tien', 0.5),
      'suggest',
    ],
  ])('%s', (_, heard, result, route) => {
    expect(decide(kb, heard, null, result).route).toBe(route);
  });

  it.each([
    ['money, amid a form', 'sos-vua-chuyen-tien', 0.99, 'unknown'],
    ['a child, amid a form', 'sos-tre-em-bi-xam-hai-du-do', 0.99, 'sos'],
    ['perhaps a child, amid a form', 'sos-tre-em-bi-xam-hai-du-do', 0.6, 'unknown'],
  ])('%s', (_, slug, probability, route) => {
    const heardCalmly = judged(0).judged;
    const heard: Safety = {
      ...safety('scam'),
      setting: 'amid',
      judged: { ...heardCalmly, urgent: probability, urgentKinds: new Map([[slug, probability]]) },
    };
    const articles = new Map([...kb.articles, [slug, { ...shipperArticle, slug }]]);
    expect(decide({ ...kb, articles }, heard, null, article('lua-dao-shipper', 0.1)).route).toBe(route);
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
    const amid: Safety = { ...safety('pressing'), setting: 'amid' };
    const urgentArticle = { ...shipperArticle, slug, group: 'sos' as const };
    const known = { ...kb, article: () => urgentArticle };
    expect(decide(known, amid, null, article(slug, probability)).route).toBe(route);
  });

  it('what sounds like a request to decline gets the nearest refusal, and no article where none is near', () => {
    const heard = soundingLike('refuse', 0.7);
    const near = article('lua-dao-shipper', 0.9, sharing('chui-boi', 0.2));
    expect(decide(kb, heard, null, near)).toMatchObject({ route: 'refuse', boundary: 'chui-boi' });
    expect(decide(kb, heard, null, article('lua-dao-shipper', 0.9)).route).toBe('unknown');
  });

  it('in the middle of a form nothing sounds like a wish or a request to decline', () => {
    for (const purpose of ['track', 'refuse']) {
      const heard: Safety = { ...soundingLike(purpose, 0.99), setting: 'amid' };
      expect(decide(kb, heard, null, article('lua-dao-shipper', 0.9)).route).toBe('answer');
    }
  });

  it.each([
    ['easily', 0.95, 'track'],
    ['easily', 0.7, 'check'],
    ['never', 0.95, 'check'],
  ] as const)('plain words that give way %s, beside another wish at %d: %s', (givesWay, chance, route) => {
    const said = { kind: 'intent', route: 'check', rule: 'wish', givesWay } as const;
    expect(decide(kb, soundingLike('track', chance), said, retrieval(null)).route).toBe(route);
  });

  it('where a wish was said outright, an urgent rule is heard only if the words together are not calm', () => {
    const wish = { kind: 'intent', route: 'track', rule: 'where-is-it', givesWay: 'never' } as const;
    expect(decide(kb, { ...urgent, ...judged(0.1) }, wish, retrieval(null)).route).toBe('sos');
    expect(decide(kb, { ...urgent, ...judged(0.001) }, wish, retrieval(null)).route).toBe('track');
  });

  it('who asks to be prepared gets no card by a rule if the words together are calm as well', () => {
    const asking = { ...urgent, tones: new Set<Tone>(['calm']) };
    expect(decide(kb, { ...asking, ...judged(0.1) }, null, retrieval(null)).route).toBe('sos');
    expect(decide(kb, { ...asking, ...judged(0.001) }, null, retrieval(null)).route).toBe('unknown');
  });

  it('calm words alone silence no urgent rule', () => {
    expect(decide(kb, { ...urgent, ...judged(0.001) }, null, retrieval(null)).route).toBe('sos');
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

  it('an urgent article beside a likelier one is shown when something has happened', () => {
    const candidates = [
      { slug: 'lua-dao-shipper', score: 0.4 },
      { slug: 'sos-vua-chuyen-tien', score: 0.35 },
    ];
    const found = article('lua-dao-shipper', 0.4, { candidates });
    expect(decide(kb, safety('scam', 'pressing'), null, found)).toMatchObject({
      route: 'sos',
      slug: 'sos-vua-chuyen-tien',
    });
    expect(decide(kb, safety('scam'), null, found).route).toBe('suggest');
    expect(decide(kb, safety('scam', 'pressing', 'calm'), null, found).route).toBe('suggest');
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
