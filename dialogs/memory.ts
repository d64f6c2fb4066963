import { z } from 'zod';

const momentSchema = z.iso.datetime();

/** What a conversation remembers between dialogs; no words of the resident but the last question, stripped of personal data. */
const memorySchema = z.object({
  /** Whether the resident was told who this is. */
  greeted: z.boolean().default(false),
  lastTurnAt: momentSchema.nullable().default(null),
  /** Counts the questions asked, so that a button knows which one it belongs to. */
  askSerial: z.number().int().default(0),
  missesInRow: z.number().int().default(0),
  /** The urgent cards shown, by slug, with the moment. */
  sosShown: z.record(z.string(), momentSchema).default({}),
  lastSent: z.object({ code: z.string(), at: momentSchema }).nullable().default(null),
  tracking: z
    .object({ failures: z.number().int(), blockedUntil: momentSchema.nullable() })
    .default({ failures: 0, blockedUntil: null }),
  /** The officer's message about which the resident was asked whether they are answering it. */
  threadAskedAbout: z.string().nullable().default(null),
  /** The buttons under the last message: typing a title is the same as tapping it. */
  shown: z.array(z.object({ title: z.string(), action: z.string() })).default([]),
  /** Whether a bare number means a button by its position. */
  numbered: z.boolean().default(false),
});

export type Memory = z.infer<typeof memorySchema>;

/** A memory that does not decode is an old one: it starts anew. */
export function readMemory(stored: unknown): Memory {
  const parsed = memorySchema.safeParse(stored ?? {});
  return parsed.success ? parsed.data : memorySchema.parse({});
}
