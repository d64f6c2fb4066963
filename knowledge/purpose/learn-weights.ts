import { createRandom } from '../evaluation/noise.ts';
import { softmax } from './purpose-model.ts';

/** One text; `right` says for each purpose whether it may be the text's, `share` how much the text counts. */
export type Lesson = {
  features: ReadonlyMap<string, number>;
  right: readonly boolean[];
  share: number;
};

export type Weights = { bias: readonly number[]; byFeature: ReadonlyMap<string, readonly number[]> };

/** A feature of fewer texts says nothing. */
const FEWEST_TEXTS = 3;
const ROUNDS = 24;
const FIRST_STEP = 1.5;
const STEP_FALL = 0.95;
const BIAS_STEP = 0.02;
/**
 * Each time a text is looked at, that share of its features is covered, so that none is relied on alone; those that are seen
 * count for more, as those of a shorter text do.
 */
const COVERED = 0.6;
/** From this round on the weights are kept and averaged: no text counts for more because it came last. */
const FIRST_KEPT = 8;
/** Each is a fit of its own; their mean depends less on what was covered and what came when. */
const RANDOM_STARTS = [20_261_122, 20_261_123, 20_261_124, 20_261_125];

type Known = { weights: Float64Array; strength: number };

const frequent = (lessons: readonly Lesson[]): string[] => {
  const texts = new Map<string, number>();
  for (const { features } of lessons)
    for (const name of features.keys()) texts.set(name, (texts.get(name) ?? 0) + 1);
  return [...texts].flatMap(([name, count]) => (count >= FEWEST_TEXTS ? [name] : [])).sort();
};

const shuffle = (list: unknown[], random: () => number): void => {
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [list[last], list[other]] = [list[other], list[last]];
  }
};

const addTo = (whole: Float64Array, part: Float64Array, times: number): void => {
  for (let at = 0; at < whole.length; at += 1) whole[at] = (whole[at] ?? 0) + (part[at] ?? 0) * times;
};

/** How far each purpose is from right for a text of these features. */
const errorsOf = (bias: Float64Array, seen: readonly Known[], right: readonly boolean[]): Float64Array => {
  const sums = Float64Array.from(bias);
  for (const { weights, strength } of seen) addTo(sums, weights, strength);
  const chances = softmax([...sums]);
  const rightly = chances.reduce((sum, chance, at) => sum + (right[at] === true ? chance : 0), 0);
  return Float64Array.from(chances, (chance, at) => chance - (right[at] === true ? chance / rightly : 0));
};

type Task = { known: readonly Known[]; right: readonly boolean[]; share: number };

/** One fit, one task after the other in ever smaller steps; `rows` are the weights, changed in place. Gives the mean of the last rounds. */
const fitOnce = (
  tasks: Task[],
  rows: readonly Float64Array[],
  bias: Float64Array,
  start: number,
): Float64Array[] => {
  const random = createRandom(start);
  for (const row of rows) row.fill(0);
  const means = rows.map((row) => new Float64Array(row.length));
  let step = FIRST_STEP;
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(tasks, random);
    for (const { known, right, share } of tasks) {
      const seen = known.filter(() => random() >= COVERED);
      const errors = errorsOf(bias, seen, right);
      for (const { weights, strength } of seen) addTo(weights, errors, -share * step * strength);
      addTo(bias, errors, -share * step * BIAS_STEP);
    }
    step *= STEP_FALL;
    if (round >= FIRST_KEPT)
      means.forEach((mean, at) => addTo(mean, rows[at] ?? mean, 1 / (ROUNDS - FIRST_KEPT)));
  }
  return means;
};

/** Logistic regression with several purposes: the mean of the fits, for each feature one weight a purpose, in their order. */
export const learnWeights = (lessons: readonly Lesson[], purposes: number): Weights => {
  const bias = new Float64Array(purposes);
  const byFeature = new Map(frequent(lessons).map((name) => [name, new Float64Array(purposes)]));
  const tasks = lessons.map(({ features, ...rest }): Task => ({
    ...rest,
    known: [...features].flatMap(([name, strength]): Known[] => {
      const weights = byFeature.get(name);
      return weights ? [{ weights, strength: strength / Math.sqrt(1 - COVERED) }] : [];
    }),
  }));
  const rows = [bias, ...byFeature.values()];
  const whole = rows.map(() => new Float64Array(purposes));
  for (const start of RANDOM_STARTS) {
    const means = fitOnce(tasks, rows, bias, start);
    whole.forEach((sum, at) => addTo(sum, means[at] ?? sum, 1 / RANDOM_STARTS.length));
  }
  const [meanBias = bias, ...meanRows] = whole;
  return {
    bias: [...meanBias],
    byFeature: new Map([...byFeature.keys()].map((name, at) => [name, [...(meanRows[at] ?? [])]])),
  };
};
