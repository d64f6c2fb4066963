import type { Channel, SendOutcome } from '../../adapters/channel.ts';
import type { ConversationDocument, OutboxDocument } from './documents.ts';
import { failedChange, SEND_LEASE_MS, sentChange } from './outbox.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** A spent balance or quota is somebody's to mend. */
const CHANNEL_DOWN_PAUSE_MS = HOUR_MS;
const LONGEST_BACKOFF_MS = 15 * 60_000;

/**
 * Whether a resident for whom news waits may be told so: once until they write again, at most once a day, and never over a
 * channel that has no nudge. Somebody who is no longer known, or never wrote, is not told.
 */
export function isNudgeDue(
  channel: Pick<Channel, 'nudge'> | undefined,
  conversation: Pick<ConversationDocument, 'lastUserActionAt' | 'nudgedAt'> | null,
  now: Date,
): boolean {
  if (channel?.nudge === undefined || conversation === null) return false;
  const { lastUserActionAt, nudgedAt } = conversation;
  if (lastUserActionAt === null) return false;
  if (nudgedAt === undefined) return true;
  return lastUserActionAt > nudgedAt && now.getTime() - nudgedAt.getTime() >= DAY_MS;
}

interface NudgeChange {
  readonly row: Partial<Omit<OutboxDocument, '_id'>>;
  /** over: surely nothing reached the resident, and it is not tried again. */
  readonly result: 'sent' | 'maybe' | 'later' | 'over';
}

/**
 * What becomes of a nudge after an attempt, or (null) when the resident wrote meanwhile. It carries nothing, so a second one
 * is worse than none: only what was surely not sent is tried again, for a day.
 */
export function nudgeChangeAfter(row: OutboxDocument, outcome: SendOutcome | null, now: Date): NudgeChange {
  const ended = (failure: string, result: 'maybe' | 'over'): NudgeChange => ({
    row: { ...failedChange(now, failure), owner: null },
    result,
  });
  switch (outcome?.kind) {
    case undefined:
      return ended('answered', 'over');
    case 'sent':
      return { row: sentChange(now, outcome.platformMessageId), result: 'sent' };
    case 'unknown':
    case 'unreachable':
      return ended(outcome.code, 'maybe');
    case 'refused':
    case 'window-closed':
      return ended(outcome.code, 'over');
    case 'channel-down':
    case 'retry': {
      if (now.getTime() - row.createdAt.getTime() >= DAY_MS) return ended(outcome.code, 'over');
      const pauseMs =
        outcome.kind === 'retry' ? retryPauseMs(row.attempts, outcome.afterMs) : CHANNEL_DOWN_PAUSE_MS;
      const notBefore = new Date(now.getTime() + pauseMs);
      const leaseUntil = new Date(notBefore.getTime() + SEND_LEASE_MS);
      const { code: failure } = outcome;
      return { row: { attempts: row.attempts + 1, notBefore, leaseUntil, failure }, result: 'later' };
    }
  }
}

function retryPauseMs(attempts: number, askedMs: number): number {
  return Math.max(askedMs, Math.min(LONGEST_BACKOFF_MS, askedMs * 2 ** attempts));
}
