import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TurnContext } from 'botbuilder-core';
import { createDeadLetters } from '../../../bot/road/dead-letters.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createTestRoad, said, type TestRoad } from '../../support/road.ts';
import { until } from '../../support/until.ts';

const RESIDENTS = 40;
const EACH = 30;

describe('What waited while nothing ran', () => {
  let database: TestDatabase;
  let road: TestRoad;
  let isPoisonous: boolean;

  const answer = async (context: TurnContext): Promise<void> => {
    if (isPoisonous && context.activity.text === 'độc') throw new TypeError('cannot be worked');
    await context.sendActivity(context.activity.text);
  };

  beforeEach(async () => {
    database = await openTestDatabase();
    isPoisonous = true;
    road = await createTestRoad(database, answer);
  });
  afterEach(async () => {
    await road.road.stop();
    await database.close();
  });

  it('is worked in order for each resident, and does not block those who write now', async () => {
    const { toy } = road;
    const waiting = Array.from({ length: RESIDENTS * EACH }, (_, index) =>
      said(`old-${index % RESIDENTS}`, String(Math.floor(index / RESIDENTS))),
    );
    await road.road.inbox.store('zalo', waiting);
    await road.road.start();
    await until('the backlog is begun', () => toy.sent.length > 0);
    await road.receive(said('fresh', 'mới'));
    await until('the new one is answered', () => toy.sent.some(({ userId }) => userId === 'fresh'));
    expect(toy.sent.length).toBeLessThan(waiting.length);
    await until('all are answered', () => toy.sent.length === waiting.length + 1, 120_000);
    const inOrder = Array.from({ length: EACH }, (_, index) => String(index));
    for (let resident = 0; resident < RESIDENTS; resident += 1) {
      const texts = toy.sent.filter(({ userId }) => userId === `old-${resident}`).map(({ text }) => text);
      expect(texts).toEqual(inOrder);
    }
  }, 150_000);

  it('an event that cannot be worked is listed without its words, and is answered when it is put back', async () => {
    const { toy, collections } = road;
    await road.road.start();
    await road.receive(said('u1', 'độc'), said('u1', 'sau'));
    await until('both answers', () => toy.sent.length === 2);
    const letters = createDeadLetters({
      collection: collections.inbox,
      clock: () => new Date(),
      wake: road.road.wake,
    });
    const [letter, ...others] = await letters.list(10);
    expect(others).toEqual([]);
    expect(letter).toMatchObject({ channel: 'zalo', kind: 'message', failure: 'TypeError' });
    expect(JSON.stringify(letter)).not.toContain('độc');
    isPoisonous = false;
    expect(await letters.replay(letter?.id ?? '')).toBe(true);
    await until('its answer', () => toy.sent.length === 3);
    expect(toy.sent.map(({ text }) => text)).toEqual(['Xin lỗi', 'sau', 'độc']);
    expect(await letters.replay(letter?.id ?? '')).toBe(false);
    expect(await letters.list(10)).toEqual([]);
  });
});
