import { randomUUID } from 'node:crypto';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import type { Channel } from '../../../adapters/channel.ts';
import { ensureIndexes } from '../../../adapters/mongo/ensure-indexes.ts';
import { createLog } from '../../../bot/logging.ts';
import { createMetrics } from '../../../bot/metrics.ts';
import { createOutbound, type Outbound } from '../../../bot/road/compose-outbound.ts';
import { createConversations } from '../../../bot/road/conversations.ts';
import { roadCollections, roadIndexes } from '../../../bot/road/documents.ts';
import { createOutbox } from '../../../bot/road/outbox.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { testCipher } from '../../support/road.ts';
import { createToyChannel, type ToyChannel } from '../../support/toy-channel.ts';
import { until } from '../../support/until.ts';

let database: TestDatabase;
let toy: ToyChannel;
let outbound: Outbound;
beforeEach(async () => {
  database = await openTestDatabase();
  await ensureIndexes(database.db, roadIndexes);
  toy = createToyChannel();
  const render: Channel['render'] = (activity) => toy.render(activity);
  const clock = () => new Date();
  const collections = roadCollections(database.db);
  const processId = randomUUID();
  const outbox = createOutbox({
    collection: collections.outbox,
    cipher: testCipher,
    clock,
    newId: randomUUID,
  });
  outbound = createOutbound({
    client: database.client,
    db: database.db,
    cipher: testCipher,
    channels: new Map([['zalo', toy]]),
    wireForms: { zalo: render, messenger: render },
    clock,
    processId,
    log: createLog('error', new PassThrough().resume()),
    metrics: createMetrics(),
    conversations: createConversations({ collections, processId, clock }),
    // nothing is found by looking: only what is woken goes out
    outbox: { ...outbox, abandonedLanes: () => Promise.resolve([]) },
  });
  outbound.sender.start();
});
afterEach(async () => {
  await outbound.sender.stop(4_000);
  await database.close();
});

const write = (userId: string, meanwhile: () => Promise<void> = () => Promise.resolve()) =>
  outbound.transact(async (work) => {
    const address = { channel: 'zalo', accountId: 'account', userId } as const;
    work.outbox.queue({ address, text: `gửi ${userId}`, author: 'system', report: null });
    await meanwhile();
  });

it('what an act of staff sends goes out at once, also where a colleague’s act was committed in the middle of it', async () => {
  await write('u1', async () => {
    await write('u2');
    await until('the colleague’s message', () => toy.sent.length === 1, 5_000);
  });
  await until('both messages', () => toy.sent.length === 2, 5_000);
  expect(toy.sent.map(({ text }) => text)).toEqual(['gửi u2', 'gửi u1']);
});
