import type { Collection } from 'mongodb';
import { MongoServerError } from 'mongodb';
import type { Clock } from '../../reports/ports.ts';
import type { ChannelName } from '../../reports/report.ts';
import { FREE, RETENTION_MS, type ConversationDocument } from './documents.ts';

const DUPLICATE_KEY = 11_000;
/** Longer than the slowest turn (fetching evidence); another process may take the lane after it. */
const LEASE_MS = 90_000;

/** Claims conversations, so that one process at a time works in each. */
export interface Conversations {
  /** The conversation with its state, leased to this process; null when another process holds it. */
  claim(lane: string, channel: ChannelName): Promise<ConversationDocument | null>;
  /** Gives a claim back without having changed anything. */
  release(conversation: ConversationDocument): Promise<void>;
  byLane(lane: string): Promise<ConversationDocument | null>;
}

export function createConversations(options: {
  readonly collection: Collection<ConversationDocument>;
  readonly processId: string;
  readonly clock: Clock;
}): Conversations {
  const { collection, processId, clock } = options;
  return {
    claim: async (lane, channel) => {
      const now = clock();
      try {
        return await collection.findOneAndUpdate(
          { _id: lane, leaseUntil: { $lt: now } },
          {
            $set: { owner: processId, leaseUntil: new Date(now.getTime() + LEASE_MS) },
            $inc: { fence: 1 },
            $setOnInsert: {
              channel,
              sealed: null,
              lastUserActionAt: null,
              lastOrder: 0,
              handover: false,
              held: false,
              expiresAt: new Date(now.getTime() + RETENTION_MS.conversation),
            },
          },
          { upsert: true, returnDocument: 'after' },
        );
      } catch (error) {
        // the upsert found the lane leased and tried to make a second one
        if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) return null;
        throw error;
      }
    },
    release: async ({ _id, fence }) => {
      await collection.updateOne({ _id, fence }, { $set: { owner: null, leaseUntil: FREE } });
    },
    byLane: (lane) => collection.findOne({ _id: lane }),
  };
}
