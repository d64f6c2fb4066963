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

const contestSchema = z.array(
  z.strictObject({ probability: z.number().min(0).max(1), share: z.number().min(0).max(1) }),
);

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
    /** From here articles are offered beside a wish that is not clear. */
    unclear: z.number().min(0).max(1),
    /** From here an urgent article is shown where examples are not heard; low on purpose. */
    urgent: z.number().min(0).max(1),
    /** The same where the words say that something has happened. */
    pressing: z.number().min(0).max(1),
    /** On what examples say about the urgency of a message (purpose/). */
    urgency: z.strictObject({
      /** Below, urgent words that a rule has heard are not heeded, unless it never gives way. */
      calm: z.number().min(0).max(1),
      /** From here its card is shown, */
      likely: z.number().min(0).max(1),
      /** or from here where the search is sure of something else, */
      sure: z.number().min(0).max(1),
      /** or from here where the words ask to be prepared. */
      prepared: z.number().min(0).max(1),
      /** In the middle of a form, or under a card, from here the card of a life at stake is shown. */
      amid: z.number().min(0).max(1),
      /** From this probability on the search is sure of something else. */
      otherLeader: z.number().min(0).max(1),
    }),
    /** On what examples say about a wish. */
    wish: z.strictObject({
      /** Below this a rule that gives way is not heeded. */
      unlikely: z.number().min(0).max(1),
      /** From here its dialog is opened, */
      likely: z.number().min(0).max(1),
      /** or from here where the search is sure of an article, or plain words said another wish. */
      sure: z.number().min(0).max(1),
      /** From this probability on the search is sure of an article. */
      otherLeader: z.number().min(0).max(1),
    }),
    /** From here a message is declined because of what examples say about it. */
    refusal: z.number().min(0).max(1),
    /** From here no article is said because of it. */
    refusalDoubt: z.number().min(0).max(1),
    /** From here words want nothing because of what examples say about them. */
    smallTalk: z.number().min(0).max(1),
    /** From here a dialog is opened. */
    intent: z.number().min(0).max(1),
    /** The same where the words ask how or where something is done. */
    sureIntent: z.number().min(0).max(1),
    /** From here another office is named or the request declined. */
    boundary: z.number().min(0).max(1),
    /** From here it is named although the words sound like a scam and an article is near. */
    sureBoundary: z.number().min(0).max(1),
    /** The score from which such an article is offered instead of naming the office. */
    besideBoundary: z.number().min(0).max(1),
    /**
     * When an article overrules a rule, by how readily the rule gives way: the article is at least that likely, and what
     * the rule leads to has at most that share of the article's evidence. Any of the pairs is enough.
     */
    overrule: z.strictObject({ seldom: contestSchema, easily: contestSchema, refusal: contestSchema }),
  }),
});

export type Calibration = z.infer<typeof calibrationSchema>;
export type CalibrationTerms = Calibration['terms'];
