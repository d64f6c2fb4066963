import type { Collection } from 'mongodb';
import type { SendOutcome } from '../../adapters/channel.ts';
import type { ConversationDocument, OutboxDocument } from './documents.ts';
import { keepTrying } from '../keep-trying.ts';
import { nudgeChangeAfter } from './nudge-rules.ts';
import { SEND_LEASE_MS } from './outbox.ts';
import { openMessage } from './sealing.ts';
import type { SendRow, SendRowDependencies } from './send-row.ts';

const RECORD_WITHIN_MS = SEND_LEASE_MS / 2;

type Nudge = NonNullable<OutboxDocument['nudge']>;

/** Outcomes that staff must act on: the balance, the quota, the permission or the template. */
const ALARMING: ReadonlySet<string> = new Set(['channel-down', 'refused']);

/** Sends the rows that are nudges, and leaves all others to `sendRow`. */
export function createSendNudge(
  dependencies: Pick<
    SendRowDependencies,
    'outbox' | 'channels' | 'cipher' | 'clock' | 'log' | 'metrics' | 'thread'
  > & {
    readonly conversations: Collection<ConversationDocument>;
  },
  sendRow: SendRow,
): SendRow {
  const { outbox, conversations, channels, cipher, clock, log, metrics, thread } = dependencies;

  /** Null when the resident wrote since: there is nothing left to tell. */
  const attempt = async (row: OutboxDocument, { lane }: Nudge): Promise<SendOutcome | null> => {
    // a process died over it, and may have sent it
    if (row.status === 'unknown') return { kind: 'unknown', code: row.failure ?? 'died' };
    const conversation = await conversations.findOne({ _id: lane });
    const actedAt = conversation?.lastUserActionAt?.getTime() ?? 0;
    if (actedAt > (row.userActedAt?.getTime() ?? 0)) return null;
    const { address } = openMessage(cipher, row.sealed);
    const outcome = channels.get(row.channel)?.nudge?.(address.userId);
    return outcome ?? { kind: 'refused', code: 'not-configured' };
  };

  const tell = (row: OutboxDocument, outcome: SendOutcome): void => {
    const { channel, _id: outboxId } = row;
    metrics.sends.inc({ channel, outcome: outcome.kind });
    if (outcome.kind === 'sent') return;
    log.warn('nudge not sent', { channel, outboxId, kind: outcome.kind, code: outcome.code });
    if (!ALARMING.has(outcome.kind)) return;
    const name = `nudge ${outcome.code}`;
    metrics.events.inc({ channel, kind: 'alarm', name });
    log.error('platform alarm', { channel, name });
  };

  const send = async (row: OutboxDocument, nudge: Nudge) => {
    const outcome = await attempt(row, nudge);
    const { row: change, result } = nudgeChangeAfter(row, outcome, clock());
    await keepTrying(() => outbox.record(row._id, change), RECORD_WITHIN_MS);
    if (outcome !== null) tell(row, outcome);
    const { report } = nudge;
    if (result === 'sent' && report !== null) await keepTrying(() => thread.nudged(report), RECORD_WITHIN_MS);
    // the next news may try again
    if (result === 'over')
      await keepTrying(
        () =>
          conversations.updateOne({ _id: nudge.lane, nudgedAt: row.createdAt }, { $unset: { nudgedAt: '' } }),
        RECORD_WITHIN_MS,
      );
    return { row: change, goOn: result !== 'later' };
  };

  return async (row) => (row.nudge === undefined ? sendRow(row) : send(row, row.nudge));
}
