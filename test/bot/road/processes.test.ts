import { spawn } from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MongoClient } from 'mongodb';
import { createLog } from '../../../bot/logging.ts';
import { roadCollections, type RoadCollections } from '../../../bot/road/documents.ts';
import { createProcesses, type Processes } from '../../../bot/road/processes.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createTestRoad, said, type TestRoad } from '../../support/road.ts';
import { until } from '../../support/until.ts';

const OTHER = '00000000-dead-4000-8000-000000000000';
const HOUR_MS = 3_600_000;

/** The number of a process of this machine that runs no more. */
async function endedPid(): Promise<number> {
  const child = spawn('true');
  await once(child, 'exit');
  return child.pid ?? 0;
}

describe('A process beside others', () => {
  let database: TestDatabase;
  let collections: RoadCollections;
  let watch = 0;
  const running: Processes[] = [];

  beforeEach(async () => {
    database = await openTestDatabase();
    collections = roadCollections(database.db);
    watch = 0;
  });
  afterEach(async () => {
    for (const processes of running.splice(0)) await processes.stop();
    await database.close();
  });

  const start = async (
    clock: () => Date,
    { collection, outbox } = { collection: collections.processes, outbox: collections.outbox },
  ): Promise<void> => {
    const processes = createProcesses({
      collection,
      outbox,
      processId: 'ours',
      clock,
      elapsedMs: () => watch,
      log: createLog('error', new PassThrough().resume()),
    });
    running.push(processes);
    await processes.start();
  };
  const isText = (value: unknown): value is string => typeof value === 'string';
  const beats = (beatAt: Date) =>
    collections.processes.updateOne(
      { _id: OTHER },
      { $set: { host: 'elsewhere', pid: 1, beatAt } },
      { upsert: true },
    );
  const isKnown = async () => (await collections.processes.findOne({ _id: OTHER })) !== null;

  const open = async (): Promise<TestRoad> => {
    const road = await createTestRoad(database, async (context) => {
      await context.sendActivity(`nghe: ${context.activity.text}`);
    });
    await road.road.start();
    return road;
  };
  /** A reply that a process wrote and may have sent before it died. */
  const strandedRow = async (dead: { host: string; pid: number }): Promise<string> => {
    const first = await open();
    first.toy.outcomes.push({ kind: 'retry', afterMs: HOUR_MS, code: 'busy' });
    await first.receive(said('u1', 'một'));
    const row = await until('a row', () => collections.outbox.findOne({ attempts: 1 }));
    await first.road.stop();
    const leaseUntil = new Date(Date.now() + HOUR_MS);
    const held = {
      owner: OTHER,
      status: 'waiting',
      attempts: 0,
      notBefore: new Date(0),
      leaseUntil,
    } as const;
    await collections.outbox.updateOne({ _id: row._id }, { $set: held });
    await collections.processes.insertOne({ _id: OTHER, ...dead, beatAt: new Date() });
    return row._id;
  };

  it('takes the conversations of one that died on this machine at once, not when their leases end', async () => {
    const { road, toy } = await createTestRoad(database, async (context) => {
      await context.sendActivity(`nghe: ${context.activity.text}`);
    });
    // stored, and nobody woken: the other process was to work it
    await road.inbox.store('zalo', [said('u1', 'một')]);
    const [event] = await collections.inbox.find().toArray();
    await collections.conversations.insertOne({
      _id: event?.lane ?? '',
      channel: 'zalo',
      owner: `${OTHER}/7`,
      leaseUntil: new Date(Date.now() + HOUR_MS),
      fence: 7,
      sealed: null,
      lastUserActionAt: null,
      lastOrder: 0,
      handover: false,
      held: false,
      expiresAt: new Date(Date.now() + HOUR_MS),
    });
    const pid = await endedPid();
    await collections.processes.insertOne({ _id: OTHER, host: os.hostname(), pid, beatAt: new Date() });
    await road.start();
    await until('the answer', () => toy.sent.length === 1);
    expect(await isKnown()).toBe(false);
    await road.stop();
  });

  it('sends what one that died may have sent already only after it waited for its echo, and counts it', async () => {
    const row = await strandedRow({ pid: await endedPid(), host: os.hostname() });
    const road = await open();
    await until('it is in doubt', () => collections.outbox.findOne({ status: 'unknown', owner: null }));
    expect(road.toy.sent).toEqual([]);
    await until('it is sent', () => collections.outbox.findOne({ _id: row, status: 'sent', resends: 1 }));
    expect(road.toy.sent).toHaveLength(1);
    await road.road.stop();
  });

  it('does not send again what one that died had sent, when its echo comes', async () => {
    await strandedRow({ pid: await endedPid(), host: os.hostname() });
    const road = await open();
    await until('it is in doubt', () => collections.outbox.findOne({ status: 'unknown', owner: null }));
    const echo = { kind: 'echo', payload: { text: 'nghe: một' }, occurredAt: new Date() } as const;
    const ids = { outboxId: null, platformMessageId: 'm1' };
    await road.road.noted('zalo', { ok: true, events: [said('u1', '', { ...echo, echo: ids })] });
    await until('it is settled', () =>
      collections.outbox.findOne({ status: 'sent', platformMessageId: 'm1' }),
    );
    expect(road.toy.sent).toEqual([]);
    await road.road.stop();
  });

  it('still sends what one that died left, when only an earlier message with the same words comes back', async () => {
    const row = await strandedRow({ pid: await endedPid(), host: os.hostname() });
    const stranded = await collections.outbox.findOne({ _id: row });
    if (stranded === null) throw new Error('There is no row');
    const earlier = {
      _id: 'earlier',
      status: 'sent',
      order: stranded.order - 1,
      platformMessageId: 'm0',
    } as const;
    await collections.outbox.insertOne({ ...stranded, ...earlier });
    const road = await open();
    await until('it is in doubt', () => collections.outbox.findOne({ status: 'unknown', owner: null }));
    const echo = { kind: 'echo', payload: { text: 'nghe: một' }, occurredAt: new Date() } as const;
    const ids = { outboxId: null, platformMessageId: 'm0' };
    await road.road.noted('zalo', { ok: true, events: [said('u1', '', { ...echo, echo: ids })] });
    await until('it is sent', () => collections.outbox.findOne({ _id: row, status: 'sent' }));
    expect(road.toy.sent).toHaveLength(1);
    await road.road.stop();
  });

  it('frees what one that died held without a look at the conversations, however many there are', async () => {
    const asked: string[] = [];
    const watched = await MongoClient.connect(database.uri, { monitorCommands: true });
    watched.on('commandStarted', ({ command }) => asked.push(...Object.values(command).filter(isText)));
    const { processes, outbox } = roadCollections(watched.db(database.name));
    const pid = await endedPid();
    await collections.processes.insertOne({ _id: OTHER, host: os.hostname(), pid, beatAt: new Date() });
    await start(() => new Date(), { collection: processes, outbox });
    expect(await isKnown()).toBe(false);
    expect(asked).toContain('outbox');
    expect(asked).not.toContain('conversations');
    await running.pop()?.stop();
    await watched.close();
  });

  it('takes one elsewhere for dead when its beat stood still for more than ten seconds of our own watch', async () => {
    await beats(new Date());
    let now = 0;
    const ourBeat = async () => (await collections.processes.findOne({ _id: 'ours' }))?.beatAt.getTime() ?? 0;
    await start(() => new Date((now += 1)));
    watch = 10_000;
    await until('we looked again', async () => (await ourBeat()) > 1);
    await until('and again', async () => (await ourBeat()) > 2);
    expect(await isKnown()).toBe(true);
    watch = 10_001;
    await until('it is taken for dead', async () => !(await isKnown()));
  });

  it.each([
    ['behind', -HOUR_MS],
    ['ahead', HOUR_MS],
  ])('does not take one for dead whose clock is an hour %s', async (_where, differenceMs) => {
    const now = new Date();
    await beats(new Date(now.getTime() + differenceMs));
    await start(() => now);
    expect(await isKnown()).toBe(true);
  });
});
