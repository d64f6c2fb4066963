import { createHash, randomBytes } from 'node:crypto';

/** The Zalo account of the benchmarks; nobody's. */
export const account = {
  appId: '360846524940903967',
  appSecret: 'bench',
  oaId: '388613280878808645',
  oaSecretKey: 'bench',
  accessToken: 'bench',
} as const;

export interface Call {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Zalo's signature of a webhook's bytes. */
export function macOf(body: string, timestamp: string): string {
  const { appId, oaSecretKey } = account;
  return createHash('sha256').update(`${appId}${body}${timestamp}${oaSecretKey}`).digest('hex');
}

export function residentId(index: number): string {
  return String(8_300_000_000_000_000n + BigInt(index));
}

/** A signed text event with a message id of its own. */
export function signedCall(path: string, userId: string, text: string): Call {
  const timestamp = String(Date.now());
  const body = JSON.stringify({
    app_id: account.appId,
    sender: { id: userId },
    recipient: { id: account.oaId },
    event_name: 'user_send_text',
    message: { text, msg_id: randomBytes(10).toString('hex') },
    timestamp,
  });
  const headers = {
    'content-type': 'application/json',
    'x-zevent-signature': `mac=${macOf(body, timestamp)}`,
  };
  return { path, headers, body: Buffer.from(body) };
}
