import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertNew } from '../../../bot/road/insert-new.ts';
import { openDatabaseLine } from '../../support/database-line.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';

interface Doc {
  readonly _id: string;
}

describe('Inserting what is new', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it('says of each document whether it was new', async () => {
    const docs = database.db.collection<Doc>('docs');
    expect(await insertNew(docs, [{ _id: 'a' }])).toEqual([true]);
    expect(await insertNew(docs, [{ _id: 'b' }, { _id: 'a' }, { _id: 'c' }])).toEqual([true, false, true]);
    expect(await insertNew(docs, [{ _id: 'b' }])).toEqual([false]);
  });

  it.each([[['d']], [['d', 'e']]])('never takes %j for stored when the database went away', async (ids) => {
    const line = await openDatabaseLine(database.uri);
    const client = await line.connect();
    const docs = client.db(database.name).collection<Doc>('docs');
    await docs.findOne();
    line.cut();
    await expect(
      insertNew(
        docs,
        ids.map((_id) => ({ _id })),
      ),
    ).rejects.toThrow();
    await client.close();
    line.close();
  });
});
