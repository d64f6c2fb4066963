import type { Clock } from '../../reports/ports.ts';
import { callHttp } from '../http-call.ts';
import type { StoredTokens } from '../token-store.ts';
import { tokenFailureSchema, tokenReplySchema } from './wire.ts';

/** The refresh token was spent, revoked or never was one (-14014 and -118 observed; no official table). */
const REJECTED_CODES: ReadonlySet<string> = new Set(['-14014', '-118', '-14012', '-14020']);
const REJECTED_NAMES = /invalid[\s_]*(?:grant|refresh)|refresh[\s_]*token.*(?:invalid|expired|used)/iu;

interface RefreshOptions {
  readonly oauthUrl: string;
  readonly appId: string;
  readonly appSecret: string;
  readonly clock: Clock;
}

type Refresh =
  | {
      readonly kind: 'pair';
      readonly next: Pick<StoredTokens, 'accessToken' | 'refreshToken' | 'accessExpiresAt'>;
    }
  | { readonly kind: 'rejected' }
  | { readonly kind: 'trouble'; readonly code: string };

/** Spends the refresh token for a new pair. An answer that was lost leaves open whether it is spent. */
export async function requestPair(
  options: RefreshOptions,
  refreshToken: string,
  timeoutMs: number,
): Promise<Refresh> {
  if (refreshToken === '') return { kind: 'rejected' };
  const answer = await callHttp({
    url: `${options.oauthUrl}/v4/oa/access_token`,
    method: 'POST',
    headers: { secret_key: options.appSecret },
    body: new URLSearchParams({
      refresh_token: refreshToken,
      app_id: options.appId,
      grant_type: 'refresh_token',
    }),
    timeoutMs,
  });
  if (answer.kind !== 'answered') return { kind: 'trouble', code: answer.code };
  // HTTP 200 says nothing: a refresh went well if and only if both tokens came.
  const pair = tokenReplySchema.safeParse(answer.body);
  if (pair.success) {
    const accessExpiresAt = new Date(options.clock().getTime() + pair.data.expires_in * 1000);
    return {
      kind: 'pair',
      next: { accessToken: pair.data.access_token, refreshToken: pair.data.refresh_token, accessExpiresAt },
    };
  }
  const failure = tokenFailureSchema.safeParse(answer.body);
  const code = failure.success ? String(failure.data.error ?? '') : '';
  const name = failure.success ? `${failure.data.error_name ?? ''} ${failure.data.error_reason ?? ''}` : '';
  if (REJECTED_CODES.has(code) || REJECTED_NAMES.test(name)) return { kind: 'rejected' };
  return { kind: 'trouble', code: code === '' ? `oauth-http-${answer.status}` : `oauth${code}` };
}
