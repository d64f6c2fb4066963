import type { Db, MongoClient } from 'mongodb';
import type { Channel } from '../../adapters/channel.ts';
import type { FieldCipher } from '../../adapters/mongo/field-cipher.ts';
import { createReportReader } from '../../adapters/mongo/report-repository.ts';
import { createTransact, createWork } from '../../adapters/mongo/transact.ts';
import { createUnitOfWork, type UnitOfWork } from '../../adapters/mongo/unit-of-work.ts';
import type { ResidentOutbox } from '../../reports/delivery-ports.ts';
import type { Clock, Transact, Work } from '../../reports/ports.ts';
import type { ChannelName } from '../../reports/report.ts';
import type { Log } from '../logging.ts';
import type { Metrics } from '../metrics.ts';
import type { Conversations } from './conversations.ts';
import { roadCollections, type ConversationDocument } from './documents.ts';
import { createHoldRow } from './hold-row.ts';
import { createOfferNudge } from './offer-nudge.ts';
import type { Outbox } from './outbox.ts';
import { createResidentOutbox, type WireForms } from './resident-outbox.ts';
import { createSendNudge } from './send-nudge.ts';
import { createSendRow } from './send-row.ts';
import { laneOf } from './sealing.ts';
import { createSender, type Sender } from './sender.ts';
import { createThreadDelivery, type ThreadDelivery } from './thread-delivery.ts';

export interface OutboundOptions {
  readonly client: MongoClient;
  readonly db: Db;
  readonly cipher: FieldCipher;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly wireForms: WireForms;
  readonly clock: Clock;
  readonly processId: string;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly conversations: Conversations;
  readonly outbox: Outbox;
}

/** The way out: what stages messages to residents, and the sender that hands them to the platforms. */
export interface Outbound {
  readonly sender: Sender;
  /** What a turn may change, staged on its unit. */
  readonly workOf: (unit: UnitOfWork) => Work;
  /** Acts of staff, committed with the messages they cause. */
  readonly transact: Transact;
  readonly thread: ThreadDelivery;
}

/** A talk that staff opened: the conversation's next turn has to look for it, and one under way, which did not see it, begins anew. */
function pauseBot(unit: UnitOfWork, lane: string): void {
  unit.stage<ConversationDocument>('conversations', {
    updateOne: { filter: { _id: lane }, update: { $set: { handover: true }, $inc: { fence: 1 } } },
  });
}

export function createOutbound(options: OutboundOptions): Outbound {
  const { client, db, cipher, channels, wireForms, clock, processId, log, metrics, conversations, outbox } =
    options;
  const residentOutbox = (unit: UnitOfWork) =>
    createResidentOutbox({ outbox, conversations, wireForms, cipher }, unit);
  const workOf = (unit: UnitOfWork): Work => createWork(unit, { db, cipher, outbox: residentOutbox });
  const commitAct = createTransact({
    client,
    db,
    cipher,
    outbox: residentOutbox,
    onHandover: pauseBot,
  });
  const transact: Transact = async (act) => {
    // of this act alone: others may be committed in the middle of it
    const lanes = new Set<string>();
    const result = await commitAct((work) => {
      const queue: ResidentOutbox['queue'] = (message) => {
        lanes.add(laneOf(cipher, message.address));
        work.outbox.queue(message);
      };
      return act({ ...work, outbox: { queue } });
    });
    for (const lane of lanes) sender.wake(lane);
    return result;
  };

  const reports = createReportReader(db, cipher);
  const thread = createThreadDelivery({ outbox, reports, transact });

  const collections = roadCollections(db);
  const means = { outbox, channels, cipher, clock, log, metrics, thread };
  const offerNudge = createOfferNudge({
    collections,
    channels,
    cipher,
    clock,
    wake: (lane) => {
      sender.wake(lane);
    },
  });
  const sendMessage = createSendRow({
    ...means,
    conversations,
    holdRow: createHoldRow({
      conversations: collections.conversations,
      createUnit: () => createUnitOfWork(client, db),
      offerNudge,
      clock,
    }),
  });
  const sendRow = createSendNudge({ ...means, conversations: collections.conversations }, sendMessage);
  const sender = createSender({ outbox, sendRow, clock, processId, log });

  return { sender, workOf, transact, thread };
}
