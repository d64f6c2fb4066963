import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConversations } from '../../../bot/road/conversations.ts';
import { roadCollections } from '../../../bot/road/documents.ts';
import { createDeliveryForecast } from '../../../bot/road/resident-outbox.ts';
import type { Window } from '../../../adapters/channel.ts';
import { createToyChannel } from '../../contracts/toy-channel.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { testCipher } from '../../support/road.ts';

const ADDRESS = { channel: 'zalo', accountId: 'account', userId: 'u' } as const;

describe('what the console says beforehand about a message', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  afterAll(() => database.close());

  const forecastIn = (window: Window) => {
    const clock = () => new Date();
    const conversations = createConversations({
      collection: roadCollections(database.db).conversations,
      processId: 'p',
      clock,
    });
    const channels = new Map([
      ['zalo' as const, { ...createToyChannel('http://127.0.0.1:9', 1_000), window: () => window }],
    ]);
    return createDeliveryForecast({ conversations, channels, cipher: testCipher }, clock);
  };

  it.each([
    ['open', 'now', 'now'],
    ['officer-only', 'now', 'held'],
    ['closed', 'held', 'held'],
  ] as const)(
    'in a window that is %s an officer\u2019s goes %s, the system\u2019s %s',
    async (window, officer, system) => {
      const forecast = forecastIn(window);
      expect(await forecast.forecast(ADDRESS, 'officer')).toBe(officer);
      expect(await forecast.forecast(ADDRESS, 'system')).toBe(system);
    },
  );

  it('over a channel that is not configured any more everything waits', async () => {
    const forecast = forecastIn('open');
    expect(await forecast.forecast({ ...ADDRESS, channel: 'messenger' }, 'officer')).toBe('held');
  });
});
