import type { Collection } from 'mongodb';
import { createGatheredCall } from '../../adapters/mongo/gathered-call.ts';
import { createGatheredReads } from '../../adapters/mongo/gathered-reads.ts';
import type { EventKind, InboundEvent } from '../../adapters/channel.ts';
import type { Clock } from '../../reports/ports.ts';
import type { ChannelName } from '../../reports/report.ts';
import { FREE, RETENTION_MS, type InboxDocument } from './documents.ts';
import { insertNew } from './insert-new.ts';
import { createLaneScan } from './lane-scan.ts';
import { addressOf, laneOf, sealEvent, type RoadCipher } from './sealing.ts';

const WORKED: ReadonlySet<EventKind> = new Set([
  'message',
  'arrival',
  'takeover',
  'handback',
  'presence',
  'edit',
  'withdrawal',
]);

/** Events looked at in one round: bounds memory however long the backlog is. */
const EVENTS_PER_ROUND = 500;
/** Events of one lane worked under one claim. */
export const EVENTS_PER_CLAIM = 20;
/** Events of calls that come in at once, stored in one write. */
const STORED_TOGETHER = 64;
const STORES_UNDER_WAY = 2;

export interface StoredEvents {
  /** Lanes that now have work. */
  readonly lanes: readonly string[];
  readonly stored: number;
  readonly repeated: number;
}

/** The queue of everything the platforms told us. */
export interface Inbox {
  /** Stores durably before it returns. An event whose key is known already is counted as repeated. */
  store(channel: ChannelName, events: readonly InboundEvent[]): Promise<StoredEvents>;
  /** Waiting events of a lane, oldest first, up to the first that must still wait. */
  ofLane(lane: string): Promise<InboxDocument[]>;
  /** Some lanes with work that is due; round after round all of them, however many there are. */
  dueLanes(): Promise<string[]>;
}

export function createInbox(options: {
  readonly collection: Collection<InboxDocument>;
  readonly cipher: RoadCipher;
  readonly clock: Clock;
}): Inbox {
  const { collection, cipher, clock } = options;
  const nextLanes = createLaneScan();
  /** Whether the event was new. */
  const storeEvent = createGatheredCall<InboxDocument, boolean>({
    alone: async (document) => (await insertNew(collection, [document])).every(Boolean),
    together: (documents) => insertNew(collection, documents),
    maxTogether: STORED_TOGETHER,
    maxUnderWay: STORES_UNDER_WAY,
  });
  const readLane = createGatheredReads<InboxDocument>({
    rowsPerKey: EVENTS_PER_CLAIM,
    keyOf: ({ lane }) => lane,
    read: (lanes, limit) =>
      collection
        .find({ lane: { $in: [...lanes] }, status: 'waiting' })
        .sort({ occurredAt: 1, _id: 1 })
        .limit(limit)
        .toArray(),
  });

  const toDocument = (channel: ChannelName, event: InboundEvent): InboxDocument => {
    const now = clock();
    const address = event.from === null ? null : addressOf(channel, event.from);
    const worked = address !== null && WORKED.has(event.kind);
    return {
      _id: `${channel}:${event.key}`,
      channel,
      eventKey: event.key,
      kind: event.kind,
      name: event.name,
      lane: address === null ? null : laneOf(cipher, address),
      occurredAt: event.occurredAt,
      receivedAt: now,
      status: worked ? 'waiting' : 'noted',
      attempts: 0,
      // at once, whatever another process's clock says
      notBefore: FREE,
      sealed: sealEvent(cipher, { address, payload: event.payload }),
      failure: null,
      expiresAt: worked ? null : new Date(now.getTime() + RETENTION_MS.inbox),
    };
  };

  return {
    store: async (channel, events) => {
      const documents = events.map((event) => toDocument(channel, event));
      const areNew = await Promise.all(documents.map(storeEvent));
      const stored = areNew.filter(Boolean).length;
      const lanes = documents
        .filter((document) => document.status === 'waiting')
        .map((document) => document.lane);
      return {
        lanes: [...new Set(lanes.filter((lane) => lane !== null))],
        stored,
        repeated: documents.length - stored,
      };
    },
    ofLane: async (lane) => {
      const waiting = await readLane(lane);
      const now = clock();
      const mustWait = waiting.findIndex((event) => event.notBefore > now);
      return mustWait === -1 ? waiting : waiting.slice(0, mustWait);
    },
    dueLanes: () =>
      nextLanes(async (after) => {
        const filter = { status: 'waiting' as const, lane: { $gt: after }, notBefore: { $lte: clock() } };
        return collection
          .find(filter, { projection: { lane: 1 } })
          .sort({ lane: 1, occurredAt: 1 })
          .limit(EVENTS_PER_ROUND)
          .toArray();
      }),
  };
}
