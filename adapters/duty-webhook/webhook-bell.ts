import { createHmac } from 'node:crypto';
import type { DutyBell } from '../../reports/duty-ports.ts';
import type { Clock } from '../../reports/ports.ts';
import { callHttp } from '../http-call.ts';

const TIMEOUT_MS = 10_000;

export interface WebhookBellOptions {
  readonly url: string;
  /** Shared with the receiver, who checks the signature with it. */
  readonly secret: string;
  readonly clock: Clock;
  readonly timeoutMs?: number;
}

/**
 * Tells alerts to a web address of the unit's choice: one POST of JSON, taken over when the answer is 2xx. The signature covers
 * timestamp and body, so that nobody else can ring and an old call cannot be sent again later.
 */
export function createWebhookBell({
  url,
  secret,
  clock,
  timeoutMs = TIMEOUT_MS,
}: WebhookBellOptions): DutyBell {
  return {
    ring: async ({ at, ...notice }) => {
      const body = JSON.stringify({ ...notice, at: at.toISOString() });
      const timestamp = String(Math.floor(clock().getTime() / 1_000));
      const signature = createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
      const answer = await callHttp({
        url,
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-Commune-Timestamp': timestamp,
          'X-Commune-Signature': `sha256=${signature}`,
        },
        body,
        timeoutMs,
      });
      return answer.kind === 'answered' && answer.status >= 200 && answer.status < 300;
    },
  };
}
