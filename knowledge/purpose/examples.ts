import { z } from 'zod';

const messageSchema = z.string().trim().min(3).max(400);

/** Messages as residents type them, to learn from: one list for each of the things that they are for. */
export const examplesSchema = z.array(messageSchema).min(1);

type Messages = z.infer<typeof examplesSchema>;

export type Examples = {
  /** By the urgent article that they call for. */
  urgent: ReadonlyMap<string, Messages>;
  /** By what else they are for: an article, a wish, `refuse`, `out_of_scope`, or `small-talk`, which wants nothing. */
  calm: ReadonlyMap<string, Messages>;
  /** For something calm that nobody has named. */
  notUrgent: Messages;
};
