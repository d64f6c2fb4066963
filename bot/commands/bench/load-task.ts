import { z } from 'zod';

/** What the benchmark asks its load generator, a process of its own, and what comes back. */
export const taskSchema = z.object({
  /** `webhooks` ends with the answer to the call, `turns` with the platform's API being called for that resident. */
  kind: z.enum(['webhooks', 'turns']),
  port: z.number(),
  path: z.string(),
  count: z.number(),
  inFlight: z.number(),
  /** Index of the first of as many residents as calls; each is asked once. */
  firstResident: z.number(),
  texts: z.array(z.string()).nonempty(),
});
export type LoadTask = z.infer<typeof taskSchema>;

export const reportSchema = z.object({
  result: z.object({
    perSecond: z.number(),
    p50Ms: z.number(),
    p95Ms: z.number(),
    p99Ms: z.number(),
    failures: z.number(),
  }),
});

export const readySchema = z.object({ platformPort: z.number() });
