import { z } from 'zod';
import type { ChatEntry, Chats } from './chat.ts';

/** What a platform has to know again after the program was started anew: it is JSON, and bounded. */
export interface SandboxMemory {
  read(): unknown;
  /** False when `saved` is not what `read` gives; nothing is changed then. */
  restore(saved: unknown): boolean;
}

const KEPT_CHATS = 50;
const KEPT_ENTRIES = 100;

const buttonSchema = z.strictObject({
  index: z.int().nonnegative(),
  title: z.string(),
  kind: z.enum(['action', 'link', 'call']),
  target: z.string().nullable(),
});
const entrySchema = z.strictObject({
  id: z.string(),
  at: z.coerce.date(),
  from: z.enum(['resident', 'account']),
  text: z.string(),
  media: z
    .strictObject({
      kind: z.enum(['image', 'gif', 'audio', 'video', 'file', 'sticker']),
      url: z.string(),
      name: z.string(),
      sizeBytes: z.number().nullable(),
    })
    .nullable(),
  location: z.strictObject({ latitude: z.number(), longitude: z.number(), name: z.string() }).nullable(),
  contact: z.strictObject({ name: z.string(), phone: z.string() }).nullable(),
  quoted: z.string().nullable().default(null),
  buttons: z.array(buttonSchema),
  cards: z.array(
    z.strictObject({
      title: z.string(),
      subtitle: z.string(),
      imageUrl: z.string().nullable(),
      buttons: z.array(buttonSchema),
    }),
  ),
  quickReplies: z.array(buttonSchema),
  seen: z.boolean(),
});

export const savedChatsSchema = z.array(
  z.strictObject({ userId: z.string(), entries: z.array(entrySchema).max(KEPT_ENTRIES) }),
);

/** The chats that were used last, their newest entries. */
export function savedChats(chats: Chats): { userId: string; entries: readonly ChatEntry[] }[] {
  return chats
    .userIds()
    .map((userId) => ({ userId, entries: chats.of(userId).slice(-KEPT_ENTRIES) }))
    .sort((a, b) => lastAt(b.entries) - lastAt(a.entries))
    .slice(0, KEPT_CHATS);
}

function lastAt(entries: readonly ChatEntry[]): number {
  return entries.at(-1)?.at.getTime() ?? 0;
}
