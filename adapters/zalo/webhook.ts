import { createHash, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../reports/ports.ts';
import type { InboundEvent, WebhookVerdict } from '../channel.ts';
import { parseJson } from '../parse-json.ts';
import { classifyEvent } from './events.ts';
import { envelopeSchema } from './wire.ts';

export interface ZaloWebhookOptions {
  readonly appId: string;
  readonly oaId: string;
  /** The "OA Secret Key" of the app's Webhook page; it is not the App Secret. */
  readonly oaSecretKey: string;
  readonly clock: Clock;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

/** "mac=" before the hash, with or without spaces, or the bare hash: the documentation and the field differ. */
const SIGNATURE = /^\s*(?:mac\s*=\s*)?([0-9a-f]{64})\s*$/iu;

/** Before this, a timestamp is one of the malformed 12-digit values of the console's test button. */
const EARLIEST = Date.UTC(2020, 0, 1);
const DAY_MS = 86_400_000;

/**
 * `sha256(appId + body + timestamp + OA Secret Key)`, a plain hash, over the bytes as they came
 * (developers.zalo.me, webhook chapter; MacUtils of the official Java SDK; 2026-11-22).
 */
export function zaloSignature(
  appId: string,
  rawBody: Buffer,
  timestamp: string,
  oaSecretKey: string,
): string {
  return createHash('sha256')
    .update(appId)
    .update(rawBody)
    .update(timestamp)
    .update(oaSecretKey)
    .digest('hex');
}

/** Verifies one call and gives its one event. Retries come with the same body, so their age is no reason to refuse. */
export function receiveZalo(rawBody: Buffer, headers: Headers, options: ZaloWebhookOptions): WebhookVerdict {
  const body = parseJson(rawBody);
  const envelope = envelopeSchema.safeParse(body);
  if (!envelope.success) return { ok: false, reason: 'malformed' };
  const timestamp = String(envelope.data.timestamp);
  if (envelope.data.app_id !== options.appId || !isSigned(rawBody, headers, timestamp, options)) {
    return { ok: false, reason: 'signature' };
  }
  const header = headers['x-zevent-server'];
  const classified = classifyEvent(body, envelope.data.event_name, {
    oaId: options.oaId,
    timestamp,
    // A notification service of Zalo addresses phone numbers and uses the same event names.
    byPhoneService: typeof header === 'string' && header.toUpperCase() === 'ZNS',
    bodyHash: () => createHash('sha256').update(rawBody).digest('hex'),
  });
  const event: InboundEvent = {
    name: envelope.data.event_name,
    occurredAt: occurredAt(timestamp, options.clock()),
    payload: body,
    echo: null,
    ...classified,
  };
  return { ok: true, events: [event] };
}

function isSigned(
  rawBody: Buffer,
  headers: Headers,
  timestamp: string,
  options: ZaloWebhookOptions,
): boolean {
  const header = headers['x-zevent-signature'];
  const given = typeof header === 'string' ? SIGNATURE.exec(header)?.[1] : undefined;
  if (given === undefined) return false;
  const wanted = zaloSignature(options.appId, rawBody, timestamp, options.oaSecretKey);
  return timingSafeEqual(Buffer.from(given, 'hex'), Buffer.from(wanted, 'hex'));
}

function occurredAt(timestamp: string, now: Date): Date {
  const ms = Number(timestamp);
  return ms >= EARLIEST && ms <= now.getTime() + DAY_MS ? new Date(ms) : now;
}
