import { SUBSCRIBED_FIELDS, type MessengerChannel } from '../../adapters/messenger/index.ts';
import type { ZaloChannel } from '../../adapters/zalo/index.ts';
import type { Clock } from '../../reports/ports.ts';
import type { ChannelName } from '../../reports/report.ts';
import type { Log } from '../logging.ts';
import type { Metrics } from '../metrics.ts';
import type { ChannelCalls } from './channel-calls.ts';
import { createPoller } from './poller.ts';
import { alarmAfterMs } from './usual-silence.ts';

const EVERY_MS = 15 * 60_000;

/** Notices a channel that fell silent: platforms switch webhooks off without a word. */
export interface Watchdog {
  start(): void;
  stop(): Promise<void>;
  /** What staff should know of the channel, in Vietnamese; null when nothing is wrong. */
  readonly noteOf: (channel: ChannelName) => string | null;
  /** One look at every channel; never rejects. */
  look(): Promise<void>;
}

export function createWatchdog(options: {
  readonly calls: Pick<ChannelCalls, 'recent'>;
  readonly channels: ReadonlySet<ChannelName>;
  /** Whose subscriptions are compared and repaired; null leaves them alone. */
  readonly page: Pick<MessengerChannel['page'], 'subscriptions' | 'subscribe'> | null;
  /** Whose tokens die unless they are renewed now and then, also where nobody writes for weeks. */
  readonly tokens: Pick<ZaloChannel['tokens'], 'current'> | null;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
}): Watchdog {
  const { calls, channels, page, tokens, clock, log, metrics } = options;
  const silent = new Map<ChannelName, string>();
  let subscriptionNote: string | null = null;

  const measure = async (channel: ChannelName): Promise<void> => {
    const now = clock().getTime();
    const calledAt = await calls.recent(channel);
    const last = calledAt.at(-1);
    const alarmAfter = alarmAfterMs(calledAt, now);
    const isSilent = last !== undefined && alarmAfter !== null && now - last > alarmAfter;
    metrics.channelSilent.set({ channel }, isSilent ? 1 : 0);
    if (!isSilent) {
      silent.delete(channel);
      return;
    }
    const hours = Math.floor((now - last) / 3_600_000);
    silent.set(
      channel,
      `Không nhận được tin nào đã ${hours} giờ, lâu bất thường so với các ngày trước. Hãy kiểm tra webhook của kênh.`,
    );
    log.error('channel fell silent', { channel, durationMs: now - last });
  };

  const compareSubscriptions = async (): Promise<void> => {
    const fields = await page?.subscriptions();
    if (page === null || fields === undefined) return;
    if (fields === null) {
      subscriptionNote = 'Meta không trả lời khi hỏi về đăng ký sự kiện của Trang.';
      return;
    }
    subscriptionNote = null;
    const missing = SUBSCRIBED_FIELDS.filter((field) => !fields.includes(field));
    if (missing.length === 0) return;
    const repaired = await page.subscribe();
    metrics.resubscribed.inc({ outcome: repaired.ok ? 'done' : 'refused' });
    log.error('page was unsubscribed', {
      channel: 'messenger',
      count: missing.length,
      ...(repaired.ok ? {} : { code: repaired.code }),
    });
    if (!repaired.ok)
      subscriptionNote = 'Trang không còn gửi sự kiện cho trợ lý, và Meta không cho đăng ký lại.';
  };

  const look = async (): Promise<void> => {
    try {
      for (const channel of channels) await measure(channel);
      await compareSubscriptions();
      await tokens?.current();
    } catch (error) {
      log.warn('channels not looked at', { error });
    }
  };
  const poller = createPoller({ everyMs: EVERY_MS, round: look });

  return {
    start: () => {
      poller.start();
    },
    stop: () => poller.stop(),
    noteOf: (channel) => {
      const notes = [silent.get(channel), channel === 'messenger' ? subscriptionNote : null];
      return notes.filter(Boolean).join(' ') || null;
    },
    look,
  };
}
