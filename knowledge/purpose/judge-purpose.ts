import type { Token } from '../language/tokens.ts';
import { purposeFeaturesOf } from './purpose-features.ts';
import { WEIGHT_STEP } from './purpose-model.ts';
import type { PurposeWeights } from './purpose-weights.ts';

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
