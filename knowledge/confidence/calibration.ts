import { z } from 'zod';

const termsSchema = z.strictObject({
  bias: z.number(),
  nearest: z.number(),
  nearestLead: z.number(),
  lead: z.number(),
  density: z.number(),
  known: z.number(),
  unknownShare: z.number(),
  logWords: z.number(),
  boundary: z.number(),
});

/** Weights that turn what a search found into a probability, and the thresholds on it; fitted by a command, kept as data. */
export const calibrationSchema = z.strictObject({
  /** How, on what and when the numbers were fitted. */
  method: z.string().min(1),
  fittedAt: z.iso.date(),
  terms: termsSchema,
  thresholds: z.strictObject({
    /** From here an article is said. */
    assert: z.number().min(0).max(1),
    /** From here articles are offered. */
    suggest: z.number().min(0).max(1),
    /** From here an urgent article is shown; low on purpose. */
    urgent: z.number().min(0).max(1),
    /** The same where the words say that something has happened. */
    pressing: z.number().min(0).max(1),
    /** From here a dialog is opened. */
    intent: z.number().min(0).max(1),
    /** The same where the words ask how or where something is done. */
    sureIntent: z.number().min(0).max(1),
    /** From here another office is named or the request declined. */
    boundary: z.number().min(0).max(1),
    /** From here an article overrules a cautious rule. */
    overrule: z.number().min(0).max(1),
  }),
});

export type Calibration = z.infer<typeof calibrationSchema>;
export type CalibrationTerms = Calibration['terms'];
