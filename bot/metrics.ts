import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Counters and times of the running program, in Prometheus' names and units (seconds). */
export function createMetrics() {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    webhookEvents: new Counter({
      name: 'webhook_events_total',
      help: 'Events of verified calls, by channel and whether they were new',
      labelNames: ['channel', 'outcome'] as const,
      registers,
    }),
    events: new Counter({
      name: 'events_total',
      help: 'Events by channel, what they mean to us and the platform’s own name',
      labelNames: ['channel', 'kind', 'name'] as const,
      registers,
    }),
    webhookRejected: new Counter({
      name: 'webhook_rejected_total',
      help: 'Webhook calls not taken, by channel and reason',
      labelNames: ['channel', 'reason'] as const,
      registers,
    }),
    lastWebhookSeconds: new Gauge({
      name: 'last_webhook_timestamp_seconds',
      help: 'When the channel last called, as unix time',
      labelNames: ['channel'] as const,
      registers,
    }),
    channelSilent: new Gauge({
      name: 'channel_silent',
      help: '1 while a channel has not called for unusually long',
      labelNames: ['channel'] as const,
      registers,
    }),
    resubscribed: new Counter({
      name: 'page_resubscribed_total',
      help: 'Times the Page had lost subscriptions and they were asked for again, by outcome',
      labelNames: ['outcome'] as const,
      registers,
    }),
    turns: new Counter({
      name: 'turns_total',
      help: 'Turns run, by channel and outcome',
      labelNames: ['channel', 'outcome'] as const,
      registers,
    }),
    turnSeconds: new Histogram({
      name: 'turn_seconds',
      help: 'From claiming an event to its commit',
      buckets: [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5],
      registers,
    }),
    sends: new Counter({
      name: 'outbox_sends_total',
      help: 'Attempts to hand a message to the platform, by channel and outcome',
      labelNames: ['channel', 'outcome'] as const,
      registers,
    }),
  };
}

export type Metrics = ReturnType<typeof createMetrics>;
