import { z } from 'zod';

const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** How far a row is trusted: A official or two independent sources, B one secondary source, C unconfirmed. */
const confidenceSchema = z.enum(['A', 'B', 'C']);

const checked = {
  id: idSchema,
  confidence: confidenceSchema,
  /** Day on which somebody last compared the row with its source. */
  lastVerifiedAt: z.iso.date(),
  verifiedBy: z.string().trim().min(1),
  source: z.string().trim().min(1),
};

const hotlineSchema = z.strictObject({
  ...checked,
  number: z.string(),
  name: z.string(),
  useWhen: z.string(),
});
const bankSchema = z.strictObject({
  ...checked,
  name: z.string(),
  /** Other names residents type, folded or not. */
  aliases: z.array(z.string()).default([]),
  number: z.string(),
  lockHint: z.string().nullable().default(null),
});
const agencySchema = z.strictObject({
  ...checked,
  name: z.string(),
  shortName: z.string(),
  role: z.string(),
});
const siteSchema = z.strictObject({
  ...checked,
  name: z.string(),
  address: z.string(),
  useFor: z.string(),
  official: z.boolean(),
});
const lawSchema = z.strictObject({
  ...checked,
  name: z.string(),
  summary: z.string(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().nullable(),
});
const fineSchema = z.strictObject({
  ...checked,
  law: idSchema,
  text: z.string(),
  /** A fine is shown to residents only once a legal officer has signed the row. */
  reviewed: z.boolean(),
});

/** The tables that articles refer to; each row knows who checked it and when. */
export const factsSchema = z.strictObject({
  hotlines: z.array(hotlineSchema),
  banks: z.array(bankSchema),
  agencies: z.array(agencySchema),
  sites: z.array(siteSchema),
  laws: z.array(lawSchema),
  fines: z.array(fineSchema),
});

export type Facts = z.infer<typeof factsSchema>;
export type Bank = Facts['banks'][number];
