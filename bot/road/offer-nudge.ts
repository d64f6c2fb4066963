import type { Collection } from 'mongodb';
import type { Channel } from '../../adapters/channel.ts';
import type { Clock } from '../../reports/ports.ts';
import type { ChannelName } from '../../reports/report.ts';
import { FREE, type OutboxDocument, type RoadCollections } from './documents.ts';
import { insertNew } from './insert-new.ts';
import { isNudgeDue } from './nudge-rules.ts';
import { openMessage, sealMessage, type RoadCipher } from './sealing.ts';

/** News has to wait: makes the row of a nudge where one is due. */
export type OfferNudge = (row: OutboxDocument) => Promise<void>;

/**
 * Nudges are rows of the outbox in lanes of their own, so that one which waits for the morning keeps nothing waiting. A row
 * of news brings forth one at most, also when it is tried again by another process.
 */
export function createOfferNudge(options: {
  readonly collections: Pick<RoadCollections, 'conversations' | 'outbox'>;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly cipher: RoadCipher;
  readonly clock: Clock;
  readonly wake: (lane: string) => void;
}): OfferNudge {
  const { collections, channels, cipher, clock, wake } = options;
  const { conversations } = collections;
  const outbox: Collection<OutboxDocument> = collections.outbox;
  return async (row) => {
    if (row.isNews !== true) return;
    const conversation = await conversations.findOne({ _id: row.lane });
    const now = clock();
    if (conversation === null || !isNudgeDue(channels.get(row.channel), conversation, now)) return;
    const lane = `nudge/${row.lane}`;
    const { address } = openMessage(cipher, row.sealed);
    const nudge: OutboxDocument = {
      _id: `nudge/${row._id}`,
      channel: row.channel,
      lane,
      order: now.getTime(),
      author: 'bot',
      status: 'waiting',
      owner: null,
      leaseUntil: FREE,
      attempts: 0,
      notBefore: now,
      createdAt: now,
      userActedAt: conversation.lastUserActionAt,
      sentAt: null,
      platformMessageId: null,
      failure: null,
      resends: 0,
      report: null,
      nudge: { lane: row.lane, report: row.report },
      // not a word of what waits
      sealed: sealMessage(cipher, { address, message: { body: null } }),
      expiresAt: null,
    };
    // the row before the mark: a crash between the two leaves a nudge that is made, not one that is lost
    await insertNew(outbox, [nudge]);
    await conversations.updateOne({ _id: row.lane }, { $set: { nudgedAt: now } });
    wake(lane);
  };
}
