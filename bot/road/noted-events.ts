import type { Channel, InboundEvent, WebhookVerdict } from '../../adapters/channel.ts';
import type { ChannelName } from '../../reports/report.ts';
import type { Log } from '../logging.ts';
import type { Metrics } from '../metrics.ts';
import type { ChannelCalls } from './channel-calls.ts';
import { createLookAgain } from './look-again.ts';
import { createSettleEcho, createSettleReceipt, type SettleDependencies } from './settle-noted.ts';

/** Twice what both platforms document: a counter for each name must not grow without end. */
const MAX_NAMES = 200;

export interface NotedEvents {
  readonly take: (channel: ChannelName, verdict: WebhookVerdict) => Promise<void>;
  stop(): void;
}

/**
 * What needs no turn: our own messages coming back settle their outbox row, receipts reach the report's thread, alarms
 * the log and the counters. Losing one of these to a crash costs nothing that the outbox does not recover by itself.
 */
export function createNotedEvents(
  options: SettleDependencies & {
    readonly channels: ReadonlyMap<ChannelName, Channel>;
    readonly calls: Pick<ChannelCalls, 'note'>;
    readonly log: Log;
    readonly metrics: Metrics;
  },
): NotedEvents {
  const { channels, calls, log, metrics } = options;
  const settleEcho = createSettleEcho(options);
  const settleReceipt = createSettleReceipt(options);
  const lookAgain = createLookAgain((error) => {
    log.warn('noted event not recorded', { error });
  });

  const names = new Set<string>();
  const counted = (name: string): string => {
    if (names.size < MAX_NAMES) names.add(name);
    return names.has(name) ? name : 'other';
  };

  const settle = async (channel: Channel, event: InboundEvent): Promise<void> => {
    if (event.kind === 'echo') await lookAgain.look(() => settleEcho(channel, event));
    if (event.kind === 'receipt') await lookAgain.look(() => settleReceipt(channel, event));
  };

  return {
    take: async (name, verdict) => {
      const channel = channels.get(name);
      if (!verdict.ok || channel === undefined) return;
      try {
        await calls.note(name);
      } catch (error) {
        log.warn('call of a channel not noted', { channel: name, error });
      }
      for (const event of verdict.events) {
        metrics.events.inc({ channel: name, kind: event.kind, name: counted(event.name) });
        if (event.kind === 'alarm') log.error('platform alarm', { channel: name, name: event.name });
        try {
          await settle(channel, event);
        } catch (error) {
          log.warn('noted event not recorded', { channel: name, kind: event.kind, error });
        }
      }
    },
    stop: () => {
      lookAgain.stop();
    },
  };
}
