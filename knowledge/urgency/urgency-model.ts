import { z } from 'zod';
import type { Token } from '../language/tokens.ts';
import { urgencyFeaturesOf } from './urgency-features.ts';

/** Weights are kept as whole tenths. */
export const WEIGHT_STEP = 0.1;

/** What was learned from examples by `npm run knowledge -- fit`, kept as data. */
export const urgencyModelSchema = z.strictObject({
  fittedAt: z.iso.date(),
  /** Urgent articles, in the order of the weights; what comes before them stands for "not urgent". */
  kinds: z.array(z.string()).min(1),
  /** How likely each outcome is before a word is read, "not urgent" first. */
  bias: z.array(z.number().int()),
  /** By feature, how much it speaks for each outcome. */
  weights: z.record(z.string(), z.array(z.number().int())),
});

export type UrgencyModel = z.infer<typeof urgencyModelSchema>;

/** How likely a message is urgent, 0 to 1, and how likely it calls for each of the urgent articles. */
export type Judged = { probability: number; kinds: ReadonlyMap<string, number> };

/** Which of the outcomes the sums speak for, as probabilities that add up to 1. */
export const softmax = (sums: readonly number[]): number[] => {
  const highest = Math.max(...sums);
  const powers = sums.map((sum) => Math.exp(sum - highest));
  const total = powers.reduce((whole, power) => whole + power, 0);
  return powers.map((power) => power / total);
};

/** Judges a message by all its words together, where rules look for some of them. */
export const judgeUrgency = (model: UrgencyModel, tokens: readonly Token[]): Judged => {
  const sums = model.bias.map((bias) => bias * WEIGHT_STEP);
  for (const [name, strength] of urgencyFeaturesOf(tokens)) {
    const weights = Object.hasOwn(model.weights, name) ? model.weights[name] : undefined;
    weights?.forEach((weight, at) => {
      sums[at] = (sums[at] ?? 0) + weight * WEIGHT_STEP * strength;
    });
  }
  const [calm = 1, ...urgent] = softmax(sums);
  return { probability: 1 - calm, kinds: new Map(model.kinds.map((slug, at) => [slug, urgent[at] ?? 0])) };
};
