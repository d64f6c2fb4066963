import { z } from 'zod';

const messageSchema = z.string().trim().min(3).max(400);

/**
 * Messages as residents type them, to learn from: by the urgent article that they call for, and under `calm` those that
 * sound alike and call for none.
 */
export const urgentMessagesSchema = z.record(z.string(), z.array(messageSchema).min(1));

export type UrgentMessages = z.infer<typeof urgentMessagesSchema>;

/** Under which the messages stand that call for no card. */
export const CALM = 'calm';
