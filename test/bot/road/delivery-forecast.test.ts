import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createConversations } from '../../../bot/road/conversations.ts';
import { FREE, roadCollections } from '../../../bot/road/documents.ts';
import { laneOf } from '../../../bot/road/sealing.ts';
import { createDeliveryForecast } from '../../../bot/road/resident-outbox.ts';
import type { Channel, Window } from '../../../adapters/channel.ts';
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

  const forecastIn = (window: Window, canNudge = false) => {
    const clock = () => new Date();
    const conversations = createConversations({
      collections: roadCollections(database.db),
      processId: 'p',
      clock,
    });
    const toy = createToyChannel('http://127.0.0.1:9', 1_000);
    const channel: Channel = { ...toy, window: () => window };
    if (!canNudge) delete channel.nudge;
    const channels = new Map([['zalo' as const, channel]]);
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

  it('where the channel has a nudge, what waits is told to those it knows, once', async () => {
    const { conversations } = roadCollections(database.db);
    expect(await forecastIn('closed', true).forecast(ADDRESS, 'officer')).toBe('held');
    const _id = laneOf(testCipher, ADDRESS);
    const known = { channel: 'zalo', owner: null, leaseUntil: FREE, fence: 1, sealed: null } as const;
    const rest = {
      lastUserActionAt: FREE,
      lastOrder: 0,
      handover: false,
      held: false,
      expiresAt: new Date(),
    };
    await conversations.insertOne({ _id, ...known, ...rest });
    expect(await forecastIn('closed', true).forecast(ADDRESS, 'officer')).toBe('nudge');
    expect(await forecastIn('officer-only', true).forecast(ADDRESS, 'officer')).toBe('now');
    expect(await forecastIn('officer-only', true).forecast(ADDRESS, 'system')).toBe('nudge');
    expect(await forecastIn('closed', false).forecast(ADDRESS, 'officer')).toBe('held');
    await conversations.updateOne({ _id }, { $set: { nudgedAt: new Date() } });
    expect(await forecastIn('closed', true).forecast(ADDRESS, 'officer')).toBe('held');
  });

  it('over a channel that is switched off nothing goes out, whoever writes, and that is said', async () => {
    const forecast = forecastIn('open');
    for (const author of ['officer', 'system'] as const)
      expect(await forecast.forecast({ ...ADDRESS, channel: 'messenger' }, author)).toBe('off');
  });
});
