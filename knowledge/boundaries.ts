import { z } from 'zod';

const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

const boundarySchema = z.strictObject({
  id: idSchema,
  title: z.string().trim().min(3).max(120),
  /** What residents are told; may name facts as articles do. */
  text: z.string().trim().min(20).max(600),
  phrasings: z.array(z.string().trim().min(3).max(200)).min(3),
});

/** Matters of another office: the index knows them so that a near miss is never answered with an article. */
export const outOfScopeSchema = z.array(boundarySchema);

/** Abuse, attempts to extract data and to misuse the bot, with the calm sentence that each gets. */
export const refusalsSchema = z.array(boundarySchema);

export type Boundary = z.infer<typeof boundarySchema>;
