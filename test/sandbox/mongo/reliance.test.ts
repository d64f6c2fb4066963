import { afterAll, beforeAll, describe, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { checkReliance, relianceTable } from '../../../sandbox/mongo/reliance-table.ts';
import { testDatabaseUri } from '../../support/database.ts';

describe('the database does what the product relies on:', () => {
  let client: MongoClient;
  beforeAll(async () => {
    client = await MongoClient.connect(testDatabaseUri());
  });
  afterAll(() => client.close());

  it.each(relianceTable)('$what', async (row) => checkReliance(row, client), 120_000);
});
