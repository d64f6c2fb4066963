import { describe, expect, it } from '@jest/globals';
import type { TurnContext } from 'botbuilder-core';
import { ConversationState } from 'botbuilder-core';
import { repeat, roadsOfEachTest, said, type TestRoad } from '../../support/road.ts';
import { createToyChannel } from '../../support/toy-channel.ts';
import { until } from '../../support/until.ts';
import { turnInput } from '../../../dialogs/turn-input.ts';
import { requestHandover } from '../../../reports/handover.ts';

describe('The way of a message', () => {
  const { database, open } = roadsOfEachTest();

  it('a message is answered once, and its event ends as done', async () => {
    const { toy, receive, collections } = await open(repeat);
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
    const { toy, receive } = await open(repeat);
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
    const { toy, receive, collections } = await open(repeat);
    const event = said('u1', 'chào');
    await receive(event, event);
    await receive(event);
    await receive(said('u1', 'xong'));
    await until('both answers', () => toy.sent.length === 2);
    expect(toy.sent.map(({ text }) => text)).toEqual(['nghe: chào', 'nghe: xong']);
    expect(await collections.inbox.countDocuments()).toBe(2);
  });

  it('messages of one resident are worked in the order in which they were written', async () => {
    const { toy, receive } = await open(repeat);
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
      await repeat(context);
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
      await repeat(context);
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
    let road: TestRoad | undefined;
    const countTurns = async (context: TurnContext): Promise<void> => {
      if (road === undefined) throw new Error('The road is not open yet');
      const state = new ConversationState(road.storage);
      const count = state.createProperty<number>('count');
      const next = (await count.get(context, 0)) + 1;
      await count.set(context, next);
      await state.saveChanges(context);
      await context.sendActivity(`lần ${next}`);
    };
    const toy = createToyChannel();
    road = await open(countTurns, { toy });
    await road.receive(said('u1', 'a'), said('u1', 'b'));
    await until('two answers', () => toy.sent.length === 2);
    await road.road.stop();
    road = await open(countTurns, { toy });
    await road.receive(said('u1', 'c'));
    await until('the third answer', () => toy.sent.length === 3);
    expect(toy.sent.map(({ text }) => text)).toEqual(['lần 1', 'lần 2', 'lần 3']);
  });

  it('two processes share the work and no event is worked twice', async () => {
    const toy = createToyChannel();
    const one = await open(repeat, { toy });
    const two = await open(repeat, { toy });
    const events = Array.from({ length: 200 }, (_, index) => said(`u${index % 20}`, String(index)));
    for (const [index, event] of events.entries()) await (index % 2 === 0 ? one : two).receive(event);
    await until('all answers', () => toy.sent.length >= 200, 60_000);
    const texts = toy.sent.map(({ text }) => text).sort();
    expect(texts).toEqual(events.map((_, index) => `nghe: ${index}`).sort());
  }, 90_000);

  it('nothing a resident wrote, nor who they are, is readable in the database', async () => {
    const { toy, receive } = await open(repeat);
    await receive(said('user-4711', 'tôi tên Lê Thị Hoa, 0912345678'));
    await until('the answer', () => toy.sent.length === 1);
    const dump: string[] = [];
    for (const { name } of await database().db.listCollections().toArray())
      dump.push(JSON.stringify(await database().db.collection(name).find().toArray()));
    expect(dump.join()).not.toMatch(/user-4711|Thị Hoa|0912345678/);
  });

  it('outside the window messages are kept, and go out when the resident writes again', async () => {
    const { toy, receive, collections } = await open(repeat);
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
    const { toy, receive } = await open(repeat);
    toy.outcomes.push({ kind: 'retry', afterMs: 50, code: '-32' });
    await receive(said('u1', 'một'), said('u1', 'hai'));
    await until('both are sent', () => toy.sent.length === 2);
    expect(toy.sent.map(({ text }) => text)).toEqual(['nghe: một', 'nghe: hai']);
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
