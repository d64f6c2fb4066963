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

/** A sender whose one message the platform took, and that cannot write this down. */
async function openSender(onTried: () => void) {
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
    sendRow: () => {
      onTried();
      return Promise.reject(new Error('The database was away when the platform had answered'));
    },
    clock,
    processId: 'me',
    log: createLog('error', process.stderr),
  });
  sender.start();
  sender.wake('lane');
  return { sender, row: () => collection.findOne({ _id: 'row' }) };
}

it('a message whose outcome could not be written down is in doubt: its next try is counted as a second one', async () => {
  const { sender, row } = await openSender(() => undefined);
  await until('the message is in doubt', async () => (await row())?.status === 'unknown');
  await sender.stop(1_000);
  expect(await row()).toMatchObject({ resends: 1, failure: 'died', owner: null });
});

it('a program that stops before the doubt is written down leaves the message as one of unknown outcome', async () => {
  let tries = 0;
  const { sender, row } = await openSender(() => (tries += 1));
  await until('it was tried', () => tries > 0);
  await sender.stop(10_000);
  expect(await row()).toMatchObject({ status: 'unknown', resends: 1 });
});
