import { createRandom, withoutDiacritics } from '../evaluation/noise.ts';
import { entriesOf } from '../knowledge-base.ts';
import type { KnowledgeBase } from '../knowledge-base.ts';
import type { Content } from '../content.ts';
import { normalise } from '../steps/normalise.ts';
import { urgencyFeaturesOf } from './urgency-features.ts';
import { softmax, WEIGHT_STEP } from './urgency-model.ts';
import type { UrgencyModel } from './urgency-model.ts';
import { CALM } from './urgent-messages.ts';
import type { UrgentMessages } from './urgent-messages.ts';

/** One text whose outcome is known; `share` is how much it counts. */
type Lesson = { features: ReadonlyMap<string, number>; outcome: number; share: number };

/** A message is nearer to what residents send than a phrasing. */
const SHARE = { message: 2, phrasing: 1 } as const;
const WITHOUT_DIACRITICS_SHARE = 0.5;
/** A feature of fewer texts says nothing. */
const FEWEST_TEXTS = 3;
const ROUNDS = 8;
const FIRST_STEP = 4;
const STEP_FALL = 0.85;
const BIAS_STEP = 0.02;
/** Features that speak less than so for any outcome are left out. */
const LEAST_WEIGHT = 0.5;
const RANDOM_START = 20_261_122;

const lessonsFrom = (
  kb: KnowledgeBase,
  content: Content,
  messages: UrgentMessages,
  kinds: readonly string[],
): Lesson[] => {
  const lessonsOf = (text: string, outcome: number, share: number): Lesson[] => {
    const plain = withoutDiacritics(text);
    const lesson = (words: string, counts: number): Lesson => ({
      features: urgencyFeaturesOf(normalise(kb, words).words),
      outcome,
      share: counts,
    });
    return plain === text.toLowerCase()
      ? [lesson(text, share)]
      : [lesson(text, share), lesson(plain, share * WITHOUT_DIACRITICS_SHARE)];
  };
  // the emergency numbers are asked for calmly as well: of that article only messages are urgent
  const isUrgent = (id: string): boolean => kb.article(id)?.group === 'sos';
  return [
    ...entriesOf(content).flatMap(({ id, phrasings }) =>
      phrasings.flatMap((text) => lessonsOf(text, isUrgent(id) ? kinds.indexOf(id) + 1 : 0, SHARE.phrasing)),
    ),
    ...Object.entries(messages).flatMap(([kind, texts]) =>
      texts.flatMap((text) => lessonsOf(text, kinds.indexOf(kind) + 1, SHARE.message)),
    ),
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

/** Logistic regression with several outcomes, one lesson after the other in ever smaller steps. */
const learn = (lessons: Lesson[], outcomes: number): Weights => {
  const zeros = (): number[] => Array.from({ length: outcomes }, () => 0);
  const random = createRandom(RANDOM_START);
  const bias = zeros();
  const byFeature = new Map([...frequent(lessons)].sort().map((name) => [name, zeros()]));
  let step = FIRST_STEP;
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(lessons, random);
    for (const { features, outcome, share } of lessons) {
      const known = [...features].flatMap(([name, strength]) => {
        const weights = byFeature.get(name);
        return weights ? [{ weights, strength }] : [];
      });
      const sums = bias.map((start, at) =>
        known.reduce((sum, { weights, strength }) => sum + (weights[at] ?? 0) * strength, start),
      );
      softmax(sums).forEach((probability, at) => {
        const error = (probability - (at === outcome ? 1 : 0)) * share * step;
        bias[at] = (bias[at] ?? 0) - error * BIAS_STEP;
        for (const { weights, strength } of known) weights[at] = (weights[at] ?? 0) - error * strength;
      });
    }
    step *= STEP_FALL;
  }
  return { bias, byFeature };
};

/**
 * What messages and all phrasings teach about urgency; `kb` is made from the same content, its own model is not asked.
 * `today` is YYYY-MM-DD. Takes about half a minute. The same content gives the same model.
 */
export const fitUrgency = (
  kb: KnowledgeBase,
  content: Content,
  messages: UrgentMessages,
  today: string,
): UrgencyModel => {
  const kinds = Object.keys(messages).filter((kind) => kind !== CALM);
  const { bias, byFeature } = learn(lessonsFrom(kb, content, messages, kinds), kinds.length + 1);
  const tenths = (weights: readonly number[]): number[] =>
    weights.map((weight) => Math.round(weight / WEIGHT_STEP));
  const kept = [...byFeature].filter(([, weights]) =>
    weights.some((weight) => Math.abs(weight) >= LEAST_WEIGHT),
  );
  return {
    fittedAt: today,
    kinds,
    bias: tenths(bias),
    weights: Object.fromEntries(kept.map(([name, weights]) => [name, tenths(weights)])),
  };
};
