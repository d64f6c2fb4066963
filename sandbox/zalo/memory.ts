import { z } from 'zod';
import { buttonSchema } from '../../adapters/zalo/wire.ts';
import type { Chats } from '../platform/chat.ts';
import { savedChats, savedChatsSchema } from '../platform/memory.ts';
import type { SandboxMemory } from '../platform/memory.ts';
import type { Grant } from './grant.ts';
import type { Residents } from './residents.ts';
import type { SentButtons } from './sent-buttons.ts';

const savedSchema = z.strictObject({
  chats: savedChatsSchema,
  residents: z.array(
    z.strictObject({
      userId: z.string(),
      name: z.string(),
      isFollower: z.boolean(),
      hasChatted: z.boolean(),
      lastInteractionAt: z.coerce.date().nullable(),
    }),
  ),
  buttons: z.array(z.strictObject({ messageId: z.string(), buttons: z.array(buttonSchema) })),
  grant: z.strictObject({
    first: z.string(),
    access: z.string(),
    refresh: z.string(),
    accessEndsAt: z.number(),
    refreshEndsAt: z.number(),
  }),
});

interface Parts {
  readonly chats: Chats;
  readonly residents: Residents;
  readonly buttons: SentButtons;
  readonly grant: Grant;
}

/** Zalo outlives the bot's program: chats, windows, buttons and the grant are as they were. */
export function createZaloMemory({ chats, residents, buttons, grant }: Parts): SandboxMemory {
  return {
    read() {
      const kept = savedChats(chats);
      const userIds = new Set(kept.map(({ userId }) => userId));
      const messages = kept.flatMap(({ entries }) => entries).filter((entry) => entry.buttons.length > 0);
      return {
        chats: kept,
        residents: residents.list().filter(({ userId }) => userIds.has(userId)),
        buttons: messages.map(({ id }) => ({ messageId: id, buttons: buttons.of(id) })),
        grant: grant.state(),
      };
    },
    restore(saved) {
      const parsed = savedSchema.safeParse(saved);
      if (!parsed.success) return false;
      for (const { userId, entries } of parsed.data.chats) chats.restore(userId, entries);
      for (const resident of parsed.data.residents) Object.assign(residents.of(resident.userId), resident);
      for (const { messageId, buttons: kept } of parsed.data.buttons) buttons.keep(messageId, kept);
      grant.restore(parsed.data.grant);
      return true;
    },
  };
}
