import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../../reports/ports.ts';
import type { InboundEvent, WebhookVerdict } from '../channel.ts';
import { parseJson } from '../parse-json.ts';
import { classifyEvent } from './events.ts';
import { otherObjectSchema, webhookSchema } from './wire.ts';

export interface MessengerWebhookOptions {
  readonly pageId: string;
  readonly appSecret: string;
  /** Our Meta app; lets an echo without our mark be told from another app's. */
  readonly appId?: string | null;
  readonly clock: Clock;
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

const SIGNATURE = /^sha256=([0-9a-f]{64})$/u;

/**
 * The challenge to answer Meta's verification call with (status 200, text/plain), or null: answer 403.
 * `query` is the parsed query of the GET request. (developers.facebook.com, Messenger webhooks; 2026-05-05)
 */
export function verifyHandshake(
  query: Readonly<Record<string, unknown>>,
  verifyToken: string,
): string | null {
  const token = query['hub.verify_token'];
  const challenge = query['hub.challenge'];
  if (query['hub.mode'] !== 'subscribe' || typeof token !== 'string' || typeof challenge !== 'string')
    return null;
  const same = timingSafeEqual(sha256(token), sha256(verifyToken));
  return same && challenge !== '' && challenge.length <= 512 ? challenge : null;
}

/**
 * Verifies the HMAC over the bytes as they came (Meta signs text with escaped Unicode, which no re-serialised body has)
 * and gives every event of both arrays of every entry.
 */
export function receiveMessenger(
  rawBody: Buffer,
  headers: Headers,
  options: MessengerWebhookOptions,
): WebhookVerdict {
  if (!isSigned(rawBody, headers, options)) return { ok: false, reason: 'signature' };
  const body = parseJson(rawBody);
  const call = webhookSchema.safeParse(body);
  if (!call.success) return { ok: false, reason: isOfAnotherObject(body) ? 'not-ours' : 'malformed' };
  const now = options.clock();
  const appId = options.appId ?? null;
  const events: InboundEvent[] = [];
  for (const entry of call.data.entry) {
    const isOurs = entry.id === options.pageId;
    const at = entry.time ?? null;
    const situation = { pageId: options.pageId, appId, isOurs, entryTime: at, now };
    for (const event of entry.messaging ?? [])
      events.push(classifyEvent(event, { ...situation, standby: false }));
    for (const event of entry.standby ?? [])
      events.push(classifyEvent(event, { ...situation, standby: true }));
    for (const change of entry.changes ?? []) {
      const isChange = { ...situation, isOurs: false, standby: false };
      events.push(classifyEvent(change, isChange));
    }
  }
  return { ok: true, events };
}

/** `sha256=` and the HMAC-SHA256 of the body in lower-case hex, keyed with the App Secret. */
function messengerSignature(rawBody: Buffer, appSecret: string): string {
  return `sha256=${createHmac('sha256', appSecret).update(rawBody).digest('hex')}`;
}

function isSigned(rawBody: Buffer, headers: Headers, options: MessengerWebhookOptions): boolean {
  const header = headers['x-hub-signature-256'];
  if (typeof header !== 'string' || !SIGNATURE.test(header)) return false;
  return timingSafeEqual(Buffer.from(header), Buffer.from(messengerSignature(rawBody, options.appSecret)));
}

/** The app is subscribed to something else than a Page, an Instagram account for one. */
function isOfAnotherObject(body: unknown): boolean {
  const call = otherObjectSchema.safeParse(body);
  return call.success && call.data.object !== 'page';
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
