import type { Channel } from '../../adapters/channel.ts';
import type { UnitOfWork } from '../../adapters/mongo/unit-of-work.ts';
import { toStagedWrite } from '../../adapters/mongo/write-batches.ts';
import type { DeliveryForecast, ResidentOutbox } from '../../reports/delivery-ports.ts';
import type { Clock } from '../../reports/ports.ts';
import type { ChannelName } from '../../reports/report.ts';
import type { Conversations } from './conversations.ts';
import type { OutboxDocument } from './documents.ts';
import { isNudgeDue } from './nudge-rules.ts';
import type { Outbox } from './outbox.ts';
import { laneOf, type RoadCipher } from './sealing.ts';

export interface ResidentOutboxDependencies {
  readonly outbox: Outbox;
  readonly conversations: Conversations;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly cipher: RoadCipher;
}

/**
 * Messages to residents from outside a turn. Rows are made when the unit commits, so that their order follows what the
 * conversation has by then.
 */
export function createResidentOutbox(
  { outbox, conversations, channels, cipher }: ResidentOutboxDependencies,
  unit: UnitOfWork,
): ResidentOutbox {
  return {
    queue: ({ address, text, author, report }) => {
      const lane = laneOf(cipher, address);
      unit.stageLate(async () => {
        const conversation = await conversations.byLane(lane);
        const messages = channels.get(address.channel)?.render({ type: 'message', text }) ?? [];
        const rows = outbox.rows({
          lane,
          address,
          messages,
          author: author === 'officer' ? 'officer' : 'bot',
          report,
          isNews: true,
          owner: null,
          userActedAt: conversation?.lastUserActionAt ?? null,
          afterOrder: conversation?.lastOrder ?? 0,
        });
        return rows.map((row) => toStagedWrite<OutboxDocument>('outbox', { insertOne: { document: row } }));
      });
    },
  };
}

/** Says beforehand whether a message would go out now or wait for the resident to write again, who may be told that it does. */
export function createDeliveryForecast(
  { conversations, channels, cipher }: Omit<ResidentOutboxDependencies, 'outbox'>,
  clock: Clock,
): DeliveryForecast {
  return {
    forecast: async (address, author) => {
      const conversation = await conversations.byLane(laneOf(cipher, address));
      const channel = channels.get(address.channel);
      const window = channel?.window(conversation?.lastUserActionAt ?? null, clock());
      if (window === 'open' || (window === 'officer-only' && author === 'officer')) return 'now';
      return isNudgeDue(channel, conversation, clock()) ? 'nudge' : 'held';
    },
  };
}
