import { z } from 'zod';
import { INTENT_ROUTES } from '../decision.ts';
import type { Token } from '../language/tokens.ts';
import { purposeFeaturesOf } from './purpose-features.ts';
import type { PurposeWeights } from './purpose-weights.ts';

/** Weights are kept as whole tenths. */
export const WEIGHT_STEP = 0.1;

/** What a message is for where nothing is urgent: to know something, one of the wishes, or what is not answered here. */
export const CALM_PURPOSES: readonly string[] = ['question', ...INTENT_ROUTES, 'refuse', 'out_of_scope'];

const MOST_TENTHS = 32_767;
/** Looked at in one go: there are half a million of them. */
const isRow = (values: unknown): boolean =>
  Array.isArray(values) &&
  values.every((value) => Number.isInteger(value) && Math.abs(Number(value)) <= MOST_TENTHS);

/** What was learned from examples by `npm run knowledge -- fit`, kept as data. */
export const purposeModelSchema = z.strictObject({
  fittedAt: z.iso.date(),
  /** What a message can be for, in the order of the weights: the calm purposes, and urgent articles. */
  purposes: z.array(z.string()).min(1),
  /** How likely each of them is before a word is read. */
  bias: z.array(z.number().int()),
  /** By feature, how much it speaks for each of them. */
  weights: z.record(z.string(), z.custom<readonly number[]>(isRow, 'is not a row of whole tenths')),
});

export type PurposeModel = z.infer<typeof purposeModelSchema>;

/** What a message seems to be for. */
export type Judged = {
  /** How likely it is urgent, 0 to 1. */
  urgent: number;
  /** How likely it calls for each of the urgent articles; adds up to `urgent`. */
  urgentKinds: ReadonlyMap<string, number>;
  /** How likely each of the calm purposes is; together with `urgent` adds up to 1. */
  calm: ReadonlyMap<string, number>;
};

/** Which of the outcomes the sums speak for, as probabilities that add up to 1. */
export const softmax = (sums: readonly number[]): number[] => {
  const highest = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - highest));
  const total = powers.reduce((whole, power) => whole + power, 0);
  return powers.map((power) => power / total);
};

/** Judges a message by all its words together, where rules look for some of them. */
export const judgePurpose = (model: PurposeWeights, tokens: readonly Token[]): Judged => {
  const { purposes, bias, rows, weights } = model;
  const sums = purposes.map((_, at) => (bias[at] ?? 0) * WEIGHT_STEP);
  for (const [name, strength] of purposeFeaturesOf(tokens)) {
    const row = rows.get(name);
    if (row === undefined) continue;
    const start = row * purposes.length;
    for (let at = 0; at < purposes.length; at += 1)
      sums[at] = (sums[at] ?? 0) + (weights[start + at] ?? 0) * WEIGHT_STEP * strength;
  }
  const chances = softmax(sums).map((chance, at) => [purposes[at] ?? '', chance] as const);
  const urgentKinds = chances.filter(([purpose]) => !CALM_PURPOSES.includes(purpose));
  return {
    urgent: urgentKinds.reduce((sum, [, chance]) => sum + chance, 0),
    urgentKinds: new Map(urgentKinds),
    calm: new Map(chances.filter(([purpose]) => CALM_PURPOSES.includes(purpose))),
  };
};
