import { createHmac } from 'node:crypto';
import express, { Router } from 'express';
import type { Request } from 'express';
import { createChats } from '../platform/chat.ts';
import type { Chats } from '../platform/chat.ts';
import { createDeliveries } from '../platform/deliveries.ts';
import type { Deliveries } from '../platform/deliveries.ts';
import { createFaults } from '../platform/faults.ts';
import type { Faults } from '../platform/faults.ts';
import { createMediaShelf } from '../platform/media-shelf.ts';
import type { MediaShelf } from '../platform/media-shelf.ts';
import type { SandboxMemory } from '../platform/memory.ts';
import { createMovableClock } from '../platform/movable-clock.ts';
import type { MovableClock } from '../platform/movable-clock.ts';
import type { WireAnswer } from '../platform/trouble.ts';
import { createMessengerEvents, signMessengerWebhook } from './events.ts';
import { graphError } from './graph-error.ts';
import { createMessengerMemory } from './memory.ts';
import { MESSENGER_RETRY_DELAYS_MS, MESSENGER_WEBHOOK_TIMEOUT_MS } from './options.ts';
import type { MessengerSandboxOptions } from './options.ts';
import { createPageApi } from './page-api.ts';
import type { PageSettings } from './page-api.ts';
import { createResidentActs } from './resident-acts.ts';
import type { MessengerResidentActs } from './resident-acts.ts';
import { createResidents } from './residents.ts';
import { createSendApi } from './send-api.ts';
import { createSentPayloads } from './sent-payloads.ts';

interface TypingChange {
  readonly userId: string;
  readonly isTyping: boolean;
}

/** Meta's servers, as far as this product uses them, and the people who use the Messenger app. */
export interface MessengerSandbox extends MessengerResidentActs {
  /** The Graph API and the media host; mount it before any body parser. */
  readonly router: Router;
  /** The account's, as residents see it. */
  readonly name: string;
  readonly transcript: Chats['of'];
  readonly subscribe: Chats['subscribe'];
  /** Calls `listener` when the bot begins or ends typing, until the returned function is called. */
  subscribeTyping(listener: (change: TypingChange) => void): () => void;
  readonly faults: Faults;
  readonly clock: MovableClock;
  readonly deliveries: Omit<Deliveries, 'post' | 'close'>;
  /** For a sandbox that is started again together with the bot. */
  readonly memory: SandboxMemory;
  readonly shelf: Pick<MediaShelf, 'find' | 'restore'>;
  readonly page: PageSettings;
  readonly counts: {
    readonly sent: number;
    readonly refused: number;
    readonly humanAgent: number;
    readonly markedSeen: number;
  };
  /** Meta's verification call: whether the bot answered with the challenge. */
  verifyWebhook(): Promise<boolean>;
  /** Posts an event as it is, truly signed: for what no act above produces. */
  postRaw(body: string): void;
  /** Meta warns, blocks or unblocks the Page. */
  enforcePolicy(action: 'warning' | 'block' | 'unblock', reason: string): void;
  close(): void;
}

const MAX_BODY = '30mb';

export function createMessengerSandbox(options: MessengerSandboxOptions): MessengerSandbox {
  const clock = createMovableClock(options.clock);
  const now = () => clock.now();
  const faults = createFaults(options.random);
  if (options.faults !== undefined) faults.change(options.faults);
  const chats = createChats(now);
  const residents = createResidents();
  const shelf = createMediaShelf(options.publicUrl, now);
  const deliveries = createDeliveries({
    webhookUrl: options.webhookUrl,
    sign: (body) => signMessengerWebhook(options.appSecret, body),
    retryDelaysMs: options.retryDelaysMs ?? MESSENGER_RETRY_DELAYS_MS,
    timeoutMs: options.webhookTimeoutMs ?? MESSENGER_WEBHOOK_TIMEOUT_MS,
    faults,
  });
  const events = createMessengerEvents(options, deliveries, now);
  const payloads = createSentPayloads();
  const counts = { sent: 0, refused: 0, humanAgent: 0, markedSeen: 0 };
  const guard = createGuard(options);
  const typing = new Set<(change: TypingChange) => void>();
  const onTyping = (userId: string, isTyping: boolean) => {
    for (const listener of typing) listener({ userId, isTyping });
  };
  const pageApi = createPageApi(options, guard);
  const parts = { chats, residents, faults, shelf, events, payloads, now, guard, counts, onTyping };

  const router = Router();
  router.use(express.raw({ type: () => true, limit: MAX_BODY }));
  router.use(shelf.router, createSendApi({ ...parts, appId: options.appId }), pageApi.router);

  return {
    ...createResidentActs({ ...parts, settings: pageApi.settings }),
    router,
    name: options.pageName,
    transcript: (userId) => chats.of(userId),
    subscribe: (listener) => chats.subscribe(listener),
    subscribeTyping(listener) {
      typing.add(listener);
      return () => typing.delete(listener);
    },
    faults,
    clock,
    deliveries,
    shelf,
    memory: createMessengerMemory({ chats, residents, payloads }),
    page: pageApi.settings,
    counts,
    verifyWebhook: () => verifyWebhook(options),
    postRaw: (body) => deliveries.post(body, ''),
    enforcePolicy: (action, reason) => events.aboutPage({ policy_enforcement: { action, reason } }),
    close: () => deliveries.close(),
  };
}

/** The token in the header or the query, the proof of the app's secret, the version and the Page. */
function createGuard(options: MessengerSandboxOptions) {
  const proof = createHmac('sha256', options.appSecret).update(options.pageAccessToken).digest('hex');
  return (request: Request): WireAnswer | null => {
    const { version, page } = request.params;
    if (typeof version !== 'string' || !/^v\d{2}\.0$/u.test(version)) {
      return graphError({ code: 2635, message: 'You are calling an unknown version of the Graph API' });
    }
    const header = /^Bearer (.+)$/u.exec(request.headers.authorization ?? '')?.[1];
    if ((header ?? request.query['access_token']) !== options.pageAccessToken) {
      return graphError({ code: 190, subcode: 463, message: 'Error validating access token' }, 401);
    }
    const given = request.query['appsecret_proof'];
    if (given === undefined ? options.requireProof !== false : given !== proof) {
      return graphError({ code: 100, message: 'Invalid appsecret_proof provided in the API argument' });
    }
    if (page !== 'me' && page !== options.pageId) {
      return graphError({
        code: 100,
        subcode: 33,
        message: 'Unsupported request: the object does not exist',
      });
    }
    return null;
  };
}

async function verifyWebhook({ webhookUrl, verifyToken }: MessengerSandboxOptions): Promise<boolean> {
  const challenge = String(Math.trunc(Date.now() / 1000));
  const url = new URL(webhookUrl());
  url.searchParams.set('hub.mode', 'subscribe');
  url.searchParams.set('hub.verify_token', verifyToken);
  url.searchParams.set('hub.challenge', challenge);
  try {
    const response = await fetch(url);
    return response.status === 200 && (await response.text()) === challenge;
  } catch {
    return false;
  }
}
