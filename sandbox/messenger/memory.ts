import { z } from 'zod';
import type { Chats } from '../platform/chat.ts';
import { savedChats, savedChatsSchema } from '../platform/memory.ts';
import type { SandboxMemory } from '../platform/memory.ts';
import type { Residents } from './residents.ts';
import type { SentPayloads } from './sent-payloads.ts';

const savedSchema = z.strictObject({
  chats: savedChatsSchema,
  residents: z.array(
    z.strictObject({
      psid: z.string(),
      name: z.string(),
      lastActionAt: z.coerce.date().nullable(),
      hasBlocked: z.boolean(),
      owner: z.string().nullable(),
    }),
  ),
  payloads: z.array(
    z.strictObject({
      mid: z.string(),
      payloads: z.array(
        z.strictObject({ title: z.string(), payload: z.string().nullable(), isQuickReply: z.boolean() }),
      ),
    }),
  ),
});

interface Parts {
  readonly chats: Chats;
  readonly residents: Residents;
  readonly payloads: SentPayloads;
}

/** Messenger outlives the bot's program: chats, windows and what the buttons carry are as they were. */
export function createMessengerMemory({ chats, residents, payloads }: Parts): SandboxMemory {
  return {
    read() {
      const kept = savedChats(chats);
      const ids = kept.flatMap(({ entries }) => entries).map(({ id }) => id);
      return {
        chats: kept,
        residents: kept.flatMap(({ userId }) => residents.find(userId) ?? []),
        payloads: ids.flatMap((mid) => {
          const sent = payloads.of(mid);
          return sent.length === 0 ? [] : [{ mid, payloads: sent }];
        }),
      };
    },
    restore(saved) {
      const parsed = savedSchema.safeParse(saved);
      if (!parsed.success) return false;
      for (const { userId, entries } of parsed.data.chats) chats.restore(userId, entries);
      for (const resident of parsed.data.residents) Object.assign(residents.of(resident.psid), resident);
      for (const { mid, payloads: sent } of parsed.data.payloads) payloads.keep(mid, sent);
      return true;
    },
  };
}
