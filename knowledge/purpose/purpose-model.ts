import { z } from 'zod';

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
