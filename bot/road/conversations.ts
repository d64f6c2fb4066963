import { MongoServerError } from 'mongodb';
import { createGatheredCall } from '../../adapters/mongo/gathered-call.ts';
import type { Clock } from '../../reports/ports.ts';
import type { ChannelName } from '../../reports/report.ts';
import { FREE, RETENTION_MS, type ConversationDocument, type RoadCollections } from './documents.ts';
import { insertNew } from './insert-new.ts';

const DUPLICATE_KEY = 11_000;
/** Longer than the slowest turn (fetching evidence); another process may take the lane after it. */
const LEASE_MS = 90_000;
/** Half of the lanes that are worked beside each other: a claim that hangs leaves room for the others. */
const CLAIMS_TOGETHER = 16;
const CLAIMS_UNDER_WAY = 1;

/** Claims conversations, so that one process at a time works in each. Only a registered process may claim (`Processes`). */
export interface Conversations {
  /**
   * The conversation with its state, leased to this process; null when another process holds it. Whoever asks works no
   * turn of that lane: what this process is said to hold then is a claim whose answer was lost, and is taken anew.
   */
  claim(lane: string, channel: ChannelName): Promise<ConversationDocument | null>;
  /** Gives a claim back without having changed anything. */
  release(conversation: ConversationDocument): Promise<void>;
  byLane(lane: string): Promise<ConversationDocument | null>;
}

interface Wanted {
  readonly lane: string;
  readonly channel: ChannelName;
}

export function createConversations(options: {
  readonly collections: Pick<RoadCollections, 'conversations' | 'processes'>;
  readonly processId: string;
  readonly clock: Clock;
}): Conversations {
  const { processId, clock } = options;
  const { conversations: collection, processes } = options.collections;
  let claims = 0;

  const lease = (now: Date) => {
    claims += 1;
    // a name of its own for each claim: by it those that were claimed together are found
    return { owner: `${processId}/${claims}`, leaseUntil: new Date(now.getTime() + LEASE_MS) };
  };

  /**
   * Takes a conversation that is leased: by a process that runs no more, or by this one, in a claim whose answer was lost.
   * So nobody has to look for what the dead held.
   */
  const takeOver = async (lane: string): Promise<ConversationDocument | null> => {
    const leased = await collection.findOne({ _id: lane });
    const holder = leased?.owner?.split('/', 1)[0];
    if (leased === null || holder === undefined) return null;
    if (holder !== processId && (await processes.findOne({ _id: holder })) !== null) return null;
    return collection.findOneAndUpdate(
      { _id: lane, fence: leased.fence },
      { $set: lease(clock()), $inc: { fence: 1 } },
      { returnDocument: 'after' },
    );
  };

  const claimOne = async ({ lane, channel }: Wanted): Promise<ConversationDocument | null> => {
    const now = clock();
    try {
      return await collection.findOneAndUpdate(
        { _id: lane, leaseUntil: { $lt: now } },
        { $set: lease(now), $inc: { fence: 1 }, $setOnInsert: unspoken(channel, now) },
        { upsert: true, returnDocument: 'after' },
      );
    } catch (error) {
      // the upsert found the lane leased and tried to make a second one
      if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) return takeOver(lane);
      throw error;
    }
  };

  const claimAll = async (wanted: readonly Wanted[]): Promise<(ConversationDocument | null)[]> => {
    const now = clock();
    const mine = lease(now);
    const _id = { $in: wanted.map(({ lane }) => lane) };
    await collection.updateMany({ _id, leaseUntil: { $lt: now } }, { $set: mine, $inc: { fence: 1 } });
    const known = await collection.find({ _id, owner: mine.owner }).toArray();
    const claimed = new Map(known.map((conversation) => [conversation._id, conversation]));
    // the others are held by somebody, or speak for the first time
    const unknown = wanted
      .filter(({ lane }) => !claimed.has(lane))
      .map(({ lane, channel }) => ({ _id: lane, ...unspoken(channel, now), ...mine, fence: 1 }));
    const areNew = await insertNew(collection, unknown);
    for (const [index, conversation] of unknown.entries())
      if (areNew[index] === true) claimed.set(conversation._id, conversation);
    return Promise.all(wanted.map(async ({ lane }) => claimed.get(lane) ?? takeOver(lane)));
  };

  const claim = createGatheredCall<Wanted, ConversationDocument | null>({
    alone: claimOne,
    together: claimAll,
    maxTogether: CLAIMS_TOGETHER,
    maxUnderWay: CLAIMS_UNDER_WAY,
  });

  return {
    claim: (lane, channel) => claim({ lane, channel }),
    release: async ({ _id, fence }) => {
      await collection.updateOne({ _id, fence }, { $set: { owner: null, leaseUntil: FREE } });
    },
    byLane: (lane) => collection.findOne({ _id: lane }),
  };
}

/** A conversation before its first turn; messages may wait, and a talk be open, from before an earlier one was forgotten. */
export function unspoken(channel: ChannelName, now: Date) {
  return {
    channel,
    sealed: null,
    lastUserActionAt: null,
    lastOrder: 0,
    handover: true,
    held: true,
    expiresAt: new Date(now.getTime() + RETENTION_MS.conversation),
  };
}
