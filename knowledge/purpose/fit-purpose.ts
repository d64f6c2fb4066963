import type { Content } from '../content.ts';
import { withoutDiacritics } from '../evaluation/noise.ts';
import type { Entry } from '../index/entry.ts';
import { entriesOf } from '../knowledge-base.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { normalise } from '../steps/normalise.ts';
import { NOT_URGENT } from './examples.ts';
import type { Examples } from './examples.ts';
import { learnWeights } from './learn-weights.ts';
import type { Lesson } from './learn-weights.ts';
import { purposeFeaturesOf } from './purpose-features.ts';
import { CALM_PURPOSES, WEIGHT_STEP } from './purpose-model.ts';
import type { PurposeModel } from './purpose-model.ts';

/** A message is nearer to what residents send than a phrasing. */
const SHARE = { message: 2, phrasing: 0.6 } as const;
const WITHOUT_DIACRITICS_SHARE = 0.5;
/** Features that speak less than so for any purpose are left out. */
const LEAST_WEIGHT = 1;

/** What the phrasings of an entry are for. The emergency numbers are asked for calmly as well: only messages are urgent there. */
const purposeOf = (kb: KnowledgeBase, { kind, id }: Entry): string => {
  if (kind === 'intent') return id;
  if (kind === 'refusal') return 'refuse';
  if (kind === 'out_of_scope') return 'out_of_scope';
  return kb.article(id)?.group === 'sos' ? id : 'question';
};

const lessonsFrom = (
  kb: KnowledgeBase,
  content: Content,
  examples: Examples,
  purposes: readonly string[],
): Lesson[] => {
  const rightFor = (purpose: string): boolean[] =>
    purposes.map((one) => one === purpose || (purpose === NOT_URGENT && CALM_PURPOSES.includes(one)));
  const lessonsOf = (text: string, right: readonly boolean[], share: number): Lesson[] => {
    const plain = withoutDiacritics(text);
    const lesson = (words: string, counts: number): Lesson => ({
      features: purposeFeaturesOf(normalise(kb, words).words),
      right,
      share: counts,
    });
    return plain === text.toLowerCase()
      ? [lesson(text, share)]
      : [lesson(text, share), lesson(plain, share * WITHOUT_DIACRITICS_SHARE)];
  };
  const all = (texts: readonly string[], purpose: string, share: number): Lesson[] => {
    const right = rightFor(purpose);
    return texts.flatMap((text) => lessonsOf(text, right, share));
  };
  return [
    ...entriesOf(content).flatMap((entry) => all(entry.phrasings, purposeOf(kb, entry), SHARE.phrasing)),
    ...[...examples].flatMap(([purpose, texts]) => all(texts, purpose, SHARE.message)),
  ];
};

/**
 * What messages and all phrasings teach about what a message is for; `kb` is made from the same content, its own model is
 * not asked. `today` is YYYY-MM-DD. Takes one to two minutes. The same content gives the same model.
 */
export const fitPurpose = (
  kb: KnowledgeBase,
  content: Content,
  examples: Examples,
  today: string,
): PurposeModel => {
  const urgent = [...examples.keys()].filter((name) => name !== NOT_URGENT && !CALM_PURPOSES.includes(name));
  const purposes = [...CALM_PURPOSES, ...urgent];
  const { bias, byFeature } = learnWeights(lessonsFrom(kb, content, examples, purposes), purposes.length);
  const tenths = (weights: readonly number[]): number[] =>
    weights.map((weight) => Math.round(weight / WEIGHT_STEP));
  const kept = [...byFeature].filter(([, weights]) =>
    weights.some((weight) => Math.abs(weight) >= LEAST_WEIGHT),
  );
  return {
    fittedAt: today,
    purposes,
    bias: tenths(bias),
    weights: Object.fromEntries(kept.map(([name, weights]) => [name, tenths(weights)])),
  };
};
