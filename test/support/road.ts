import { randomBytes, randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach } from '@jest/globals';
import type { TurnContext } from 'botbuilder-core';
import type { Channel, InboundEvent } from '../../adapters/channel.ts';
import { ensureIndexes } from '../../adapters/mongo/ensure-indexes.ts';
import { createFieldCipher } from '../../adapters/mongo/field-cipher.ts';
import { createLog } from '../../bot/logging.ts';
import { createMetrics } from '../../bot/metrics.ts';
import { createRoad, type Road } from '../../bot/road/compose-road.ts';
import { roadCollections, roadIndexes, type RoadCollections } from '../../bot/road/documents.ts';
import { createLaneStorage, type LaneStorage } from '../../bot/road/lane-storage.ts';
import { createUuidV7 } from '../../bot/uuid-v7.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';
import { createToyChannel, type ToyChannel } from './toy-channel.ts';

export interface TestRoad {
  readonly road: Road;
  readonly toy: ToyChannel;
  readonly collections: RoadCollections;
  readonly storage: LaneStorage;
  /** Stores events as a webhook would, and wakes their lanes. */
  readonly receive: (...events: InboundEvent[]) => Promise<void>;
}

export interface TestRoadOptions {
  readonly toy?: ToyChannel;
  readonly now?: () => Date;
  /** The channel's credentials are gone from the configuration. */
  readonly isOff?: boolean;
}

/** What the test roads seal with. */
export const testCipher = createFieldCipher(randomBytes(32));

/** A road on the real database with a toy channel; `converse` is what the bot does in a turn. */
export async function createTestRoad(
  database: TestDatabase,
  converse: (context: TurnContext) => Promise<void>,
  options: TestRoadOptions = {},
): Promise<TestRoad> {
  await ensureIndexes(database.db, roadIndexes);
  const toy = options.toy ?? createToyChannel();
  const render: Channel['render'] = (activity) => toy.render(activity);
  const clock = options.now ?? (() => new Date());
  const storage = createLaneStorage();
  const road = createRoad({
    client: database.client,
    db: database.db,
    cipher: testCipher,
    channels: new Map(options.isOff === true ? [] : [['zalo', toy]]),
    wireForms: { zalo: render, messenger: render },
    storage,
    converse,
    calm: (state) => state,
    apology: 'Xin lỗi',
    intakeEvidence: () => Promise.resolve([]),
    clock,
    newId: createUuidV7(clock),
    processId: randomUUID(),
    log: createLog('error', new PassThrough().resume()),
    metrics: createMetrics(),
  });
  return {
    road,
    toy,
    collections: roadCollections(database.db),
    storage,
    receive: async (...events) => {
      const { lanes } = await road.inbox.store('zalo', events);
      for (const lane of lanes) road.wake(lane);
    },
  };
}

/** Gives each test of the file a database, and roads that run on it; both are gone after the test. */
export function roadsOfEachTest() {
  let database: TestDatabase;
  let roads: Road[];
  beforeEach(async () => {
    database = await openTestDatabase();
    roads = [];
  });
  afterEach(async () => {
    for (const road of roads) await road.stop();
    await database.close();
  });
  return {
    database: () => database,
    open: async (
      converse: (context: TurnContext) => Promise<void>,
      options: TestRoadOptions = {},
    ): Promise<TestRoad> => {
      const road = await createTestRoad(database, converse, options);
      roads.push(road.road);
      await road.road.start();
      return road;
    },
  };
}

/** What most test bots do in a turn. */
export async function repeat(context: TurnContext): Promise<void> {
  await context.sendActivity(`nghe: ${context.activity.text}`);
}

let made = 0;

/** What a resident wrote, as an event. */
export function said(userId: string, text: string, change: Partial<InboundEvent> = {}): InboundEvent {
  made += 1;
  return {
    kind: 'message',
    name: 'toy_text',
    key: `toy:${made}`,
    from: { accountId: 'account', userId },
    occurredAt: new Date(Date.now() + made),
    echo: null,
    payload: { text },
    ...change,
  };
}
