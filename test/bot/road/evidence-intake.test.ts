import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ensureIndexes } from '../../../adapters/mongo/ensure-indexes.ts';
import { createEvidenceStore } from '../../../adapters/mongo/evidence-store.ts';
import { createEvidenceIntake } from '../../../bot/road/evidence-intake.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { testCipher } from '../../support/road.ts';

describe('What comes with one message', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase();
    await ensureIndexes(database.db);
  });
  afterEach(() => database.close());

  const photo = (name: string) => ({
    contentType: 'image/jpeg',
    contentUrl: `https://media.example/${name}`,
    name,
  });
  const intakeWithin = (residentBytesPerDay: number) =>
    createEvidenceIntake({
      fetchMedia: () => Promise.resolve({ ok: true, bytes: randomBytes(1_000), mediaType: 'image/jpeg' }),
      store: createEvidenceStore(database.db, testCipher, {
        quotaBytes: Number.POSITIVE_INFINITY,
        residentBytesPerDay,
        onFull: () => undefined,
      }),
      clock: () => new Date(),
    });

  it('is stored as far as the resident’s amount of the day goes, in order', async () => {
    const intake = intakeWithin(2_500);
    const attachments = ['một', 'hai', 'ba', 'bốn'].map(photo);
    const evidence = await intake('event', { attachments }, 'resident');
    expect(evidence.map(({ name, state, note }) => [name, state, note])).toEqual([
      ['một', 'stored', null],
      ['hai', 'stored', null],
      ['ba', 'failed', 'too-much-today'],
      ['bốn', 'failed', 'too-much-today'],
    ]);
  });
});
