import { randomBytes } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ensureIndexes } from '../../../adapters/mongo/ensure-indexes.ts';
import { createEvidenceStore } from '../../../adapters/mongo/evidence-store.ts';
import { createEvidenceIntake, type MediaFetch } from '../../../bot/road/evidence-intake.ts';
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
  const fetchPhoto: MediaFetch = () =>
    Promise.resolve({ ok: true, bytes: randomBytes(1_000), mediaType: 'image/jpeg' });
  const intakeWithin = (residentBytesPerDay: number, fetchMedia = fetchPhoto) =>
    createEvidenceIntake({
      fetchMedia,
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

  it('is fetched four files at once, however many there are, and keeps its order', async () => {
    let underWay = 0;
    let most = 0;
    const intake = intakeWithin(100_000, async (url) => {
      most = Math.max(most, (underWay += 1));
      const fetched = await fetchPhoto(url);
      // the earlier ones take longer
      for (let turns = 20 - Number(url.split('/').at(-1)); turns > 0; turns -= 1) await setImmediate();
      underWay -= 1;
      return fetched;
    });
    const names = Array.from({ length: 15 }, (_, index) => String(index));
    const evidence = await intake('event', { attachments: names.map(photo) }, 'resident');
    expect(evidence.map(({ name, state }) => `${name} ${state}`)).toEqual(
      names.map((name) => `${name} stored`),
    );
    expect(most).toBe(4);
  });
});
