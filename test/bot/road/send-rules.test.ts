import { describe, expect, it } from '@jest/globals';
import type { SendOutcome } from '../../../adapters/channel.ts';
import { changeAfter, changeIfAnswered } from '../../../bot/road/send-rules.ts';
import { outboxRow } from './outbox-row.ts';

const now = new Date('2026-11-22T08:00:00Z');
const row = outboxRow(now);

describe('What becomes of a message after an attempt', () => {
  it.each<[string, SendOutcome, string | undefined, boolean]>([
    ['sent', { kind: 'sent', platformMessageId: 'm1' }, 'sent', true],
    [
      'the window closed: held, and the next may be tried',
      { kind: 'window-closed', code: '-230' },
      'held',
      true,
    ],
    ['the resident blocked us: failed', { kind: 'unreachable', code: '551' }, 'failed', true],
    ['the platform refuses it: failed', { kind: 'refused', code: '-201' }, 'failed', true],
    ['surely not sent: again, in order', { kind: 'retry', afterMs: 1000, code: '-32' }, undefined, false],
    ['unknown: wait for the echo', { kind: 'unknown', code: 'timeout' }, 'unknown', false],
    ['the channel is down: wait', { kind: 'channel-down', code: '190' }, undefined, false],
  ])('%s', (_rule, outcome, status, goOn) => {
    const change = changeAfter(row, outcome, now);
    expect(change.row.status).toBe(status);
    expect(change.goOn).toBe(goOn);
  });

  it.each<SendOutcome>([
    { kind: 'sent', platformMessageId: 'm1' },
    { kind: 'unreachable', code: '551' },
    { kind: 'refused', code: '-201' },
  ])('what is over ($kind) is forgotten after thirty days', (outcome) => {
    const { expiresAt } = changeAfter(row, outcome, now).row;
    expect(expiresAt).toEqual(new Date('2026-12-22T08:00:00Z'));
  });

  it('a retry waits longer each time and steps aside in the end, not given up', () => {
    const outcome: SendOutcome = { kind: 'retry', afterMs: 1_000, code: '-32' };
    const pauses = [0, 1, 2, 3].map((attempts) => {
      const { row: changed } = changeAfter({ ...row, attempts }, outcome, now);
      return (changed.notBefore?.getTime() ?? 0) - now.getTime();
    });
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000]);
    expect(changeAfter({ ...row, attempts: 9 }, outcome, now)).toMatchObject({
      row: { status: 'held', attempts: 10 },
      goOn: true,
    });
  });

  it('a message of unknown outcome is sent again after ever longer waits, four times, then it waits for the resident', () => {
    const outcome: SendOutcome = { kind: 'unknown', code: 'timeout' };
    expect(changeAfter(row, outcome, now).row.resends).toBe(1);
    const waits = [0, 1, 2, 3].map((silences) => {
      const { notBefore } = changeAfter({ ...row, silences, resends: 9 }, outcome, now).row;
      return ((notBefore?.getTime() ?? 0) - now.getTime()) / 60_000;
    });
    expect(waits).toEqual([1, 2, 4, 8]);
    const last = changeAfter({ ...row, silences: 4, resends: 4 }, outcome, now);
    expect(last).toMatchObject({ row: { status: 'held', resends: 5 }, goOn: true });
    expect(changeAfter({ ...row, silences: 5, resends: 5 }, outcome, now).row.status).toBe('held');
  });

  it.each<[string, SendOutcome, string, number]>([
    ['at once after a no', { kind: 'window-closed', code: '-230' }, 'waiting', 0],
    ['after the wait for its echo where nobody knows', { kind: 'unknown', code: 'timeout' }, 'unknown', 1],
  ])('whoever acted meanwhile gets it tried once more, %s', (_when, outcome, status, minutes) => {
    const aside = changeAfter({ ...row, silences: 4 }, outcome, now);
    const userActedAt = new Date(now.getTime() + 1);
    const change = changeIfAnswered(row, { outcome, aside, userActedAt, now });
    const notBefore = new Date(now.getTime() + minutes * 60_000);
    expect(change).toMatchObject({ row: { status, owner: 'me', userActedAt, notBefore }, goOn: false });
  });

  it('a channel that is down uses up no tries', () => {
    const change = changeAfter({ ...row, attempts: 3 }, { kind: 'channel-down', code: '190' }, now);
    expect(change.row.attempts).toBe(3);
  });
});
