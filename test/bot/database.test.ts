import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MongoServerError } from 'mongodb';
import { ensureIndexes } from '../../adapters/mongo/ensure-indexes.ts';
import { openDatabase, type OpenDatabase } from '../../bot/database.ts';
import { openDatabaseLine, type DatabaseLine } from '../support/database-line.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

describe('The open database', () => {
  let real: TestDatabase;
  let line: DatabaseLine;
  let database: OpenDatabase;
  beforeEach(async () => {
    real = await openTestDatabase();
    line = await openDatabaseLine(real.uri);
    database = await openDatabase(
      {
        mongodb: { uri: line.uri, database: real.name },
        embeddedDatabase: { kind: null, mongodBinary: null },
        dataDir: 'not-used',
      },
      () => undefined,
      { answerWithinMs: 200 },
    );
  });
  afterEach(async () => {
    await database.close();
    line.close();
    await real.close();
  });

  it('an index may take longer to build than any other call to be answered', async () => {
    line.holdAnswerTo('createIndexes');
    const building = database.patiently((db) => ensureIndexes(db));
    await line.held;
    // asked later, and given up on before the indexes are there
    line.hold('insert');
    await expect(database.db.collection('docs').insertOne({ held: true })).rejects.toThrow(/timed out/);
    line.letGo();
    await building;
    expect(await database.db.collection('reports').indexExists('code')).toBe(true);
  });

  it('work that may be done twice outlasts a database that goes away in the middle of it', async () => {
    line.loseAnswerTo('createIndexes');
    await database.patiently((db) => ensureIndexes(db));
    expect(await database.db.collection('reports').indexExists('code')).toBe(true);
  });

  it('an index that the database refuses is told at once', async () => {
    const reports = real.db.collection('reports');
    await reports.createIndexes([{ key: { code: 1 }, name: 'code' }]);
    await expect(database.patiently((db) => ensureIndexes(db))).rejects.toThrow(MongoServerError);
  });
});
