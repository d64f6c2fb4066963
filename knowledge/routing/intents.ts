import { z } from 'zod';
import { INTENT_ROUTES } from '../decision.ts';

/** How residents say that they want to do something now; the index finds these as it finds articles. */
export const intentPhrasingsSchema = z.array(
  z.strictObject({
    route: z.enum(INTENT_ROUTES),
    phrasings: z.array(z.string().trim().min(3).max(200)).min(5),
  }),
);

export type IntentPhrasings = z.infer<typeof intentPhrasingsSchema>[number];
