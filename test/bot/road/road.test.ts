import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { TurnContext } from 'botbuilder-core';
import { ConversationState } from 'botbuilder-core';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';
import { createTestRoad, said, type TestRoad } from '../../support/road.ts';
import { createToyChannel } from '../../support/toy-channel.ts';
import { until } from '../../support/until.ts';
import { turnInput } from '../../../dialogs/turn-input.ts';
import { answerHandover, requestHandover } from '../../../reports/handover.ts';

const echo = async (context: TurnContext): Promise<void> => {
  await context.sendActivity(`nghe: ${context.activity.text}`);
};

describe('The way of a message', () => {
  let database: TestDatabase;
  let roads: TestRoad[];

  const open = async (
    ...args: Parameters<typeof createTestRoad> extends [unknown, ...infer Rest] ? Rest : never
  ) => {
    const road = await createTestRoad(database, ...args);
    roads.push(road);
    await road.road.start();
    return road;
  };

  beforeEach(async () => {
    database = await openTestDatabase();
    roads = [];
  });
  afterEach(async () => {
    for (const { road } of roads) await road.stop();
    await database.close();
  });

  it('a message is answered once, and its event ends as done', async () => {
    const { toy, receive, collections } = await open(echo);
    await receive(said('u1', 'chào'));
    await until('the answer', () => toy.sent.length === 1);
    expect(toy.sent).toMatchObject([{ userId: 'u1', text: 'nghe: chào' }]);
    await until(
      'the row is marked',
      async () => (await collections.outbox.countDocuments({ status: 'sent' })) === 1,
    );
    expect(await collections.inbox.countDocuments({ status: 'done' })).toBe(1);
  });

  it('an answer that comes late shows what it is to; one in time does not', async () => {
    const { toy, receive } = await open(echo);
    const long = new Date(Date.now() - 10 * 60_000);
    await receive(
      said('u1', 'sớm', { payload: { id: 'm-1', text: 'sớm' }, occurredAt: long }),
      said('u1', 'mới', { payload: { id: 'm-2', text: 'mới' } }),
    );
    await until('both answers', () => toy.sent.length === 2);
    expect(toy.sent.map(({ text, quoted }) => [text, quoted])).toEqual([
      ['nghe: sớm', 'm-1'],
      ['nghe: mới', ''],
    ]);
  });

  it('the same event delivered again is not acted on again', async () => {
    const { toy, receive, collections } = await open(echo);
    const event = said('u1', 'chào');
    await receive(event, event);
    await receive(event);
    await receive(said('u1', 'xong'));
    await until('both answers', () => toy.sent.length === 2);
    expect(toy.sent.map(({ text }) => text)).toEqual(['nghe: chào', 'nghe: xong']);
    expect(await collections.inbox.countDocuments()).toBe(2);
  });

  it('messages of one resident are worked in the order in which they were written', async () => {
    const { toy, receive } = await open(echo);
    const events = Array.from({ length: 30 }, (_, index) => said('u1', String(index)));
    await receive(...[...events].reverse());
    await until('all answers', () => toy.sent.length === 30);
    expect(toy.sent.map(({ text }) => text)).toEqual(events.map((_, index) => `nghe: ${index}`));
  });

  it('one slow conversation does not hold up another', async () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const { toy, receive } = await open(async (context) => {
      if (context.activity.text === 'chậm') await held;
      await echo(context);
    });
    await receive(said('slow', 'chậm'), said('fast', 'nhanh'));
    await until('the other is answered', () => toy.sent.some(({ userId }) => userId === 'fast'));
    expect(toy.sent.some(({ userId }) => userId === 'slow')).toBe(false);
    letGo();
    await until('the slow one too', () => toy.sent.length === 2);
  });

  it('a turn that fails leaves nothing behind and is tried again', async () => {
    let tries = 0;
    const { toy, receive } = await open(async (context) => {
      await context.sendActivity('nửa chừng');
      tries += 1;
      if (tries === 1) throw new Error('once');
    });
    await receive(said('u1', 'chào'));
    await until('the answer', () => toy.sent.length === 1);
    expect(tries).toBe(2);
    expect(toy.sent).toHaveLength(1);
  });

  it('an event that always fails becomes a dead letter with one apology, and the lane goes on', async () => {
    const { toy, receive, collections } = await open(async (context) => {
      if (context.activity.text === 'độc') throw new TypeError('always');
      await echo(context);
    });
    await receive(said('u1', 'độc'), said('u1', 'sau'));
    await until('both answers', () => toy.sent.length === 2);
    expect(toy.sent.map(({ text }) => text)).toEqual(['Xin lỗi', 'nghe: sau']);
    expect(await collections.inbox.findOne({ status: 'dead' })).toMatchObject({
      failure: 'TypeError',
      attempts: 3,
    });
  });

  it('dialog state is what the turn before it left', async () => {
    const counting = (road: () => TestRoad) => async (context: TurnContext) => {
      const state = new ConversationState(road().storage);
      const count = state.createProperty<number>('count');
      const next = (await count.get(context, 0)) + 1;
      await count.set(context, next);
      await state.saveChanges(context);
      await context.sendActivity(`lần ${next}`);
    };
    const first = await open(counting(() => roads[0]!));
    await first.receive(said('u1', 'a'), said('u1', 'b'));
    await until('two answers', () => first.toy.sent.length === 2);
    await first.road.stop();
    const second = await open(
      counting(() => roads[1]!),
      { toy: createToyChannel() },
    );
    await second.receive(said('u1', 'c'));
    await until('the third answer', () => second.toy.sent.length === 1);
    expect([...first.toy.sent, ...second.toy.sent].map(({ text }) => text)).toEqual([
      'lần 1',
      'lần 2',
      'lần 3',
    ]);
  });

  it('two processes share the work and no event is worked twice', async () => {
    const toy = createToyChannel();
    const one = await open(echo, { toy });
    const two = await open(echo, { toy });
    const events = Array.from({ length: 200 }, (_, index) => said(`u${index % 20}`, String(index)));
    for (const [index, event] of events.entries()) await (index % 2 === 0 ? one : two).receive(event);
    await until('all answers', () => toy.sent.length >= 200, 30_000);
    const texts = toy.sent.map(({ text }) => text).sort();
    expect(texts).toEqual(events.map((_, index) => `nghe: ${index}`).sort());
  });

  it('nothing a resident wrote, nor who they are, is readable in the database', async () => {
    const { toy, receive } = await open(echo);
    await receive(said('user-4711', 'tôi tên Lê Thị Hoa, 0912345678'));
    await until('the answer', () => toy.sent.length === 1);
    const dump: string[] = [];
    for (const { name } of await database.db.listCollections().toArray())
      dump.push(JSON.stringify(await database.db.collection(name).find().toArray()));
    expect(dump.join()).not.toMatch(/user-4711|Thị Hoa|0912345678/);
  });

  it('outside the window messages are kept, and go out when the resident writes again', async () => {
    const { toy, receive, collections } = await open(echo);
    toy.windowIs = 'closed';
    await receive(said('u1', 'một'));
    await until(
      'it is held',
      async () => (await collections.outbox.countDocuments({ status: 'held' })) === 1,
    );
    expect(toy.sent).toEqual([]);
    toy.windowIs = 'open';
    await receive(said('u1', 'hai'));
    await until('both are sent', () => toy.sent.length === 2);
    expect(toy.sent.map(({ text }) => text)).toEqual(['nghe: một', 'nghe: hai']);
  });

  it('a message the platform could not take yet is sent later, and those behind it wait', async () => {
    const { toy, receive } = await open(echo);
    toy.outcomes.push({ kind: 'retry', afterMs: 50, code: '-32' });
    await receive(said('u1', 'một'), said('u1', 'hai'));
    await until('both are sent', () => toy.sent.length === 2);
    expect(toy.sent.map(({ text }) => text)).toEqual(['nghe: một', 'nghe: hai']);
  });

  it('a person who answers in the platform’s own window pauses the bot', async () => {
    const seen: unknown[] = [];
    const { toy, receive } = await open(async (context) => {
      seen.push(turnInput(context).handover?.status ?? null);
      await echo(context);
    });
    await receive(said('u1', 'một'));
    await until('answered', () => toy.sent.length === 1);
    await receive(said('u1', '', { kind: 'takeover' }), said('u1', 'hai'));
    await until('the second turn', () => seen.length === 2);
    expect(seen).toEqual([null, 'open']);
  });

  it('the thread handed back ends that pause, but not a talk in which an officer has written', async () => {
    const seen: unknown[] = [];
    const { toy, receive } = await open(async (context) => {
      const { handover, work, now } = turnInput(context);
      seen.push(handover?.status ?? null);
      if (handover !== null && context.activity.text === 'cán bộ viết') {
        const change = answerHandover(handover, { text: 'Chào bạn', staffId: 's1', now });
        if (change.ok) work.handovers.save(change.handover);
      }
      await echo(context);
    });
    await receive(said('u1', '', { kind: 'takeover' }), said('u1', 'một'));
    await receive(said('u1', '', { kind: 'handback' }), said('u1', 'hai'));
    await receive(said('u1', '', { kind: 'takeover' }), said('u1', 'cán bộ viết'));
    await receive(said('u1', '', { kind: 'handback' }), said('u1', 'ba'));
    await until('all turns', () => toy.sent.length === 4);
    expect(seen).toEqual(['open', null, 'open', 'open']);
  });

  it('what a resident mends in a talk is told to the officer; otherwise an edit changes nothing', async () => {
    const seen: unknown[] = [];
    const { toy, receive } = await open(async (context) => {
      seen.push(turnInput(context).handover?.messages.map(({ text }) => text) ?? null);
      await echo(context);
    });
    await receive(said('u1', 'sửa', { kind: 'edit' }), said('u1', 'một'));
    await receive(said('u1', '', { kind: 'takeover' }), said('u1', 'số nhà 12', { kind: 'edit' }));
    await receive(said('u1', 'hai'));
    await until('both turns', () => toy.sent.length === 2);
    expect(seen).toEqual([null, ['(sửa lại tin trước) số nhà 12']]);
  });

  it('a reaction opens the window for what waited, and is not answered', async () => {
    const { toy, receive, collections } = await open(echo);
    toy.windowIs = 'closed';
    await receive(said('u1', 'một'));
    await until('held', async () => (await collections.outbox.countDocuments({ status: 'held' })) === 1);
    toy.windowIs = 'open';
    await receive(said('u1', '', { kind: 'presence' }));
    await until('it is sent', () => toy.sent.length === 1);
    expect(toy.sent.map(({ text }) => text)).toEqual(['nghe: một']);
  });

  it('changes that a turn stages are committed with it, and an open talk is known to the next turn', async () => {
    const seen: unknown[] = [];
    const { receive } = await open((context) => {
      const { work, handover, address, residentKey, now } = turnInput(context);
      seen.push(handover?.messages[0]?.text ?? null);
      if (handover === null)
        work.handovers.add(
          requestHandover({ id: 'h1', address, residentKey, urgent: false, firstWords: 'gặp cán bộ', now }),
        );
      return Promise.resolve();
    });
    await receive(said('u1', 'một'), said('u1', 'hai'));
    await until('both turns', () => seen.length === 2);
    expect(seen).toEqual([null, 'gặp cán bộ']);
  });
});
