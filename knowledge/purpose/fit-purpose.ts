import type { Content } from '../content.ts';
import { createRandom, withoutDiacritics } from '../evaluation/noise.ts';
import type { Entry } from '../index/entry.ts';
import { entriesOf } from '../knowledge-base.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import { normalise } from '../steps/normalise.ts';
import { NOT_URGENT } from './examples.ts';
import type { Examples } from './examples.ts';
import { purposeFeaturesOf } from './purpose-features.ts';
import { CALM_PURPOSES, softmax, WEIGHT_STEP } from './purpose-model.ts';
import type { PurposeModel } from './purpose-model.ts';

/** One text; `right` says for each purpose whether it may be the text's, `share` how much the text counts. */
type Lesson = { features: ReadonlyMap<string, number>; right: readonly boolean[]; share: number };

/** A message is nearer to what residents send than a phrasing. */
const SHARE = { message: 2, phrasing: 0.6 } as const;
const WITHOUT_DIACRITICS_SHARE = 0.5;
/** A feature of fewer texts says nothing. */
const FEWEST_TEXTS = 3;
const ROUNDS = 8;
const FIRST_STEP = 3;
const STEP_FALL = 0.85;
const BIAS_STEP = 0.02;
/** Features that speak less than so for any purpose are left out. */
const LEAST_WEIGHT = 0.5;
const RANDOM_START = 20_261_122;

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

const shuffle = (list: Lesson[], random: () => number): void => {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [list[last], list[other]];
    if (a !== undefined && b !== undefined) [list[last], list[other]] = [b, a];
  }
};

const frequent = (lessons: readonly Lesson[]): Set<string> => {
  const texts = new Map<string, number>();
  for (const { features } of lessons)
    for (const name of features.keys()) texts.set(name, (texts.get(name) ?? 0) + 1);
  return new Set([...texts].flatMap(([name, count]) => (count >= FEWEST_TEXTS ? [name] : [])));
};

type Weights = { bias: number[]; byFeature: Map<string, number[]> };

/** Logistic regression with several purposes, one lesson after the other in ever smaller steps. */
const learn = (lessons: Lesson[], purposes: number): Weights => {
  const zeros = (): number[] => Array.from({ length: purposes }, () => 0);
  const random = createRandom(RANDOM_START);
  const bias = zeros();
  const byFeature = new Map([...frequent(lessons)].sort().map((name) => [name, zeros()]));
  let step = FIRST_STEP;
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(lessons, random);
    for (const { features, right, share } of lessons) {
      const known = [...features].flatMap(([name, strength]) => {
        const weights = byFeature.get(name);
        return weights ? [{ weights, strength }] : [];
      });
      const sums = bias.map((start, at) =>
        known.reduce((sum, { weights, strength }) => sum + (weights[at] ?? 0) * strength, start),
      );
      const chances = softmax(sums);
      const rightly = chances.reduce((sum, chance, at) => sum + (right[at] === true ? chance : 0), 0);
      chances.forEach((chance, at) => {
        const wanted = right[at] === true ? chance / rightly : 0;
        const error = (chance - wanted) * share * step;
        bias[at] = (bias[at] ?? 0) - error * BIAS_STEP;
        for (const { weights, strength } of known) weights[at] = (weights[at] ?? 0) - error * strength;
      });
    }
    step *= STEP_FALL;
  }
  return { bias, byFeature };
};

/**
 * What messages and all phrasings teach about what a message is for; `kb` is made from the same content, its own model is
 * not asked. `today` is YYYY-MM-DD. Takes about a minute. The same content gives the same model.
 */
export const fitPurpose = (
  kb: KnowledgeBase,
  content: Content,
  examples: Examples,
  today: string,
): PurposeModel => {
  const urgent = [...examples.keys()].filter((name) => name !== NOT_URGENT && !CALM_PURPOSES.includes(name));
  const purposes = [...CALM_PURPOSES, ...urgent];
  const { bias, byFeature } = learn(lessonsFrom(kb, content, examples, purposes), purposes.length);
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
