import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TurnContext } from 'botbuilder-core';
import { turnInput } from '../../../dialogs/turn-input.ts';
import type { Handover } from '../../../reports/handover-ports.ts';
import { endHandover, requestHandover } from '../../../reports/handover.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { createTestRoad, said, type TestRoad } from '../../support/road.ts';
import { until } from '../../support/until.ts';

describe('a talk that staff opened', () => {
  let database: TestDatabase;
  let road: TestRoad;
  /** What happens while a turn runs, once. */
  let meanwhile: (() => Promise<void>) | null = null;

  /** Answers whether a person is with the resident. */
  const tellHandover = async (context: TurnContext): Promise<void> => {
    const happens = meanwhile;
    meanwhile = null;
    await happens?.();
    await context.sendActivity(turnInput(context).handover === null ? 'trợ lý' : 'cán bộ');
  };

  /** With the resident who wrote last. */
  const openTalk = async (id: string, userId: string) => {
    const newest = await road.collections.conversations.findOne({}, { sort: { lastUserActionAt: -1 } });
    const address = { channel: 'zalo', accountId: 'account', userId } as const;
    const residentKey = newest?._id ?? '';
    const talk = requestHandover({
      id,
      address,
      residentKey,
      urgent: true,
      firstWords: null,
      now: new Date(),
    });
    await road.road.transact((work) => {
      work.handovers.add(talk);
      return Promise.resolve();
    });
    return talk;
  };
  const endTalk = (talk: Handover) =>
    road.road.transact((work) => {
      const ended = endHandover(talk);
      if (ended.ok) work.handovers.save(ended.handover);
      return Promise.resolve();
    });
  const answersTo = (userId: string) =>
    road.toy.sent.filter((message) => message.userId === userId).map(({ text }) => text);
  const say = async (userId: string, text: string) => {
    const count = answersTo(userId).length;
    await road.receive(said(userId, text));
    await until(`the answer to ${text}`, () => answersTo(userId).length > count);
  };

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
    await say('u1', 'tôi vừa chuyển tiền');
    await openTalk('talk', 'u1');
    await say('u1', 'alo');
    await say('u2', 'alo');
    expect([answersTo('u1'), answersTo('u2')]).toEqual([['trợ lý', 'cán bộ'], ['trợ lý']]);
  });

  it('while a turn ran that had looked for an earlier one has that message and the next', async () => {
    await say('u3', 'một');
    await endTalk(await openTalk('ended', 'u3'));
    meanwhile = () => openTalk('opened-meanwhile', 'u3').then(() => undefined);
    await say('u3', 'hai');
    await say('u3', 'ba');
    expect(answersTo('u3')).toEqual(['trợ lý', 'cán bộ', 'cán bộ']);
  });

  it('has the resident’s next message also after the conversation was forgotten', async () => {
    await say('u4', 'một');
    await openTalk('long-open', 'u4');
    await road.collections.conversations.deleteMany({});
    await say('u4', 'hai');
    expect(answersTo('u4')).toEqual(['trợ lý', 'cán bộ']);
  });
});
