import { describe, expect, it } from '@jest/globals';
import type { SendOutcome } from '../../../adapters/channel.ts';
import { repeat, roadsOfEachTest, said, type TestRoad } from '../../support/road.ts';
import { createToyChannel } from '../../support/toy-channel.ts';
import { until } from '../../support/until.ts';

const DAY_MS = 86_400_000;
const address = { channel: 'zalo', accountId: 'account', userId: 'u1' } as const;
describe('News for somebody whose window is closed', () => {
  const roads = roadsOfEachTest();
  let road: TestRoad;
  let now = new Date();

  /** A resident who wrote once and then was silent for eight days. */
  const open = async (canNudge = true): Promise<void> => {
    now = new Date();
    road = await roads.open(repeat, { toy: createToyChannel(canNudge), now: () => now });
    await road.receive(said('u1', 'chào', { occurredAt: now }));
    await until('the answer', () => road.toy.sent.length === 1);
    now = new Date(now.getTime() + 8 * DAY_MS);
    road.toy.windowIs = 'closed';
  };
  const tell = (text: string, author: 'officer' | 'system' = 'officer') =>
    road.road.transact((work) => {
      work.outbox.queue({ address, text, author, report: null });
      return Promise.resolve();
    });
  const rows = (status: 'held' | 'failed') => road.collections.outbox.countDocuments({ status });
  const held = (count: number) => until(`${count} held`, async () => (await rows('held')) === count);
  const answers = async (): Promise<void> => {
    road.toy.windowIs = 'open';
    await road.receive(said('u1', 'có tin gì vậy', { occurredAt: now }));
  };
  const fails = (outcome: SendOutcome) => road.toy.outcomes.push(outcome);

  it('they are told once that it waits, and get all of it when they answer', async () => {
    await open();
    await tell('một');
    await until('told', () => road.toy.nudged.length === 1);
    await tell('hai', 'system');
    now = new Date(now.getTime() + 3 * DAY_MS);
    await tell('ba');
    await held(3);
    expect(road.toy.nudged).toEqual(['u1']);
    await answers();
    await until('all of it', () => road.toy.sent.length === 5);
    expect(road.toy.sent.slice(1).map(({ text }) => text)).toEqual([
      'một',
      'hai',
      'ba',
      'nghe: có tin gì vậy',
    ]);
    expect(road.toy.nudged).toEqual(['u1']);
  });

  it('what waits is not in the nudge', async () => {
    await open();
    await tell('tài khoản 0123456789 đã bị khóa');
    await until('told', () => road.toy.nudged.length === 1);
    const nudge = await road.collections.outbox.findOne({ nudge: { $exists: true } });
    const words = await road.collections.outbox.findOne({ status: 'held' });
    expect(nudge?.sealed.length).toBeLessThan(words?.sealed.length ?? 0);
  });

  it('an answer of the bot that has to wait is no news', async () => {
    await open();
    await road.receive(said('u1', 'alo', { occurredAt: now }));
    await held(1);
    expect(await road.collections.outbox.countDocuments({ nudge: { $exists: true } })).toBe(0);
  });

  it('nobody is told over a channel that has no nudge', async () => {
    await open(false);
    await tell('một');
    await held(1);
    expect(await road.collections.outbox.countDocuments({ nudge: { $exists: true } })).toBe(0);
  });

  it('a nudge of which nobody knows whether it arrived is not repeated', async () => {
    await open();
    fails({ kind: 'unknown', code: 'timeout' });
    await tell('một');
    await until('given up', async () => (await rows('failed')) === 1);
    await tell('hai');
    await held(2);
    expect(road.toy.nudged).toEqual([]);
    expect(await rows('failed')).toBe(1);
  });

  it('a nudge that a process died over is not repeated', async () => {
    await open();
    fails({ kind: 'retry', afterMs: 3_600_000, code: '-133' });
    await tell('một');
    const nudge = { nudge: { $exists: true }, attempts: 1 };
    await until('put off', () => road.collections.outbox.findOne(nudge));
    await road.collections.outbox.updateOne(nudge, {
      $set: { status: 'unknown', failure: 'died', notBefore: now, leaseUntil: new Date(0), owner: null },
    });
    await until('given up', async () => (await rows('failed')) === 1);
    expect(road.toy.nudged).toEqual([]);
  });

  it('a refused nudge reached nobody: the next news tries again', async () => {
    await open();
    fails({ kind: 'refused', code: '-109' });
    await tell('một');
    await until('free again', async () => {
      const conversation = await road.collections.conversations.findOne({});
      return (await rows('failed')) === 1 && conversation?.nudgedAt === undefined;
    });
    await tell('hai');
    await until('told', () => road.toy.nudged.length === 1);
    await held(2);
  });

  it('one that waits for the morning keeps no answer waiting, and is dropped when they write', async () => {
    await open();
    fails({ kind: 'retry', afterMs: 1_000, code: '-133' });
    await tell('một');
    await held(1);
    await until('put off', () => road.collections.outbox.findOne({ nudge: { $exists: true }, attempts: 1 }));
    now = new Date(now.getTime() + 500);
    await answers();
    await until('all of it', () => road.toy.sent.length === 3);
    now = new Date(now.getTime() + 60_000);
    await until('dropped', async () => (await rows('failed')) === 1);
    expect(road.toy.nudged).toEqual([]);
  });
});
