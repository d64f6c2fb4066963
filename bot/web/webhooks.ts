import express, { Router, type Request } from 'express';
import type { Channel, WebhookRefusal, WebhookVerdict } from '../../adapters/channel.ts';
import type { Clock } from '../../reports/ports.ts';
import type { ChannelName } from '../../reports/report.ts';
import type { Log } from '../logging.ts';
import type { Metrics } from '../metrics.ts';
import { atMost } from '../road/at-most.ts';
import type { Inbox } from '../road/inbox.ts';
import type { NotedEvents } from '../road/noted-events.ts';

/** Larger than any payload seen in the field (over 300 KB), small enough to refuse a flood. */
const BODY_LIMIT = '2mb';

/** How a platform wants its calls answered. */
interface WebhookRules {
  /** Status for a call that is not taken, by why. */
  readonly refused: Readonly<Record<WebhookRefusal, number>>;
  readonly accepted: string;
}

const rules: Readonly<Record<ChannelName, WebhookRules>> = {
  // Zalo's console saves a URL only if its unsigned test call gets 200 (reference of 2026-10-07): ack, count, do nothing.
  zalo: { refused: { signature: 200, malformed: 200, 'not-ours': 200 }, accepted: 'OK' },
  messenger: { refused: { signature: 403, malformed: 400, 'not-ours': 404 }, accepted: 'EVENT_RECEIVED' },
};

export interface WebhookDependencies {
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly inbox: Inbox;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly onWork: (lane: string) => void;
  /** What needs no turn: receipts, echoes, alarms. Runs after the answer went out. */
  readonly onNoted: NotedEvents['take'];
  /** A call that is not stored by then is answered 503: the platform must not be the one who gives up first. */
  readonly answerWithinMs: number;
  /** Meta's subscription handshake: the challenge to send back, or null. */
  readonly messengerHandshake: ((query: Request['query']) => string | null) | null;
}

/** The platforms' way in: verify the raw bytes, store, answer 200. Nothing else happens before the answer. */
export function createWebhooks(dependencies: WebhookDependencies): Router {
  const router = Router();
  // what is signed is what came: no platform packs its calls, and a packed flood is not unpacked
  const raw = express.raw({ type: () => true, limit: BODY_LIMIT, inflate: false });
  for (const channel of dependencies.channels.values()) {
    router.post(`/${channel.name}`, raw, (request, response, next) => {
      take(channel, request, dependencies).then(({ status, text }) => {
        // by Node's own means: hashing the answer for an ETag, as Express does, is a sixth of the whole call
        response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
      }, next);
    });
  }
  router.get('/messenger', (request, response) => {
    const challenge = dependencies.messengerHandshake?.(request.query) ?? null;
    if (challenge === null) response.status(403).type('text/plain').send('forbidden');
    else response.status(200).type('text/plain').send(challenge);
  });
  return router;
}

type Accepted = Extract<WebhookVerdict, { ok: true }>;

async function take(
  channel: Channel,
  request: Request,
  dependencies: WebhookDependencies,
): Promise<{ status: number; text: string }> {
  const { log, metrics, answerWithinMs } = dependencies;
  const { refused, accepted } = rules[channel.name];
  const rawBody = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
  const verdict = channel.receive(rawBody, request.headers);
  if (!verdict.ok) {
    metrics.webhookRejected.inc({ channel: channel.name, reason: verdict.reason });
    log.warn('webhook refused', { channel: channel.name, reason: verdict.reason });
    const status = refused[verdict.reason];
    return { status, text: status === 200 ? accepted : verdict.reason };
  }
  const notTaken = (error?: unknown) => {
    // not stored means not taken: the platform delivers it again
    metrics.webhookRejected.inc({ channel: channel.name, reason: 'storage' });
    log.error('webhook not stored', { channel: channel.name, error });
    return { status: 503, text: 'try again' };
  };
  try {
    const isStored = await atMost(answerWithinMs, keep(channel, verdict, dependencies));
    return isStored ? { status: 200, text: accepted } : notTaken();
  } catch (error) {
    return notTaken(error);
  }
}

/** Stores what a call brought and sets it going, also where its answer was given up on: the redelivery is a duplicate then. */
async function keep(
  channel: Channel,
  verdict: Accepted,
  { inbox, clock, metrics, onWork, onNoted }: WebhookDependencies,
): Promise<void> {
  const { lanes, stored, repeated } = await inbox.store(channel.name, verdict.events);
  metrics.webhookEvents.inc({ channel: channel.name, outcome: 'stored' }, stored);
  metrics.webhookEvents.inc({ channel: channel.name, outcome: 'repeated' }, repeated);
  metrics.lastWebhookSeconds.set({ channel: channel.name }, clock().getTime() / 1000);
  for (const lane of lanes) onWork(lane);
  void onNoted(channel.name, verdict);
}
