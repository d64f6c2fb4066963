import { z } from 'zod';
import type { OutboundMessage } from '../../adapters/channel.ts';
import type { ChannelName, ResidentAddress } from '../../reports/report.ts';
import { CHANNEL_NAMES } from '../../reports/report.ts';

/** The part of the field cipher that the road needs. */
export interface RoadCipher {
  seal(text: string): string;
  open(sealed: string): string;
  keyedHash(purpose: string, value: string): string;
}

const addressSchema = z.object({
  channel: z.enum(CHANNEL_NAMES),
  accountId: z.string(),
  userId: z.string(),
});
const eventSchema = z.object({ address: addressSchema.nullable(), payload: z.unknown() });
const messageSchema = z.object({ address: addressSchema, message: z.object({ body: z.unknown() }) });

export interface SealedEvent {
  readonly address: ResidentAddress | null;
  readonly payload: unknown;
}

export interface SealedMessage {
  readonly address: ResidentAddress;
  readonly message: OutboundMessage;
}

/**
 * The lane of a resident: a keyed hash, so that neither the database nor a log shows whose it is. It is also the
 * `reporter.key` of their reports.
 */
export function laneOf(cipher: RoadCipher, address: ResidentAddress): string {
  return cipher.keyedHash('resident', `${address.channel}:${address.accountId}:${address.userId}`);
}

export function addressOf(
  channel: ChannelName,
  from: { accountId: string; userId: string },
): ResidentAddress {
  return { channel, accountId: from.accountId, userId: from.userId };
}

export function sealEvent(cipher: RoadCipher, event: SealedEvent): string {
  return cipher.seal(JSON.stringify(event));
}

/** Throws for what was not sealed under this key. */
export function openEvent(cipher: RoadCipher, sealed: string): SealedEvent {
  const { address, payload } = eventSchema.parse(JSON.parse(cipher.open(sealed)));
  return { address, payload };
}

export function sealMessage(cipher: RoadCipher, message: SealedMessage): string {
  return cipher.seal(JSON.stringify(message));
}

export function openMessage(cipher: RoadCipher, sealed: string): SealedMessage {
  const { address, message } = messageSchema.parse(JSON.parse(cipher.open(sealed)));
  return { address, message: { body: message.body } };
}
