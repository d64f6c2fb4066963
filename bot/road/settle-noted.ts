import type { Channel, InboundEvent } from '../../adapters/channel.ts';
import type { OutboxDocument } from './documents.ts';
import type { Outbox } from './outbox.ts';
import { addressOf, laneOf, openMessage, type RoadCipher } from './sealing.ts';
import type { ThreadDelivery } from './thread-delivery.ts';

/** Whether the row that an event is about was found, or may still be on its way. */
export type Settled = 'settled' | 'may-come';

export interface SettleDependencies {
  readonly outbox: Outbox;
  readonly cipher: RoadCipher;
  readonly thread: ThreadDelivery;
}

type Settle = (channel: Channel, event: InboundEvent) => Promise<Settled>;

/**
 * Our own message coming back: whatever was believed of its row, it was sent. An echo without our id settles a row of
 * unknown outcome whose words it has, unless it is older than the try; a row that is being sent may become one.
 */
export function createSettleEcho({ outbox, cipher, thread }: SettleDependencies): Settle {
  const confirm = async (rowId: string, platformMessageId: string | null): Promise<void> => {
    const row = await outbox.confirm(rowId, platformMessageId);
    if (row !== null && row.status !== 'sent') await thread.recorded(row);
  };
  return async (channel, event) => {
    const { outboxId = null, platformMessageId = null } = event.echo ?? {};
    if (outboxId !== null) {
      await confirm(outboxId, platformMessageId);
      return 'settled';
    }
    if (channel.isEchoOf === undefined || event.from === null) return 'settled';
    const rows = await outbox.ofLane(laneOf(cipher, addressOf(channel.name, event.from)));
    const isOf = (row: OutboxDocument): boolean =>
      channel.isEchoOf?.(openMessage(cipher, row.sealed).message, event.payload) === true;
    // rows of a lane go out one after the other: only the first can be in question
    const [first] = rows;
    if (first === undefined || !isOf(first)) return 'settled';
    if (first.status !== 'unknown') return 'may-come';
    if (first.triedAt === undefined || event.occurredAt < first.triedAt) return 'settled';
    // the late echo of an earlier message with the same words
    if (platformMessageId !== null && (await outbox.hasSent(first.lane, platformMessageId))) return 'settled';
    await confirm(first._id, platformMessageId);
    return 'settled';
  };
}

/** A resident's app got what an officer wrote, or showed it: the report's thread says so. */
export function createSettleReceipt({ outbox, cipher, thread }: SettleDependencies): Settle {
  return async (channel, { receipt, from }) => {
    if (receipt === undefined || from === null) return 'settled';
    const { platformMessageIds, until } = receipt;
    const isMeant = ({ platformMessageId, sentAt }: OutboxDocument): boolean =>
      (platformMessageId !== null && platformMessageIds.includes(platformMessageId)) ||
      (until !== null && sentAt !== null && sentAt <= until);
    const rows = await outbox.threadRows(laneOf(cipher, addressOf(channel.name, from)));
    const meant = rows.filter((row) => row.status === 'sent' && isMeant(row));
    for (const row of meant) await thread.arrived(row);
    // the receipt may be here before the platform's answer to the send is written down
    return rows.some(({ status }) => status !== 'sent') ? 'may-come' : 'settled';
  };
}
