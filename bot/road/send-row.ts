import type { Channel, SendOutcome } from '../../adapters/channel.ts';
import type { Clock } from '../../reports/ports.ts';
import type { ChannelName } from '../../reports/report.ts';
import type { Log } from '../logging.ts';
import type { Metrics } from '../metrics.ts';
import type { Conversations } from './conversations.ts';
import type { OutboxDocument } from './documents.ts';
import { SEND_LEASE_MS, type Outbox } from './outbox.ts';
import { keepTrying } from '../keep-trying.ts';
import type { HoldRow } from './hold-row.ts';
import { changeAfter, type SendChange } from './send-rules.ts';
import { openMessage, type RoadCipher } from './sealing.ts';
import type { ThreadDelivery } from './thread-delivery.ts';

/** Half of the row's lease: nobody else sends it meanwhile. */
const RECORD_WITHIN_MS = SEND_LEASE_MS / 2;

export interface SendRowDependencies {
  readonly outbox: Outbox;
  readonly conversations: Conversations;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly cipher: RoadCipher;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly thread: ThreadDelivery;
  readonly holdRow: HoldRow;
}

/** Tries one row once and records what happened. */
export type SendRow = (row: OutboxDocument) => Promise<SendChange>;

export function createSendRow(dependencies: SendRowDependencies): SendRow {
  const { outbox, conversations, channels, cipher, clock, log, metrics, thread, holdRow } = dependencies;

  /** A reply to what was just said needs no look-up: its window was open when it was written. */
  const windowOf = async (row: OutboxDocument, channel: Channel) => {
    const then = channel.window(row.userActedAt, clock());
    if (then === 'open') return then;
    const conversation = await conversations.byLane(row.lane);
    return channel.window(conversation?.lastUserActionAt ?? null, clock());
  };

  const attempt = async (row: OutboxDocument): Promise<SendOutcome> => {
    const channel = channels.get(row.channel);
    if (channel === undefined) return { kind: 'channel-down', code: 'not-configured' };
    const { address, message } = openMessage(cipher, row.sealed);
    const window = await windowOf(row, channel);
    if (window === 'closed' || (window === 'officer-only' && row.author === 'bot'))
      return { kind: 'window-closed', code: 'window' };
    return channel.send({ userId: address.userId, message, outboxId: row._id, author: row.author, window });
  };

  const settle = async (row: OutboxDocument, outcome: SendOutcome, triedAt: Date): Promise<SendChange> => {
    const wished = changeAfter(row, outcome, clock());
    const isAside = wished.row.status === 'held';
    const change = isAside ? await keepTrying(() => holdRow(row, outcome, wished), RECORD_WITHIN_MS) : wished;
    if (change.row.status === 'held') return change;
    const record = outcome.kind === 'unknown' ? { ...change.row, triedAt } : change.row;
    // an answer that is forgotten is a message sent twice
    await keepTrying(() => outbox.record(row._id, record), RECORD_WITHIN_MS);
    return change;
  };

  return async (row) => {
    const triedAt = clock();
    const outcome = await attempt(row);
    const change = await settle(row, outcome, triedAt);
    metrics.sends.inc({ channel: row.channel, outcome: outcome.kind });
    if (outcome.kind !== 'sent')
      log.warn('message not sent', {
        channel: row.channel,
        outboxId: row._id,
        kind: outcome.kind,
        code: outcome.code,
      });
    if (row.report !== null && change.goOn) await keepTrying(() => thread.recorded(row), RECORD_WITHIN_MS);
    return change;
  };
}
