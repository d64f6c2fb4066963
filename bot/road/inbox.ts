import type { Collection } from 'mongodb';
import { MongoBulkWriteError, MongoServerError } from 'mongodb';
import type { EventKind, InboundEvent } from '../../adapters/channel.ts';
import type { Clock } from '../../reports/ports.ts';
import type { ChannelName } from '../../reports/report.ts';
import { RETENTION_MS, type InboxDocument } from './documents.ts';
import { createLaneScan } from './lane-scan.ts';
import { addressOf, laneOf, sealEvent, type RoadCipher } from './sealing.ts';

const DUPLICATE_KEY = 11_000;
const WORKED: ReadonlySet<EventKind> = new Set(['message', 'arrival', 'takeover', 'withdrawal']);

/** Events looked at in one round: bounds memory however long the backlog is. */
const EVENTS_PER_ROUND = 500;
/** Events of one lane worked under one claim. */
const EVENTS_PER_CLAIM = 20;

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
      notBefore: now,
      sealed: sealEvent(cipher, { address, payload: event.payload }),
      failure: null,
      expiresAt: worked ? null : new Date(now.getTime() + RETENTION_MS.inbox),
    };
  };

  return {
    store: async (channel, events) => {
      const documents = events.map((event) => toDocument(channel, event));
      const repeated = await insertNew(collection, documents);
      const lanes = documents
        .filter((document) => document.status === 'waiting')
        .map((document) => document.lane);
      return {
        lanes: [...new Set(lanes.filter((lane) => lane !== null))],
        stored: documents.length - repeated,
        repeated,
      };
    },
    ofLane: async (lane) => {
      const waiting = await collection
        .find({ lane, status: 'waiting' })
        .sort({ occurredAt: 1, _id: 1 })
        .limit(EVENTS_PER_CLAIM)
        .toArray();
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

/** Inserts what is new and says how many were known already. One event is one plain insert. */
async function insertNew(collection: Collection<InboxDocument>, documents: InboxDocument[]): Promise<number> {
  const [only] = documents;
  if (only === undefined) return 0;
  try {
    if (documents.length === 1) await collection.insertOne(only);
    else await collection.insertMany(documents, { ordered: false });
    return 0;
  } catch (error) {
    if (error instanceof MongoBulkWriteError) {
      const faults = [error.writeErrors].flat();
      if (faults.every((fault) => fault.code === DUPLICATE_KEY)) return faults.length;
    } else if (error instanceof MongoServerError && error.code === DUPLICATE_KEY) {
      return 1;
    }
    throw error;
  }
}
