import { createHmac, randomBytes } from 'node:crypto';
import type { Deliveries } from '../platform/deliveries.ts';
import type { MessengerSandboxOptions } from './options.ts';

/** Posts events in Meta's envelope, one a call, as the reference says of `messaging`. */
export interface MessengerEvents {
  fromResident(userId: string, event: object): void;
  /** Echoes: sender and recipient are the other way round. */
  fromPage(userId: string, event: object): void;
  /** Another app owns the thread: the event goes to `standby`, and the entry has no `messaging`. */
  standby(userId: string, event: object): void;
  /** Policy: without a sender. */
  aboutPage(event: object): void;
}

export function createMessengerEvents(
  options: Pick<MessengerSandboxOptions, 'pageId'>,
  deliveries: Deliveries,
  now: () => Date,
): MessengerEvents {
  const page = { id: options.pageId };
  const post = (array: 'messaging' | 'standby', lane: string, event: object) => {
    const time = now().getTime();
    const entry = { id: options.pageId, time, [array]: [event] };
    deliveries.post(escapedJson({ object: 'page', entry: [entry] }), lane);
  };
  return {
    fromResident(userId, event) {
      const timestamp = now().getTime();
      post('messaging', userId, { sender: { id: userId }, recipient: page, timestamp, ...event });
    },
    fromPage(userId, event) {
      const timestamp = now().getTime();
      post('messaging', userId, { sender: page, recipient: { id: userId }, timestamp, ...event });
    },
    standby(userId, event) {
      const timestamp = now().getTime();
      post('standby', userId, { sender: { id: userId }, recipient: page, timestamp, ...event });
    },
    aboutPage(event) {
      post('messaging', '', { recipient: page, timestamp: now().getTime(), ...event });
    },
  };
}

/** Meta signs and sends text outside ASCII as lower-case escapes. */
function escapedJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

export function signMessengerWebhook(appSecret: string, body: string): Record<string, string> {
  const mac = createHmac('sha256', appSecret).update(body, 'utf8').digest('hex');
  return { 'x-hub-signature-256': `sha256=${mac}` };
}

export function newMid(): string {
  return `m_${randomBytes(48).toString('base64url')}`;
}
