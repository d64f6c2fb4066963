import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createChannels } from '../../bot/compose-channels.ts';
import { readConfig } from '../../bot/config.ts';
import { CHANNEL_NAMES } from '../../reports/report.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { testCipher } from '../support/road.ts';

const CREDENTIALS = {
  ZALO_APP_ID: '1',
  ZALO_APP_SECRET: 's',
  ZALO_OA_ID: '2',
  ZALO_OA_SECRET_KEY: 'k',
  ZALO_ACCESS_TOKEN: 't',
  MESSENGER_PAGE_ID: '3',
  MESSENGER_APP_SECRET: 's',
  MESSENGER_VERIFY_TOKEN: 'v',
  MESSENGER_PAGE_ACCESS_TOKEN: 't',
};

describe('A channel without credentials', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  const channelsOf = (environment: Record<string, string>) =>
    createChannels({
      config: readConfig(environment),
      db: database.db,
      cipher: testCipher,
      clock: () => new Date(),
    });

  it.each(CHANNEL_NAMES)('keeps words as %s will take them when it is there again', (name) => {
    const off = channelsOf({});
    expect(off.byName.has(name)).toBe(false);
    const activity = { type: 'message', text: 'Anh chị cho biết giờ chuyển tiền? '.repeat(100) };
    const words = off.wireForms[name](activity);
    expect(words.length).toBeGreaterThan(1);
    expect(words).toEqual(channelsOf(CREDENTIALS).byName.get(name)?.render(activity));
  });
});
