import { z } from 'zod';

export const trackDataSchema = z.object({
  /** As typed by the resident, not yet proven to be theirs. */
  code: z.string().nullable(),
  /** Set once the code's PIN was right or the report is their own. */
  reportId: z.string().nullable(),
  shown: z.boolean(),
  /** Why the report is to be taken back. */
  reason: z.string(),
  /** What to do without code or PIN was said. */
  helped: z.boolean().default(false),
});
export type TrackData = z.infer<typeof trackDataSchema>;
