import { z } from 'zod';
import type { Token } from '../language/tokens.ts';
import { purposeFeaturesOf } from './purpose-features.ts';
import type { PurposeWeights } from './purpose-weights.ts';

/** Weights are kept as whole tenths. */
export const WEIGHT_STEP = 0.1;

const MOST_PURPOSES = 256;
const MOST_TENTHS = 32_767;
/** Looked at in one go: there are more than half a million numbers. */
const isRow = (values: unknown): boolean =>
  Array.isArray(values) &&
  values.length % 2 === 0 &&
  values.every((value) => Number.isInteger(value) && Math.abs(Number(value)) <= MOST_TENTHS);

/** What was learned from examples by `npm run knowledge -- fit`, kept as data. */
export const purposeModelSchema = z
  .strictObject({
    fittedAt: z.iso.date(),
    /** What a message can be for where nothing is urgent: an article, a wish, what is declined, what other offices do. */
    calm: z.array(z.string()).min(1),
    /** The urgent articles that it can call for. */
    urgent: z.array(z.string()),
    /** How likely each of them is before a word is read: the calm ones first, then the urgent ones. */
    bias: z.array(z.number().int()),
    /** By feature, the purposes for or against which it speaks, by number, each followed by how much. */
    weights: z.record(
      z.string(),
      z.custom<readonly number[]>(isRow, 'is not a row of purposes and whole tenths'),
    ),
  })
  .refine(({ calm, urgent }) => calm.length + urgent.length <= MOST_PURPOSES, 'has too many purposes');

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
const softmax = (sums: Float64Array): Float64Array => {
  const highest = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - highest));
  const total = powers.reduce((whole, power) => whole + power, 0);
  return powers.map((power) => power / total);
};

const sumsOf = (
  { bias, rows, starts, purposes, weights }: PurposeWeights,
  tokens: readonly Token[],
): Float64Array => {
  const sums = Float64Array.from(bias);
  for (const [name, strength] of purposeFeaturesOf(tokens)) {
    const row = rows.get(name);
    if (row === undefined) continue;
    for (let at = starts[row] ?? 0, end = starts[row + 1] ?? 0; at < end; at += 1) {
      const purpose = purposes[at] ?? 0;
      sums[purpose] = (sums[purpose] ?? 0) + (weights[at] ?? 0) * strength;
    }
  }
  return sums.map((tenths) => tenths * WEIGHT_STEP);
};

/** Judges a message by all its words together, where rules look for some of them. */
export const judgePurpose = (model: PurposeWeights, tokens: readonly Token[]): Judged => {
  const chances = softmax(sumsOf(model, tokens));
  const byName = (names: readonly string[], from: number): Map<string, number> =>
    new Map(names.map((name, at) => [name, chances[from + at] ?? 0]));
  const urgentKinds = byName(model.urgent, model.calm.length);
  return {
    urgent: [...urgentKinds.values()].reduce((sum, chance) => sum + chance, 0),
    urgentKinds,
    calm: byName(model.calm, 0),
  };
};
