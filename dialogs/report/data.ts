import { z } from 'zod';
import { CATEGORIES } from '../../reports/report.ts';
import { parkedEvidenceSchema, toldSchema } from '../draft.ts';

/** How the report dialog is opened; everything may be missing. */
export const reportOptionsSchema = z.object({
  category: z.enum(CATEGORIES).nullable().default(null),
  /** The message that led here. */
  words: z.string().default(''),
  told: z.array(toldSchema).default([]),
  evidence: z.array(parkedEvidenceSchema).default([]),
  /** Go on with the draft without asking. */
  resume: z.boolean().default(false),
});
export type ReportOptions = z.infer<typeof reportOptionsSchema>;

/** Where the dialog is; what the resident said is in the draft. */
export const reportDataSchema = z.object({
  /** The question put last. */
  question: z.string().nullable(),
  /** The line being corrected. */
  correcting: z.string().nullable(),
  /** Lines understood from free words, which the resident may correct with the next reply. */
  understood: z.array(z.string()),
  /** Whether they were not shown yet. */
  isUnderstoodNews: z.boolean(),
  categoryPage: z.number().int(),
  /** The resident wants to be done: only what is needed is still asked. */
  inHaste: z.boolean(),
  /** The state in which "hủy" was said. */
  cancelledIn: z.string(),
  /** What waits while the resident decides about an older draft. */
  pending: reportOptionsSchema,
  /** The lines of which one is to be corrected, none for all, and the words that may hold its value. */
  among: z
    .object({ ids: z.array(z.string()), words: z.string() })
    .nullable()
    .default(null),
  /** The picture whose words are being confirmed. */
  picture: z.string().nullable().default(null),
  /** The older report to which this one may be added. */
  duplicateOf: z.string().nullable(),
});
export type ReportData = z.infer<typeof reportDataSchema>;
