import { z } from 'zod';
import type { ChannelName } from '../../reports/report.ts';
import type { Platforms } from '../support/platforms.ts';

/** What residents did, as the platforms know it: written down by those who deliver, not by those who receive. */
export interface Ledger {
  /** Inbox ids of residents' messages that the program answered with 200. */
  readonly acknowledged: ReadonlySet<string>;
  readonly attempts: () => { made: number; failed: number };
  /** How many messages of a resident were acknowledged. */
  of(userId: string): number;
}

const zaloSchema = z.object({
  event_name: z.string().startsWith('user_send_'),
  sender: z.object({ id: z.string() }),
  message: z.object({ msg_id: z.string() }),
});
const named = z.object({ mid: z.string(), is_echo: z.boolean().optional() });
const messengerSchema = z.object({
  entry: z.tuple([
    z.object({
      id: z.string(),
      messaging: z.tuple([
        z.object({
          sender: z.object({ id: z.string() }),
          message: named.optional(),
          postback: named.optional(),
        }),
      ]),
    }),
  ]),
});

interface Said {
  readonly inboxId: string;
  readonly userId: string;
}

const readers: Readonly<Record<ChannelName, (body: unknown) => Said | null>> = {
  zalo: (body) => {
    const event = zaloSchema.safeParse(body).data;
    if (event === undefined) return null;
    return { inboxId: `zalo:${event.event_name}:${event.message.msg_id}`, userId: event.sender.id };
  },
  messenger: (body) => {
    const entry = messengerSchema.safeParse(body).data?.entry[0];
    const said = entry?.messaging[0].message ?? entry?.messaging[0].postback;
    if (entry === undefined || said === undefined || said.is_echo === true) return null;
    return { inboxId: `messenger:${entry.id}:${said.mid}`, userId: entry.messaging[0].sender.id };
  },
};

export function createLedger(platforms: Platforms): Ledger {
  const acknowledged = new Set<string>();
  const counts = new Map<string, number>();
  const attempts = { made: 0, failed: 0 };
  for (const channel of ['zalo', 'messenger'] as const) {
    platforms[channel].deliveries.subscribe(({ body, status }) => {
      attempts.made += 1;
      if (status !== 200) attempts.failed += 1;
      const said = status === 200 ? readers[channel](JSON.parse(body)) : null;
      if (said === null || acknowledged.has(said.inboxId)) return;
      acknowledged.add(said.inboxId);
      counts.set(said.userId, (counts.get(said.userId) ?? 0) + 1);
    });
  }
  return { acknowledged, attempts: () => attempts, of: (userId) => counts.get(userId) ?? 0 };
}
