import { createHash, randomBytes } from 'node:crypto';
import type { Deliveries } from '../platform/deliveries.ts';
import type { ZaloSandboxOptions } from './options.ts';

/** Posts events in the envelopes of Zalo's documentation. */
export interface ZaloEvents {
  /** From a resident to the account. */
  fromResident(userId: string, name: string, fields: object): void;
  /** From the account to a resident: echoes and receipts. */
  fromAccount(userId: string, name: string, fields: object, adminId?: string): void;
  /** Without sender and recipient: follow, unfollow, the first tap on "Nhắn tin". */
  flat(userId: string, name: string, fields: object): void;
}

type Account = Pick<ZaloSandboxOptions, 'appId' | 'oaId'>;

export function createZaloEvents(account: Account, deliveries: Deliveries, now: () => Date): ZaloEvents {
  const timestamp = () => String(now().getTime());
  const app_id = account.appId;
  const postBetween = (
    userId: string,
    { sender, recipient, name, fields }: { sender: object; recipient: object; name: string; fields: object },
  ): void => {
    const user_id_by_app = idByApp(account.appId, userId);
    const head = { app_id, sender, user_id_by_app, recipient, event_name: name };
    deliveries.post(JSON.stringify({ ...head, ...fields, timestamp: timestamp() }), userId);
  };
  return {
    fromResident(userId, name, fields) {
      postBetween(userId, { sender: { id: userId }, recipient: { id: account.oaId }, name, fields });
    },
    fromAccount(userId, name, fields, adminId) {
      const sender = { id: account.oaId, ...(adminId === undefined ? {} : { admin_id: adminId }) };
      postBetween(userId, { sender, recipient: { id: userId }, name, fields });
    },
    flat(userId, name, fields) {
      deliveries.post(
        JSON.stringify({ ...fields, event_name: name, app_id, timestamp: timestamp() }),
        userId,
      );
    },
  };
}

/** `mac=` and the plain SHA-256 over app id, body, timestamp and OA Secret Key. */
export function signZaloWebhook(appId: string, oaSecretKey: string, body: string): Record<string, string> {
  const timestamp = /"timestamp":"(\d+)"\}$/u.exec(body)?.[1] ?? '';
  const mac = createHash('sha256').update(`${appId}${body}${timestamp}${oaSecretKey}`, 'utf8').digest('hex');
  return { 'x-zevent-signature': `mac=${mac}` };
}

/** As long as Zalo's. */
export function newMessageId(): string {
  return randomBytes(10).toString('hex').slice(0, 19);
}

/** A decimal id of the app's own for the same person. */
function idByApp(appId: string, userId: string): string {
  const digest = createHash('sha256').update(`${appId}:${userId}`).digest();
  return String(5_000_000_000_000_000_000n + (digest.readBigUInt64BE(0) % 1_000_000_000_000_000_000n));
}
