import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ensureIndexes } from '../../adapters/mongo/ensure-indexes.ts';
import { createFieldCipher } from '../../adapters/mongo/field-cipher.ts';
import { createStaffRepository } from '../../adapters/mongo/staff-repository.ts';
import { firstAdministratorLink } from '../../bot/first-administrator.ts';
import { createUuidV7 } from '../../bot/uuid-v7.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
  await ensureIndexes(database.db);
});
afterAll(() => database.close());

it('programs that start at the same time give one link that holds, and none of them fails', async () => {
  const clock = () => new Date();
  const staff = createStaffRepository(database.db, createFieldCipher(randomBytes(32)));
  const link = () =>
    firstAdministratorLink({ staff, clock, newId: createUuidV7(clock), publicUrl: 'http://here' });
  for (let round = 0; round < 5; round += 1) {
    const links = await Promise.all(Array.from({ length: 6 }, link));
    expect(links.filter((one) => one !== null).length).toBeGreaterThanOrEqual(1);
    expect(await staff.list()).toHaveLength(1);
  }
});
