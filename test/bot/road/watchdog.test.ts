import { PassThrough } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { SUBSCRIBED_FIELDS } from '../../../adapters/messenger/index.ts';
import { createLog } from '../../../bot/logging.ts';
import { createMetrics } from '../../../bot/metrics.ts';
import { roadCollections } from '../../../bot/road/documents.ts';
import { alarmAfterMs } from '../../../bot/road/usual-silence.ts';
import { createChannelCalls } from '../../../bot/road/channel-calls.ts';
import { createWatchdog } from '../../../bot/road/watchdog.ts';
import type { ChannelName } from '../../../reports/report.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createTestRoad, said } from '../../support/road.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NOON = Date.UTC(2026, 10, 22, 5);

/** Calls every `everyMs` of the last days, but none between `from` and `to` hours after noon. */
function calls(days: number, everyMs: number, [from, to]: readonly [number, number]): number[] {
  const times: number[] = [];
  for (let at = NOON - days * DAY; at <= NOON; at += everyMs) {
    const hour = ((at - NOON) / HOUR + days * 24) % 24;
    if (hour <= from || hour >= to) times.push(at);
  }
  return times;
}

describe('How long a silence is usual', () => {
  it.each<[string, number[], number, number | null]>([
    ['every ten minutes: an hour', calls(7, HOUR / 6, [25, 26]), NOON, HOUR],
    ['every two hours: six', calls(7, 2 * HOUR, [25, 26]), NOON + 1, 6 * HOUR],
    ['at night as long as nights are', calls(7, HOUR / 6, [10, 18]), NOON - 10 * HOUR, 24 * HOUR],
    ['unknown in the first days', calls(2, HOUR, [25, 26]), NOON, null],
    ['unknown without any call', [], NOON, null],
  ])('%s', (_name, times, now, alarm) => {
    expect(alarmAfterMs(times, now)).toBe(alarm);
  });
});

interface Opened {
  readonly channel: ChannelName;
  readonly subscribed: { readonly ok: true } | { readonly ok: false; readonly code: string };
}

describe('The watchdog', () => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase();
  });
  afterEach(() => database.close());

  const open = (
    now: () => number,
    fields: readonly string[] | null,
    { channel = 'zalo', subscribed = { ok: true } }: Partial<Opened> = {},
  ) => {
    const asked: string[] = [];
    const renewed: string[] = [];
    const watchdog = createWatchdog({
      calls: createChannelCalls(roadCollections(database.db).channelCalls, () => new Date(now())),
      channels: new Set([channel]),
      page: {
        subscriptions: () => Promise.resolve(fields),
        subscribe: () => {
          asked.push('subscribe');
          return Promise.resolve(subscribed);
        },
      },
      tokens: {
        current: () => {
          renewed.push('token');
          return Promise.resolve({ kind: 'ready', accessToken: 'a' });
        },
      },
      clock: () => new Date(now()),
      log: createLog('error', new PassThrough().resume()),
      metrics: createMetrics(),
    });
    return { watchdog, asked, renewed };
  };

  it('notes a channel that fell silent, and that it speaks again', async () => {
    let now = NOON - 7 * DAY;
    const { road } = await createTestRoad(database, () => Promise.resolve(), { now: () => new Date(now) });
    const called = () => road.noted('zalo', { ok: true, events: [said('u1', 'chào')] });
    for (; now <= NOON; now += 4 * HOUR) await called();
    const { watchdog } = open(() => now, SUBSCRIBED_FIELDS);
    await watchdog.look();
    expect(watchdog.noteOf('zalo')).toBeNull();
    now = NOON + 14 * HOUR;
    await watchdog.look();
    expect(watchdog.noteOf('zalo')).toMatch(/đã 14 giờ/);
    await called();
    await watchdog.look();
    expect(watchdog.noteOf('zalo')).toBeNull();
  });

  it.each<[string, readonly string[] | null, string[], RegExp | null]>([
    ['everything subscribed: leaves it', SUBSCRIBED_FIELDS, [], null],
    ['unsubscribed: subscribes again', [], ['subscribe'], null],
    ['no answer: tells staff', null, [], /Meta không trả lời/],
  ])('%s', async (_name, fields, asked, note) => {
    const opened = open(() => NOON, fields);
    await opened.watchdog.look();
    expect(opened.asked).toEqual(asked);
    // a token that nobody uses dies all the same: each look keeps it alive
    expect(opened.renewed).toEqual(['token']);
    if (note === null) expect(opened.watchdog.noteOf('messenger')).toBeNull();
    else expect(opened.watchdog.noteOf('messenger')).toMatch(note);
  });

  it('tells of a Page that fell silent also why', async () => {
    let now = NOON - 7 * DAY;
    const calls = createChannelCalls(roadCollections(database.db).channelCalls, () => new Date(now));
    for (; now <= NOON; now += 4 * HOUR) await calls.note('messenger');
    now = NOON + 14 * HOUR;
    const { watchdog } = open(() => now, [], {
      channel: 'messenger',
      subscribed: { ok: false, code: '200' },
    });
    await watchdog.look();
    expect(watchdog.noteOf('messenger')).toMatch(/đã 14 giờ.* Trang không còn gửi sự kiện/);
  });

  it('reads a week of calls that came every second: one for each ten minutes', async () => {
    const { channelCalls } = roadCollections(database.db);
    let now = NOON;
    const ofOneProcess = createChannelCalls(channelCalls, () => new Date(now));
    const ofAnother = createChannelCalls(channelCalls, () => new Date(now));
    for (; now < NOON + HOUR; now += 60_000) {
      await Promise.all([ofOneProcess.note('zalo'), ofAnother.note('zalo')]);
      await ofOneProcess.note('zalo');
    }
    const tens = Array.from({ length: 6 }, (_, at) => NOON + at * (HOUR / 6));
    expect(await ofAnother.recent('zalo')).toEqual(tens);
    expect(await ofAnother.recent('messenger')).toEqual([]);
  });
});
