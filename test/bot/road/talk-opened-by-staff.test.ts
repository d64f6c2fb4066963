import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TurnContext } from 'botbuilder-core';
import { turnInput } from '../../../dialogs/turn-input.ts';
import { requestHandover } from '../../../reports/handover.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { createTestRoad, said, type TestRoad } from '../../support/road.ts';
import { until } from '../../support/until.ts';

/** Answers whether a person is with the resident. */
const tellHandover = async (context: TurnContext): Promise<void> => {
  await context.sendActivity(turnInput(context).handover === null ? 'trợ lý' : 'cán bộ');
};

describe('a talk that staff opened', () => {
  let database: TestDatabase;
  let road: TestRoad;
  beforeAll(async () => {
    database = await openTestDatabase();
    road = await createTestRoad(database, tellHandover);
    await road.road.start();
  });
  afterAll(async () => {
    await road.road.stop();
    await database.close();
  });

  it('has the resident’s next message, and no other resident’s', async () => {
    const { toy, receive, collections } = road;
    await receive(said('u1', 'tôi vừa chuyển tiền'));
    await until('the first answer', () => toy.sent.length === 1);
    const conversation = await collections.conversations.findOne({});
    const residentKey = conversation?._id ?? '';
    await road.road.transact((work) => {
      const address = { channel: 'zalo', accountId: 'account', userId: 'u1' } as const;
      const request = { id: 'talk', address, residentKey, urgent: true, firstWords: null, now: new Date() };
      work.handovers.add(requestHandover(request));
      return Promise.resolve();
    });
    await receive(said('u1', 'alo'));
    await until('the second answer', () => toy.sent.length === 2);
    await receive(said('u2', 'alo'));
    await until('the third answer', () => toy.sent.length === 3);
    expect(toy.sent.map(({ userId, text }) => `${userId} ${text}`)).toEqual([
      'u1 trợ lý',
      'u1 cán bộ',
      'u2 trợ lý',
    ]);
  });
});
