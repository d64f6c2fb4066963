import type { WebhookVerdict } from '../../adapters/channel.ts';
import type { ChannelName, Delivery } from '../../reports/report.ts';
import type { Log } from '../logging.ts';
import type { Metrics } from '../metrics.ts';
import type { Outbox } from './outbox.ts';

export type NotedEvents = (channel: ChannelName, verdict: WebhookVerdict) => Promise<void>;

/**
 * What needs no turn: our own messages coming back settle their outbox row, alarms reach the log and the counters.
 * Losing one of these to a crash costs nothing that the outbox does not recover by itself.
 */
export function createNotedEvents(options: {
  readonly outbox: Outbox;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly onDelivery: (report: { reportId: string; messageId: string }, delivery: Delivery) => Promise<void>;
}): NotedEvents {
  const { outbox, log, metrics, onDelivery } = options;
  return async (channel, verdict) => {
    if (!verdict.ok) return;
    for (const event of verdict.events) {
      metrics.events.inc({ channel, kind: event.kind });
      if (event.kind === 'alarm') log.error('platform alarm', { channel, name: event.name });
      const outboxId = event.echo?.outboxId ?? null;
      if (event.kind !== 'echo' || outboxId === null) continue;
      try {
        const row = await outbox.confirm(outboxId, event.echo?.platformMessageId ?? null);
        if (row !== null && row.status !== 'sent' && row.report !== null)
          await onDelivery(row.report, 'sent');
      } catch (error) {
        log.warn('echo not recorded', { channel, error });
      }
    }
  };
}
