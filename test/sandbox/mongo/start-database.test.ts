import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';

describe('the database of the tests', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it('gives back what was stored', async () => {
    const { insertedId } = await database.db.collection('notes').insertOne({ text: 'xin chào' });
    expect(await database.db.collection('notes').findOne({ _id: insertedId })).toMatchObject({
      text: 'xin chào',
    });
  });
});
