import { createHash, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../reports/ports.ts';
import type { StoredTokens, TokenStore } from '../token-store.ts';
import { requestPair } from './refresh-call.ts';

export type TokenAnswer =
  | { readonly kind: 'ready'; readonly accessToken: string }
  /** Zalo did not answer, or another process is still refreshing. */
  | { readonly kind: 'wait'; readonly afterMs: number; readonly code: string }
  /** The grant is gone: the account's administrator must consent again. */
  | { readonly kind: 'needs-consent' };

export interface ZaloTokenOptions {
  readonly store: TokenStore;
  readonly oauthUrl: string;
  readonly appId: string;
  readonly appSecret: string;
  /** From the configuration; used until the first refresh, and again when the operator puts in another one. */
  readonly grant: { readonly refreshToken: string | null; readonly accessToken: string | null };
  readonly clock: Clock;
  readonly timeoutMs?: number;
}

export interface ZaloTokens {
  /** The token to send with; refreshes one that is about to end. */
  current(): Promise<TokenAnswer>;
  /** A token other than `rejected`, which Zalo refused: the one another process stored, or a new one. */
  after(rejected: string): Promise<TokenAnswer>;
  state(): Promise<'live' | 'needs-consent' | 'none'>;
}

const HOUR_MS = 3_600_000;
/**
 * Each message that is sent asks for the token. Whoever uses one that another process has replaced meanwhile is refused,
 * and then reads what is stored.
 */
const KEPT_MS = 1_000;
/** An access token lives 25 hours (developers.zalo.me, OAuth v4; 2026-11-22); half of that is left for trouble. */
const REFRESH_BEFORE_END_MS = 12 * HOUR_MS;
const DEFAULT_TIMEOUT_MS = 10_000;
/** A lease must outlast the two requests made under it: a second refresher would spend the same token. */
const LEASE_TIMEOUTS = 3;
const LEASE_POLL_MS = 100;
const AFTER_TROUBLE_MS = 60_000;
const TOO_EARLY: TokenAnswer = { kind: 'wait', afterMs: AFTER_TROUBLE_MS, code: 'refresh-in-trouble' };
/** The tokens of one account. Over all processes only the holder of the store's lease refreshes. */
export function createZaloTokens(options: ZaloTokenOptions): ZaloTokens {
  const { store, clock } = options;
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const holder = randomUUID();
  let running: Promise<TokenAnswer> | null = null;
  let quietUntil = 0;
  let kept: { readonly answer: TokenAnswer; readonly untilMs: number } | null = null;

  async function current(): Promise<TokenAnswer> {
    if (kept !== null && clock().getTime() < kept.untilMs) return kept.answer;
    const stored = await readOrSeed(options);
    if (stored === null) return { kind: 'needs-consent' };
    const left = stored.accessExpiresAt.getTime() - clock().getTime();
    const asItIs: TokenAnswer = { kind: 'ready', accessToken: stored.accessToken };
    if (left > REFRESH_BEFORE_END_MS) {
      kept = { answer: asItIs, untilMs: clock().getTime() + KEPT_MS };
      return asItIs;
    }
    if (stored.state === 'needs-consent') return left > 0 ? asItIs : { kind: 'needs-consent' };
    const isQuiet = clock().getTime() < quietUntil;
    const answer = isQuiet ? null : await refreshOnce(stored.accessToken);
    if (answer?.kind === 'ready' || stored.accessToken === '') return answer ?? TOO_EARLY;
    if (answer?.kind === 'needs-consent' && left <= 0) return answer;
    // Trouble with the refresh does not end a token: Zalo says itself when it is over.
    if (!isQuiet) quietUntil = clock().getTime() + AFTER_TROUBLE_MS;
    return asItIs;
  }

  /** One refresh at a time in this process; the others wait for its answer. */
  function refreshOnce(rejected: string): Promise<TokenAnswer> {
    kept = null;
    running ??= refreshUnderLease(rejected).finally(() => {
      running = null;
    });
    return running;
  }

  async function refreshUnderLease(rejected: string): Promise<TokenAnswer> {
    const patience = Math.ceil((timeoutMs * LEASE_TIMEOUTS) / LEASE_POLL_MS);
    for (let round = 0; round < patience; round += 1) {
      const stored = await readOrSeed(options);
      if (stored === null || stored.state === 'needs-consent') return { kind: 'needs-consent' };
      if (stored.accessToken !== rejected) return { kind: 'ready', accessToken: stored.accessToken };
      if (await store.acquireLease(holder, timeoutMs * LEASE_TIMEOUTS)) {
        try {
          return await refresh(rejected);
        } finally {
          await store.releaseLease(holder);
        }
      }
      await pause(LEASE_POLL_MS);
    }
    return { kind: 'wait', afterMs: LEASE_POLL_MS * 10, code: 'refresh-elsewhere' };
  }

  async function refresh(rejected: string): Promise<TokenAnswer> {
    const stored = await store.read();
    if (stored === null || stored.state === 'needs-consent') return { kind: 'needs-consent' };
    if (stored.accessToken !== rejected) return { kind: 'ready', accessToken: stored.accessToken };
    let result = await requestPair(options, stored.refreshToken, timeoutMs);
    // A lost answer leaves open whether the token is spent: the same one again tells.
    if (result.kind === 'trouble') result = await requestPair(options, stored.refreshToken, timeoutMs);
    if (result.kind === 'trouble') return { kind: 'wait', afterMs: AFTER_TROUBLE_MS, code: result.code };
    const version = stored.version + 1;
    if (result.kind === 'rejected') {
      await store.compareAndSet(stored.version, { ...stored, state: 'needs-consent', version });
      return { kind: 'needs-consent' };
    }
    // Stored before used: a crash between the two must not cost the grant.
    const next: StoredTokens = { ...stored, ...result.next, refreshedAt: clock(), state: 'live', version };
    if (await store.compareAndSet(stored.version, next))
      return { kind: 'ready', accessToken: next.accessToken };
    const winner = await store.read();
    if (winner?.state !== 'live') return { kind: 'needs-consent' };
    return { kind: 'ready', accessToken: winner.accessToken };
  }

  return {
    current,
    after: refreshOnce,
    state: async () => (await readOrSeed(options))?.state ?? 'none',
  };
}

/** Tells one configured grant from another without keeping it. */
export function grantFingerprint(grant: ZaloTokenOptions['grant']): string {
  return createHash('sha256')
    .update(`${grant.refreshToken ?? ''}\n${grant.accessToken ?? ''}`)
    .digest('hex');
}

/** What is stored, unless the operator has put another grant into the configuration since. */
async function readOrSeed({ store, grant, clock }: ZaloTokenOptions): Promise<StoredTokens | null> {
  const stored = await store.read();
  if (grant.refreshToken === null && grant.accessToken === null) return stored;
  const fingerprint = grantFingerprint(grant);
  if (stored?.grant === fingerprint) return stored;
  const now = clock();
  const seeded: StoredTokens = {
    accessToken: grant.accessToken ?? '',
    refreshToken: grant.refreshToken ?? '',
    // How long a configured token still lives is unknown: it is used until it is refused, or refreshed at once.
    accessExpiresAt:
      grant.accessToken === null ? now : new Date(now.getTime() + REFRESH_BEFORE_END_MS + HOUR_MS),
    refreshedAt: now,
    state: 'live',
    grant: fingerprint,
    version: (stored?.version ?? 0) + 1,
  };
  await store.compareAndSet(stored?.version ?? null, seeded);
  return store.read();
}
