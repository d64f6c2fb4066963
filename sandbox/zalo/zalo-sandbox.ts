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
import { createAccountApi } from './account-api.ts';
import { createZaloEvents, signZaloWebhook } from './events.ts';
import { createGrant } from './grant.ts';
import type { Grant } from './grant.ts';
import { createZaloMemory } from './memory.ts';
import { createOauthApi } from './oauth-api.ts';
import { ZALO_CALLS_PER_MINUTE, ZALO_RETRY_DELAYS_MS, ZALO_WEBHOOK_TIMEOUT_MS } from './options.ts';
import type { ZaloSandboxOptions } from './options.ts';
import { createRateWindow } from './rate-window.ts';
import { createResidentActs } from './resident-acts.ts';
import type { ZaloResidentActs } from './resident-acts.ts';
import { createResidents } from './residents.ts';
import { createSendApi } from './send-api.ts';
import { createSentButtons } from './sent-buttons.ts';
import { createTemplateApi } from './template-api.ts';
import { zaloError } from './zalo-error.ts';

/** Zalo's servers, as far as this product uses them, and the people who use the Zalo app. */
export interface ZaloSandbox extends ZaloResidentActs {
  /** The API, OAuth and the media host; mount it before any body parser. */
  readonly router: Router;
  /** The account's, as residents see it. */
  readonly name: string;
  readonly transcript: Chats['of'];
  readonly subscribe: Chats['subscribe'];
  readonly faults: Faults;
  readonly clock: MovableClock;
  readonly deliveries: Omit<Deliveries, 'post' | 'close'>;
  /** For a sandbox that is started again together with the bot. */
  readonly memory: SandboxMemory;
  readonly shelf: Pick<MediaShelf, 'find' | 'restore'>;
  readonly tokens: Pick<Grant, 'expireAccess' | 'revoke' | 'counts'>;
  readonly counts: { readonly sent: number; readonly refused: number; readonly billed: number };
  /** Posts an event as it is, truly signed: for what no act above produces. It must end with `"timestamp":"…"}`. */
  postRaw(body: string): void;
  /** The administrator revokes the app's rights: tokens die and the bot is told. */
  revokePermission(): void;
  close(): void;
}

const MAX_BODY = '30mb';

export function createZaloSandbox(options: ZaloSandboxOptions): ZaloSandbox {
  const clock = createMovableClock(options.clock);
  const now = () => clock.now();
  const faults = createFaults(options.random);
  if (options.faults !== undefined) faults.change(options.faults);
  const grant = createGrant(options, now);
  const chats = createChats(now);
  const residents = createResidents();
  const shelf = createMediaShelf(options.publicUrl, now);
  const deliveries = createDeliveries({
    webhookUrl: options.webhookUrl,
    sign: (body) => signZaloWebhook(options.appId, options.oaSecretKey, body),
    retryDelaysMs: options.retryDelaysMs ?? ZALO_RETRY_DELAYS_MS,
    timeoutMs: options.webhookTimeoutMs ?? ZALO_WEBHOOK_TIMEOUT_MS,
    faults,
  });
  const events = createZaloEvents(options, deliveries, now);
  const buttons = createSentButtons();
  const counts = { sent: 0, refused: 0, billed: 0 };
  const guard = createGuard(grant, options, now);
  const parts = { chats, residents, faults, shelf, events, buttons, now, guard, counts };

  const router = Router();
  router.use(express.raw({ type: () => true, limit: MAX_BODY }));
  router.use(createOauthApi(options, grant, faults, now), createSendApi(parts));
  router.use(createTemplateApi(parts, options.templates ?? new Map<string, string>()));
  router.use(createAccountApi(parts, options), shelf.router);

  return {
    ...createResidentActs({ ...parts, oaId: options.oaId }),
    router,
    name: options.oaName,
    transcript: (userId) => chats.of(userId),
    subscribe: (listener) => chats.subscribe(listener),
    faults,
    clock,
    deliveries,
    shelf,
    memory: createZaloMemory({ chats, residents, buttons, grant }),
    tokens: grant,
    counts,
    postRaw: (body) => deliveries.post(body, ''),
    revokePermission() {
      grant.revoke();
      events.flat('', 'permission_revoked', { oa_id: options.oaId });
    },
    close: () => deliveries.close(),
  };
}

/** Token first, then the rate, as every endpoint of the API does. */
function createGuard(grant: Grant, options: ZaloSandboxOptions, now: () => Date) {
  const rate = createRateWindow(options.callsPerMinute ?? ZALO_CALLS_PER_MINUTE, now);
  return (request: Request): WireAnswer | null => {
    const header = request.headers['access_token'];
    const code = grant.check(typeof header === 'string' ? header : undefined);
    if (code !== null)
      return zaloError(code, code === -220 ? 'Access token has expired' : 'Access token is invalid');
    if (options.requireProof === true && !hasProof(request, options.appSecret))
      return zaloError(-242, 'appsecret_proof is invalid');
    return rate.count() < 0 ? zaloError(-32, 'Application reached limit call api') : null;
  };
}

function hasProof(request: Request, appSecret: string): boolean {
  const token = String(request.headers['access_token']);
  return request.headers['appsecret_proof'] === createHmac('sha256', appSecret).update(token).digest('hex');
}
