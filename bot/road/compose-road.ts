import type { TurnContext } from 'botbuilder-core';
import type { Db, MongoClient } from 'mongodb';
import type { Channel } from '../../adapters/channel.ts';
import type { FieldCipher } from '../../adapters/mongo/field-cipher.ts';
import { createHandoverReader } from '../../adapters/mongo/handover-repository.ts';
import { createReportReader } from '../../adapters/mongo/report-repository.ts';
import { createSharedCommits } from '../../adapters/mongo/unit-of-work.ts';
import type { OnAlert } from '../../reports/duty-alert.ts';
import type { DeliveryForecast } from '../../reports/delivery-ports.ts';
import type { Clock, Transact } from '../../reports/ports.ts';
import type { ChannelName } from '../../reports/report.ts';
import type { Log } from '../logging.ts';
import type { Metrics } from '../metrics.ts';
import { atMost } from './at-most.ts';
import { createChannelCalls } from './channel-calls.ts';
import { createConversations } from './conversations.ts';
import { roadCollections } from './documents.ts';
import { createForgetting } from './forget.ts';
import type { EvidenceIntake } from './evidence-intake.ts';
import { createInbox, type Inbox } from './inbox.ts';
import type { LaneStorage } from './lane-storage.ts';
import { createLaneWorker } from './lane-worker.ts';
import { createNotedEvents, type NotedEvents } from './noted-events.ts';
import { createOutbox } from './outbox.ts';
import { createProcesses } from './processes.ts';
import { createRunEvent } from './outside-events.ts';
import { createOutbound } from './compose-outbound.ts';
import { createDeliveryForecast, type WireForms } from './resident-outbox.ts';
import { createTurnCommit } from './turn-commit.ts';
import { createTurnFailure } from './turn-failure.ts';
import { createRunTurn } from './turn.ts';

export interface RoadOptions {
  readonly client: MongoClient;
  readonly db: Db;
  readonly cipher: FieldCipher;
  /** Those that are configured: what is written over another waits in its wire form. */
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly wireForms: WireForms;
  readonly storage: LaneStorage;
  readonly converse: (context: TurnContext) => Promise<void>;
  /** Dialog state without what may have made a turn fail; drafts stay. */
  readonly calm: (state: string) => string;
  readonly apology: string;
  readonly intakeEvidence: EvidenceIntake;
  /** Tells the duty officer by other means than the console; where it is left out nobody else is told. */
  readonly onAlert?: OnAlert;
  readonly clock: Clock;
  readonly newId: () => string;
  /** Of this process: names its leases. */
  readonly processId: string;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** The way of a message, joined: what webhooks feed, what the console writes through, and its two workers. */
export interface Road {
  readonly inbox: Inbox;
  readonly noted: NotedEvents['take'];
  /** Acts of staff, committed with the messages they cause. */
  readonly transact: Transact;
  readonly forecast: DeliveryForecast;
  readonly wake: (lane: string) => void;
  /** Frees what dead processes held, then sets the workers going. */
  start(): Promise<void>;
  /** Finishes what runs, for at most eight seconds; whatever is left is handed back to the database. */
  stop(): Promise<void>;
}

const TURNS_END_WITHIN_MS = 4_000;
const SENDS_END_WITHIN_MS = 4_000;

export function createRoad(options: RoadOptions): Road {
  const { client, db, cipher, channels, clock, newId, processId, log, metrics } = options;
  const { storage, intakeEvidence, converse, onAlert = () => undefined } = options;
  const collections = roadCollections(db);
  const inbox = createInbox({ collection: collections.inbox, cipher, clock });
  const conversations = createConversations({ collections, processId, clock });
  const outbox = createOutbox({ collection: collections.outbox, cipher, clock, newId });
  const handovers = createHandoverReader(db, cipher);
  const createUnit = createSharedCommits(client, db);
  const commit = createTurnCommit({ outbox, clock, processId });

  const { sender, workOf, transact, thread } = createOutbound({ ...options, conversations, outbox });

  const runTurn = createRunTurn({
    channels,
    cipher,
    clock,
    storage,
    intakeEvidence,
    handovers,
    createUnit,
    createWork: workOf,
    commit,
    converse,
    onAlert,
  });
  const runEvent = createRunEvent({
    ...options,
    runTurn,
    handovers,
    reports: createReportReader(db, cipher),
    createUnit,
    createWork: workOf,
    commit,
  });
  const failure = createTurnFailure({
    inbox: collections.inbox,
    channels,
    cipher,
    clock,
    log,
    createUnit,
    commit,
    calm: options.calm,
    apology: options.apology,
  });
  const worker = createLaneWorker({
    inbox,
    conversations,
    runTurn: runEvent,
    failure,
    log,
    metrics,
    onMessages: (lane) => {
      sender.wake(lane);
    },
  });

  const processes = createProcesses({
    collection: collections.processes,
    outbox: collections.outbox,
    processId,
    clock,
    elapsedMs: () => performance.now(),
    log,
  });
  const forgetting = createForgetting({ collections, clock, log });

  const calls = createChannelCalls(collections.channelCalls, clock);
  const noted = createNotedEvents({ calls, outbox, cipher, channels, log, metrics, thread });

  return {
    inbox,
    noted: noted.take,
    transact,
    forecast: createDeliveryForecast({ conversations, channels, cipher }, clock),
    wake: (lane) => {
      worker.wake(lane);
    },
    start: async () => {
      await processes.start();
      worker.start();
      sender.start();
      forgetting.start();
    },
    stop: async () => {
      noted.stop();
      const forgot = atMost(TURNS_END_WITHIN_MS, forgetting.stop());
      await worker.stop(TURNS_END_WITHIN_MS);
      await sender.stop(SENDS_END_WITHIN_MS);
      await forgot;
      await processes.stop();
    },
  };
}
