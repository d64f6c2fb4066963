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

/** How every platform wants a message, also one that is switched off. */
export type WireForms = Readonly<Record<ChannelName, Channel['render']>>;

interface ResidentOutboxDependencies {
  readonly outbox: Outbox;
  readonly conversations: Conversations;
  readonly wireForms: WireForms;
  readonly cipher: RoadCipher;
}

interface DeliveryForecastDependencies {
  readonly conversations: Conversations;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly cipher: RoadCipher;
}

/**
 * Messages to residents from outside a turn. Rows are made when the unit commits, so that their order follows what the
 * conversation has by then; those over a channel that is switched off wait until it is there again.
 */
export function createResidentOutbox(
  { outbox, conversations, wireForms, cipher }: ResidentOutboxDependencies,
  unit: UnitOfWork,
): ResidentOutbox {
  return {
    queue: ({ address, text, author, report }) => {
      const lane = laneOf(cipher, address);
      unit.stageLate(async () => {
        const conversation = await conversations.byLane(lane);
        const rows = outbox.rows({
          lane,
          address,
          messages: wireForms[address.channel]({ type: 'message', text }),
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

/** Says beforehand whether a message would go out now or wait, for the channel or for the resident, who may be told that it does. */
export function createDeliveryForecast(
  { conversations, channels, cipher }: DeliveryForecastDependencies,
  clock: Clock,
): DeliveryForecast {
  return {
    forecast: async (address, author) => {
      const channel = channels.get(address.channel);
      if (channel === undefined) return 'off';
      const conversation = await conversations.byLane(laneOf(cipher, address));
      const window = channel.window(conversation?.lastUserActionAt ?? null, clock());
      if (window === 'open' || (window === 'officer-only' && author === 'officer')) return 'now';
      return isNudgeDue(channel, conversation, clock()) ? 'nudge' : 'held';
    },
  };
}
