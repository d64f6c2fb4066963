import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MongoClient } from 'mongodb';
import { openDatabaseLine, type DatabaseLine } from '../../support/database-line.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createTestRoad, repeat, said, type TestRoad } from '../../support/road.ts';
import { until } from '../../support/until.ts';

describe('A commit that hangs', () => {
  let database: TestDatabase;
  let line: DatabaseLine;
  let client: MongoClient;
  let road: TestRoad;
  beforeEach(async () => {
    database = await openTestDatabase();
    line = await openDatabaseLine(database.uri);
    client = await line.connect();
    road = await createTestRoad({ ...database, client, db: client.db(database.name) }, repeat);
    await road.road.start();
  });
  afterEach(async () => {
    line.breakHeld();
    await road.road.stop();
    await client.close();
    line.close();
    await database.close();
  });

  const wordsTo = (userId: string): string[] =>
    road.toy.sent.filter((message) => message.userId === userId).map(({ text }) => text);

  it.each(['held on its way', 'done, but its answer does not come'])(
    'that is %s holds up nobody else, and is worked once when its outcome is known',
    async (how) => {
      if (how === 'held on its way') line.hold('commitTransaction');
      else line.holdAnswerTo('commitTransaction');
      await road.receive(said('u1', 'một'));
      await line.held;
      await road.receive(said('u1', 'hai'), said('u2', 'chào'));
      await until('the other is answered', () => wordsTo('u2').length > 0);
      expect(wordsTo('u1')).toEqual([]);
      line.breakHeld();
      await until('both are answered', () => wordsTo('u1').length > 1);
      expect(wordsTo('u1')).toEqual(['nghe: một', 'nghe: hai']);
      await until(
        'all is marked',
        async () => (await road.collections.outbox.countDocuments({ status: 'sent' })) === 3,
      );
      expect(await road.collections.inbox.countDocuments({ status: 'done' })).toBe(3);
    },
  );
});
