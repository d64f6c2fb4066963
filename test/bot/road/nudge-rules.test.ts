import { describe, expect, it } from '@jest/globals';
import type { SendOutcome } from '../../../adapters/channel.ts';
import { isNudgeDue, nudgeChangeAfter } from '../../../bot/road/nudge-rules.ts';
import { outboxRow } from './outbox-row.ts';

const HOUR_MS = 3_600_000;
const now = new Date('2026-11-22T08:00:00Z');
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * HOUR_MS);
const channel = { nudge: (): Promise<SendOutcome> => Promise.reject(new Error('Only asked about')) };

describe('Whether somebody is told that news waits', () => {
  it.each<[string, Date | null, Date | undefined, boolean]>([
    ['never told before', hoursAgo(200), undefined, true],
    ['told, and silent since', hoursAgo(200), hoursAgo(30), false],
    ['told, wrote, and told a day ago', hoursAgo(29), hoursAgo(30), true],
    ['told, wrote, but told within the day', hoursAgo(22), hoursAgo(23), false],
    ['never wrote', null, undefined, false],
    ['told, and never wrote', null, hoursAgo(30), false],
  ])('%s', (_who, lastUserActionAt, nudgedAt, isDue) => {
    const conversation = { lastUserActionAt, ...(nudgedAt === undefined ? {} : { nudgedAt }) };
    expect(isNudgeDue(channel, conversation, now)).toBe(isDue);
    expect(isNudgeDue({}, conversation, now)).toBe(false);
    expect(isNudgeDue(undefined, conversation, now)).toBe(false);
  });

  it('nobody who is no longer known', () => {
    expect(isNudgeDue(channel, null, now)).toBe(false);
  });
});

const row = outboxRow(now, { userActedAt: hoursAgo(200), nudge: { lane: 'lane', report: null } });

describe('What becomes of a nudge after an attempt', () => {
  it.each<[string, SendOutcome | null, string | undefined, string]>([
    ['sent', { kind: 'sent', platformMessageId: 'm' }, 'sent', 'sent'],
    ['outcome unknown: not repeated', { kind: 'unknown', code: 'timeout' }, 'failed', 'maybe'],
    ['the resident left: not repeated', { kind: 'unreachable', code: '-108' }, 'failed', 'maybe'],
    ['the template is refused', { kind: 'refused', code: '-109' }, 'failed', 'over'],
    ['the resident wrote meanwhile', null, 'failed', 'over'],
    ['at night: later', { kind: 'retry', afterMs: HOUR_MS / 2, code: '-133' }, undefined, 'later'],
    ['no balance: later', { kind: 'channel-down', code: '-115' }, undefined, 'later'],
  ])('%s', (_what, outcome, status, result) => {
    const change = nudgeChangeAfter(row, outcome, now);
    expect(change.row.status).toBe(status);
    expect(change.result).toBe(result);
  });

  it.each<[string, SendOutcome, readonly number[]]>([
    ['at night each half hour', { kind: 'retry', afterMs: HOUR_MS / 2, code: '-133' }, [30, 30, 30]],
    ['a platform that is away, ever later', { kind: 'retry', afterMs: 60_000, code: 'x' }, [1, 8, 15]],
    ['without balance each hour', { kind: 'channel-down', code: '-115' }, [60, 60, 60]],
  ])('%s, for a day', (_what, outcome, minutes) => {
    const pauses = [0, 3, 9].map((attempts) => {
      const { notBefore } = nudgeChangeAfter({ ...row, attempts }, outcome, now).row;
      return ((notBefore?.getTime() ?? 0) - now.getTime()) / 60_000;
    });
    expect(pauses).toEqual(minutes);
    const old = { ...row, createdAt: hoursAgo(24) };
    expect(nudgeChangeAfter(old, outcome, now)).toMatchObject({ row: { status: 'failed' }, result: 'over' });
  });
});
