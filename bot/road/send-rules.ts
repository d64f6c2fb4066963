import type { SendOutcome } from '../../adapters/channel.ts';
import { FREE, type OutboxDocument } from './documents.ts';
import { failedChange, SEND_LEASE_MS, sentChange } from './outbox.ts';

/** Tries before a message steps aside for those behind it: about an hour with the pauses below. */
const MAX_TRIES = 10;
/** The echo of a message that was sent after all arrives within seconds; a minute is ample. */
const ECHO_WAIT_MS = 60_000;
/**
 * Tries after one whose outcome stayed unknown, each after twice the wait: a quarter of an hour of a silent platform.
 * What it did send comes back as an echo and ends this; a second copy is better than none.
 */
const MAX_SILENCES = 4;
const CHANNEL_DOWN_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 15 * 60_000;

export interface SendChange {
  readonly row: Partial<Omit<OutboxDocument, '_id'>>;
  /** Whether the next row of the lane may follow at once. */
  readonly goOn: boolean;
}

/**
 * What becomes of a row after an attempt. It ends as failed only where the platform said no; what it did not take, or gave
 * no answer to, after every try waits as if the window were closed: it is tried once more each time the resident writes.
 */
export function changeAfter(row: OutboxDocument, outcome: SendOutcome, now: Date): SendChange {
  switch (outcome.kind) {
    case 'sent':
      return { row: sentChange(now, outcome.platformMessageId), goOn: true };
    case 'window-closed':
      return aside(outcome.code, { heldBecause: 'window' });
    case 'unreachable':
    case 'refused':
      return { row: failedChange(now, outcome.code), goOn: true };
    case 'unknown':
      return afterSilence(row, outcome.code, now);
    case 'retry':
      if (row.attempts + 1 >= MAX_TRIES)
        return aside(outcome.code, { attempts: row.attempts + 1, heldBecause: 'tries' });
      return later(row, now, pauseMs(row.attempts, outcome.afterMs), { failure: outcome.code });
    case 'channel-down':
      // not the message's fault: it waits as long as the channel is down
      return later({ ...row, attempts: row.attempts - 1 }, now, CHANNEL_DOWN_PAUSE_MS, {
        failure: outcome.code,
      });
  }
}

/**
 * What becomes of a row that was to step aside when the resident acted after it was tried: it is tried once more, knowing
 * of that act. One whose outcome is unknown first waits for its echo.
 */
export function changeIfAnswered(
  row: OutboxDocument,
  {
    outcome,
    aside,
    userActedAt,
    now,
  }: {
    readonly outcome: SendOutcome;
    readonly aside: SendChange;
    readonly userActedAt: Date | null;
    readonly now: Date;
  },
): SendChange {
  const isUnknown = outcome.kind === 'unknown';
  return later(row, now, isUnknown ? ECHO_WAIT_MS : 0, {
    ...aside.row,
    status: isUnknown ? 'unknown' : 'waiting',
    owner: row.owner,
    userActedAt,
  });
}

function afterSilence(row: OutboxDocument, failure: string, now: Date): SendChange {
  const { silences = 0, resends } = row;
  const counted = { silences: silences + 1, resends: resends + 1 };
  if (silences >= MAX_SILENCES) return aside(failure, { ...counted, heldBecause: 'tries' });
  return later(row, now, ECHO_WAIT_MS * 2 ** silences, { status: 'unknown', failure, ...counted });
}

function aside(failure: string, change: SendChange['row']): SendChange {
  const row = { ...change, status: 'held', failure, owner: null, leaseUntil: FREE } as const;
  return { row, goOn: true };
}

function pauseMs(attempts: number, askedMs: number): number {
  return Math.min(LONGEST_PAUSE_MS, askedMs * 2 ** attempts);
}

function later(row: OutboxDocument, now: Date, afterMs: number, change: SendChange['row']): SendChange {
  const notBefore = new Date(now.getTime() + afterMs);
  return {
    row: {
      ...change,
      attempts: row.attempts + 1,
      notBefore,
      leaseUntil: new Date(notBefore.getTime() + SEND_LEASE_MS),
    },
    goOn: false,
  };
}
