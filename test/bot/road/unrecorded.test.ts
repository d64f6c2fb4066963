import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createFieldCipher } from '../../../adapters/mongo/field-cipher.ts';
import { roadCollections } from '../../../bot/road/documents.ts';
import { createOutbox } from '../../../bot/road/outbox.ts';
import { createSender } from '../../../bot/road/sender.ts';
import { createLog } from '../../../bot/logging.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { until } from '../../support/until.ts';
import { outboxRow } from './outbox-row.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

it('a message whose outcome could not be written down is in doubt: its next try is counted as a second one', async () => {
  const collection = roadCollections(database.db).outbox;
  const clock = (): Date => new Date();
  const outbox = createOutbox({
    collection,
    cipher: createFieldCipher(randomBytes(32)),
    clock,
    newId: () => 'none',
  });
  await collection.insertOne(outboxRow(clock(), { leaseUntil: new Date(Date.now() + 100_000) }));
  const sender = createSender({
    outbox,
    sendRow: () => Promise.reject(new Error('The database was away when the platform had answered')),
    clock,
    processId: 'me',
    log: createLog('error', process.stderr),
  });
  sender.start();
  sender.wake('lane');
  await until(
    'the message is in doubt',
    async () => (await collection.findOne({ _id: 'row' }))?.status === 'unknown',
  );
  await sender.stop(1_000);
  expect(await collection.findOne({ _id: 'row' })).toMatchObject({
    resends: 1,
    failure: 'died',
    owner: null,
  });
});
