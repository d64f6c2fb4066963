import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { simulate } from './simulation.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';

const SIMULATION_MS = 300_000;

describe('a population of residents', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  it(
    'two of each habit, one on each channel, end with the report they told, and a restart loses nothing',
    async () => {
      const { client, db } = database;
      const result = await simulate({ client, db, residents: 22, atOnce: 22, start: 7 });
      expect(result.faults).toEqual([]);
      expect(result).toMatchObject({ residents: 22, correct: 22, lost: 0, restarts: 1, deadLetters: 0 });
      // how fast a machine reads them is no rule
      expect(result.receipts.sent).toBe(2);
      expect(result.medianMessages).toBeLessThanOrEqual(15);
    },
    SIMULATION_MS,
  );
});
