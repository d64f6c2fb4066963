import { createHash, randomBytes } from 'node:crypto';
import type { Clock } from '../../reports/ports.ts';
import { callHttp } from '../http-call.ts';
import type { StoredTokens, TokenStore } from '../token-store.ts';
import { grantFingerprint } from './tokens.ts';
import type { ZaloTokenOptions } from './tokens.ts';
import { tokenReplySchema } from './wire.ts';

export interface ZaloConsentOptions {
  readonly store: TokenStore;
  readonly oauthUrl: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly oaId: string;
  /** The configured grant, which a new consent makes obsolete. */
  readonly grant: ZaloTokenOptions['grant'];
  readonly clock: Clock;
  readonly pkce: ZaloPkce;
  readonly timeoutMs?: number;
}

/**
 * A fresh PKCE challenge with each consent, none, or the one whose challenge the app's console holds: Zalo's documents
 * contradict each other about which it must be (console and SDKs as of 2026-11-22).
 */
export type ZaloPkce = 'per-request' | 'none' | { readonly verifier: string };

/** What the console keeps between the two halves of a consent, in the session of the administrator. */
export interface ConsentBegun {
  readonly state: string;
  readonly verifier: string | null;
}

type ConsentOutcome = { readonly ok: true } | { readonly ok: false; readonly reason: ConsentFailure };
type ConsentFailure = 'wrong-state' | 'wrong-account' | 'no-code' | 'refused' | 'unreachable' | 'overtaken';

/** Repairs a lost grant: OAuth v4 for Official Accounts. */
export interface ZaloConsent {
  /** `redirectUri` must equal the callback of the app's console to the letter, else Zalo answers -14003. */
  begin(redirectUri: string): ConsentBegun & { readonly url: string };
  /** With the query that Zalo came back with; the code lives 10 minutes and works once. */
  finish(begun: ConsentBegun, query: Readonly<Record<string, unknown>>): Promise<ConsentOutcome>;
}

const DEFAULT_TIMEOUT_MS = 10_000;
const refused = (reason: ConsentFailure): ConsentOutcome => ({ ok: false, reason });

export function createZaloConsent(options: ZaloConsentOptions): ZaloConsent {
  return {
    begin(redirectUri) {
      const state = randomBytes(24).toString('base64url');
      // 43 characters, and its SHA-256 without padding (PKCEUtil of the Java SDK).
      const verifier = verifierOf(options.pkce);
      const url = new URL(`${options.oauthUrl}/v4/oa/permission`);
      url.searchParams.set('app_id', options.appId);
      url.searchParams.set('redirect_uri', redirectUri);
      url.searchParams.set('state', state);
      if (verifier !== null) {
        url.searchParams.set('code_challenge', createHash('sha256').update(verifier).digest('base64url'));
      }
      return { url: url.href, state, verifier };
    },
    async finish(begun, query) {
      // Whether Zalo always gives the state back is not documented: one that comes must be ours.
      if (query['state'] !== undefined && query['state'] !== begun.state) return refused('wrong-state');
      if (query['oa_id'] !== options.oaId) return refused('wrong-account');
      const { code } = query;
      return typeof code === 'string' && code !== ''
        ? exchange(options, code, begun.verifier)
        : refused('no-code');
    },
  };
}

function verifierOf(pkce: ZaloPkce): string | null {
  if (pkce === 'none') return null;
  return pkce === 'per-request' ? randomBytes(32).toString('base64url') : pkce.verifier;
}

async function exchange(
  options: ZaloConsentOptions,
  code: string,
  verifier: string | null,
): Promise<ConsentOutcome> {
  const body = new URLSearchParams({ code, app_id: options.appId, grant_type: 'authorization_code' });
  if (verifier !== null) body.set('code_verifier', verifier);
  const answer = await callHttp({
    url: `${options.oauthUrl}/v4/oa/access_token`,
    method: 'POST',
    headers: { secret_key: options.appSecret },
    body,
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
  });
  if (answer.kind !== 'answered') return refused('unreachable');
  const pair = tokenReplySchema.safeParse(answer.body);
  if (!pair.success) return refused('refused');
  const stored = await options.store.read();
  const now = options.clock();
  const next: StoredTokens = {
    accessToken: pair.data.access_token,
    refreshToken: pair.data.refresh_token,
    accessExpiresAt: new Date(now.getTime() + pair.data.expires_in * 1000),
    refreshedAt: now,
    state: 'live',
    // The configured grant is older than this one and must not come back with the next start.
    grant: grantFingerprint(options.grant),
    version: (stored?.version ?? 0) + 1,
  };
  return (await options.store.compareAndSet(stored?.version ?? null, next))
    ? { ok: true }
    : refused('overtaken');
}
