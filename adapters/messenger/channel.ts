import type { Clock } from '../../reports/ports.ts';
import type { Channel } from '../channel.ts';
import { MessengerAdapter } from './adapter.ts';
import { createGraphClient } from './client.ts';
import { messengerActivity } from './inbound.ts';
import { bodySchema, renderMessenger } from './outbound.ts';
import { createPagePause } from './page-pause.ts';
import type { PagePause } from './page-pause.ts';
import { createPageSetup } from './profile.ts';
import type { PageSetup } from './profile.ts';
import { sendBody, showBusy } from './sender.ts';
import { receiveMessenger } from './webhook.ts';
import { HUMAN_AGENT_DAYS, STANDARD_WINDOW_HOURS } from './wire.ts';

export interface MessengerChannelOptions {
  readonly pageId: string;
  readonly appSecret: string;
  /** Our Meta app, when known: lets an echo without our mark be told from another app's. */
  readonly appId?: string | null;
  readonly pageAccessToken: string;
  /** Origin, without a slash at the end. */
  readonly graphUrl: string;
  /** As Meta writes it: v25.0. */
  readonly graphVersion: string;
  readonly clock: Clock;
  /** 0 where the Human Agent feature was not granted. */
  readonly humanAgentDays?: number;
  readonly timeoutMs?: number;
}

const HOUR_MS = 3_600_000;

export interface MessengerChannel extends Channel {
  /** The Page's profile and subscriptions. */
  readonly page: PageSetup;
  /** Why and until when nothing is sent; null while the Page may send. */
  readonly pause: PagePause['current'];
}

export function createMessengerChannel(options: MessengerChannelOptions): MessengerChannel {
  const graph = createGraphClient(options);
  const pagePause = createPagePause(options.clock);
  const humanAgentMs = (options.humanAgentDays ?? HUMAN_AGENT_DAYS) * 24 * HOUR_MS;

  return {
    name: 'messenger',
    adapter: new MessengerAdapter(),
    page: createPageSetup(graph, options.pageId, options.appId ?? null),
    pause: pagePause.current,
    receive: (rawBody, headers) => receiveMessenger(rawBody, headers, options),
    toActivity: messengerActivity,
    render: renderMessenger,
    async send(request) {
      const { window, author, message } = request;
      if (window === 'closed' || (window === 'officer-only' && author !== 'officer')) {
        return { kind: 'window-closed', code: 'own-rule' };
      }
      const body = bodySchema.safeParse(message.body);
      if (!body.success) return { kind: 'refused', code: 'malformed-body' };
      return pagePause.guard(() => sendBody(graph, options.pageId, request, body.data));
    },
    showBusy: async (userId) => {
      if (pagePause.current() === null) await showBusy(graph, options.pageId, userId);
    },
    window(lastUserActionAt, now) {
      if (lastUserActionAt === null) return 'closed';
      const passedMs = now.getTime() - lastUserActionAt.getTime();
      if (passedMs <= STANDARD_WINDOW_HOURS * HOUR_MS) return 'open';
      return passedMs <= humanAgentMs ? 'officer-only' : 'closed';
    },
  };
}
