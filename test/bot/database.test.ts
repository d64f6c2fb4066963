import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MongoServerError } from 'mongodb';
import { ensureIndexes } from '../../adapters/mongo/ensure-indexes.ts';
import { ConfigError } from '../../bot/config.ts';
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

describe('A database that cannot be opened', () => {
  const openAt = (uri: string) =>
    openDatabase(
      {
        mongodb: { uri, database: 'db' },
        embeddedDatabase: { kind: null, mongodBinary: null },
        dataDir: 'not-used',
      },
      () => undefined,
      { selectionMs: 100 },
    );

  it.each([
    'mongodb://user:s3cret',
    'mongodb://user:s3/cret@db',
    'mongodb://user:s3cret@db:99999',
    'mongodb://user:s3cret@db/?s3cret=yes',
  ])('%s: an address that cannot be read is a fault of the configuration, told without it', async (uri) => {
    const error: unknown = await openAt(uri).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ConfigError);
    expect(String(error)).toContain('MONGODB_URI');
    expect(String(error)).not.toContain('s3');
  });

  it('nobody there: is told of which database, and without the password', async () => {
    const error: unknown = await openAt('mongodb://user:s3cret@127.0.0.1:1').catch(
      (thrown: unknown) => thrown,
    );
    expect(String(error)).toMatch(/^Error: The database at MONGODB_URI cannot be opened: .*ECONNREFUSED/);
    expect(String(error)).not.toContain('s3cret');
  });
});
