import { createRandom } from '../evaluation/noise.ts';

/** One text; `right` names the purposes that may be the text's, by number, `share` how much the text counts. */
export type Lesson = {
  features: ReadonlyMap<string, number>;
  right: readonly number[];
  share: number;
};

/** For each feature a row of weights, one a purpose; `rows` has them one after the other. */
export type Weights = { bias: Float64Array; features: readonly string[]; rows: Float64Array };

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

/** A lesson with its features by number: the place of each one's row, and how strongly it is in the text. */
type Task = { places: Int32Array; strengths: Float64Array; right: readonly number[]; share: number };

const frequent = (lessons: readonly Lesson[]): string[] => {
  const texts = new Map<string, number>();
  for (const { features } of lessons)
    for (const name of features.keys()) texts.set(name, (texts.get(name) ?? 0) + 1);
  return [...texts].flatMap(([name, count]) => (count >= FEWEST_TEXTS ? [name] : [])).sort();
};

const tasksOf = (lessons: readonly Lesson[], features: readonly string[], width: number): Task[] => {
  const placeOf = new Map(features.map((name, at) => [name, at * width]));
  return lessons.map(({ features: found, ...rest }) => {
    const known = [...found].flatMap(([name, strength]) => {
      const place = placeOf.get(name);
      return place === undefined ? [] : [{ place, strength: strength / Math.sqrt(1 - COVERED) }];
    });
    return {
      ...rest,
      places: Int32Array.from(known, ({ place }) => place),
      strengths: Float64Array.from(known, ({ strength }) => strength),
    };
  });
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

/** Turns sums into how far each purpose is from right: its probability, less what it should be. */
const toErrors = (sums: Float64Array, right: readonly number[]): void => {
  const highest = sums.reduce((most, sum) => Math.max(most, sum), -Infinity);
  let total = 0;
  for (let at = 0; at < sums.length; at += 1) total += sums[at] = Math.exp((sums[at] ?? 0) - highest);
  const rightly = right.reduce((sum, at) => sum + (sums[at] ?? 0), 0);
  const rightChances = right.map((at) => (sums[at] ?? 0) / rightly);
  for (let at = 0; at < sums.length; at += 1) sums[at] = (sums[at] ?? 0) / total;
  right.forEach((purpose, at) => (sums[purpose] = (sums[purpose] ?? 0) - (rightChances[at] ?? 0)));
};

type Fit = { bias: Float64Array; rows: Float64Array };

/** Looks at one text: every row of it that is not covered moves a step away from its errors. */
const learnFrom = (
  { places, strengths, right, share }: Task,
  { bias, rows }: Fit,
  step: number,
  random: () => number,
): void => {
  const width = bias.length;
  const sums = Float64Array.from(bias);
  const seen: number[] = [];
  for (let index = 0; index < places.length; index += 1) {
    if (random() < COVERED) continue;
    seen.push(index);
    const place = places[index] ?? 0;
    const strength = strengths[index] ?? 0;
    for (let at = 0; at < width; at += 1) sums[at] = (sums[at] ?? 0) + (rows[place + at] ?? 0) * strength;
  }
  toErrors(sums, right);
  for (const index of seen) {
    const place = places[index] ?? 0;
    const times = -share * step * (strengths[index] ?? 0);
    for (let at = 0; at < width; at += 1)
      rows[place + at] = (rows[place + at] ?? 0) + (sums[at] ?? 0) * times;
  }
  addTo(bias, sums, -share * step * BIAS_STEP);
};

/** One fit, one text after the other in ever smaller steps; the mean of the last rounds is added to `whole`. */
const fitOnce = (tasks: readonly Task[], whole: Fit, start: number): void => {
  const random = createRandom(start);
  const order = [...tasks];
  const fit = { bias: new Float64Array(whole.bias.length), rows: new Float64Array(whole.rows.length) };
  const times = 1 / (ROUNDS - FIRST_KEPT) / RANDOM_STARTS.length;
  let step = FIRST_STEP;
  for (let round = 0; round < ROUNDS; round += 1) {
    shuffle(order, random);
    for (const task of order) learnFrom(task, fit, step, random);
    step *= STEP_FALL;
    if (round < FIRST_KEPT) continue;
    addTo(whole.bias, fit.bias, times);
    addTo(whole.rows, fit.rows, times);
  }
};

/** Logistic regression with several purposes: the mean of the fits. */
export const learnWeights = (lessons: readonly Lesson[], purposes: number): Weights => {
  const features = frequent(lessons);
  const tasks = tasksOf(lessons, features, purposes);
  const whole = { bias: new Float64Array(purposes), rows: new Float64Array(features.length * purposes) };
  for (const start of RANDOM_STARTS) fitOnce(tasks, whole, start);
  return { ...whole, features };
};
