import type { Retrieval } from '../../knowledge/steps/retrieve.ts';
import type { Safety, Tone } from '../../knowledge/steps/safety.ts';
import { articleOf } from './small-content.ts';

/** An article about a scam. */
export const shipperArticle = articleOf({ slug: 'lua-dao-shipper' });

/** Words that sound urgent to this degree. */
export const judged = (probability: number): Pick<Safety, 'judged'> => ({
  judged: {
    urgent: probability,
    urgentKinds: new Map([['sos-vua-chuyen-tien', probability]]),
    calm: new Map([['lua-dao-shipper', 1 - probability]]),
  },
});
/** Words in the middle of a form, where examples are not heard. */
export const amidForm = (...tones: Tone[]): Safety => ({
  urgent: null,
  judged: null,
  tones: new Set(tones),
  isBrief: false,
});
/** What the examples take for this calm purpose. */
export const soundingLike = (purpose: string, chance: number): Safety => ({
  ...safety('scam'),
  judged: { urgent: 0, urgentKinds: new Map(), calm: new Map([[purpose, chance]]) },
});
/** Words of these tones that sound hardly urgent. */
export const safety = (...tones: Tone[]): Safety => ({
  urgent: null,
  ...judged(0.1),
  tones: new Set(tones),
  isBrief: false,
});
/** Words for which a rule calls for a card. */
export const urgent: Safety = {
  urgent: { slug: 'sos-vua-chuyen-tien', rule: 'sent', givesWay: 'easily' },
  ...judged(0.1),
  tones: new Set(),
  isBrief: false,
};

/** What the search found; the leader alone unless more is said. */
export const retrieval = (leader: Retrieval['leader'], more: Partial<Retrieval> = {}): Retrieval => {
  const found =
    more.found ?? (leader?.kind === 'article' ? [{ slug: leader.id, score: leader.probability }] : []);
  return {
    leader,
    found,
    candidates: found,
    shares: new Map(leader ? [[leader.id, 1]] : []),
    refusalNear: false,
    foreign: false,
    ...more,
  };
};

/** A search that found this article. */
export const article = (id: string, probability: number, more: Partial<Retrieval> = {}): Retrieval =>
  retrieval({ kind: 'article', id, probability }, more);

/** What else has that share of the evidence. */
export const sharing = (id: string, share: number): Pick<Retrieval, 'shares'> => ({
  shares: new Map([[id, share]]),
});
