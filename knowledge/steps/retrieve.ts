import { probabilityOf, signalsOf } from '../confidence/confidence.ts';
import type { Candidate } from '../decision.ts';
import type { EntryKind } from '../index/entry.ts';
import { search } from '../index/search.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { Judged } from '../purpose/judge-purpose.ts';
import { AMOUNT } from '../language/amounts.ts';
import { isVietnameseSyllable } from '../language/vietnamese-syllable.ts';
import type { ReadMessage } from './normalise.ts';

/** What the search found, best first. */
export type Retrieval = {
  /** The likeliest entry of any kind, with the probability that it is meant; null when no word is known. */
  leader: { kind: EntryKind; id: string; probability: number } | null;
  /** The likeliest articles by the search alone; the score falls with what speaks for them. */
  found: readonly Candidate[];
  /** The same articles, weighed by what examples say as well. */
  candidates: readonly Candidate[];
  /** Evidence of the likeliest entries beside the leader's, 0 to 1; what is not here has less. */
  shares: ReadonlyMap<string, number>;
  /** A request to decline is nearly as likely: no article is asserted then. */
  refusalNear: boolean;
  /** Much of the text is not Vietnamese: what is found in it is chance. */
  foreign: boolean;
};

/** From here two texts are the same but for spelling. */
const SAME_TEXT = 0.995;
/** How fast the score falls with the evidence: a candidate with half the leader's evidence gets an eighth of its score. */
const SCORE_FALL = 3;
/** Figures alone may be a hotline, but no wish and no matter of another office; a sum of money alone says nothing. */
const LETTER = /\p{L}/u;
/** Share of the leader's evidence from which a refusal counts as near. */
const REFUSAL_NEAR = 0.7;
/** Share of words that are neither Vietnamese nor known from which a text counts as foreign. */
const FOREIGN_SHARE = 0.5;
const FOREIGN_MIN_WORDS = 4;
const KNOWN_FREQUENCY = 4;
const MAX_CANDIDATES = 8;
/** The least that examples give an article: they do not know every way in which it is asked about. */
const LEAST_HEARD = 0.01;

const isForeign = ({ text, readings }: ReadMessage, { vocabulary }: KnowledgeBase['index']): boolean => {
  const odd = text.tokens.filter(
    ({ folded }, at) =>
      readings.has(at) || (!isVietnameseSyllable(folded) && vocabulary.frequency(folded) < KNOWN_FREQUENCY),
  );
  return text.tokens.length >= FOREIGN_MIN_WORDS && odd.length >= text.tokens.length * FOREIGN_SHARE;
};

/**
 * Two witnesses of what is asked about, who have read different texts: each article gets the mean of what both give it, by
 * multiplying, so that neither carries an article alone that the other finds unlikely. One that no example is about has the search only.
 */
const weighBoth = (found: readonly Candidate[], judged: Judged | null): readonly Candidate[] => {
  if (judged === null) return found;
  const weighed = found.map(({ slug, score }) => {
    const heard = judged.urgentKinds.get(slug) ?? judged.calm.get(slug) ?? score;
    return { slug, score: Math.sqrt(score * Math.max(heard, LEAST_HEARD)) };
  });
  return weighed.sort((one, other) => other.score - one.score);
};

/** Searches all entries, articles and boundaries alike. `judged` is what examples say, null where they are not heard. */
export const retrieve = (kb: KnowledgeBase, read: ReadMessage, judged: Judged | null = null): Retrieval => {
  const { text, readings } = read;
  const result = search(kb.index, text, readings);
  const [first] = result.hits;
  const leading = first && kb.index.entries[first.entry];
  const signals = leading && signalsOf(result, leading.kind);
  const words = text.tokens.filter((token) => token !== AMOUNT);
  const figuresOnly = !words.some(({ word }) => LETTER.test(word));
  if (!signals || words.length === 0 || (figuresOnly && leading.kind !== 'article'))
    return { leader: null, found: [], candidates: [], shares: new Map(), refusalNear: false, foreign: false };
  const probability = signals.nearest >= SAME_TEXT ? 1 : probabilityOf(signals, kb.calibration.terms);
  const articles = result.hits.flatMap(({ entry, evidence }): Candidate[] => {
    const hit = kb.index.entries[entry];
    if (hit?.kind !== 'article') return [];
    return [{ slug: hit.id, score: probability * (evidence / first.evidence) ** SCORE_FALL }];
  });
  const found = articles.slice(0, MAX_CANDIDATES);
  return {
    leader: { kind: leading.kind, id: leading.id, probability },
    found,
    candidates: weighBoth(found, judged),
    shares: new Map(
      result.hits.map(({ entry, evidence }) => [
        kb.index.entries[entry]?.id ?? '',
        evidence / first.evidence,
      ]),
    ),
    foreign: isForeign(read, kb.index),
    refusalNear: result.hits.some(
      ({ entry, evidence }) =>
        kb.index.entries[entry]?.kind === 'refusal' && evidence >= first.evidence * REFUSAL_NEAR,
    ),
  };
};
