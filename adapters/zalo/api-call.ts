import { createHmac } from 'node:crypto';
import type { SendOutcome } from '../channel.ts';
import { callHttp } from '../http-call.ts';
import type { HttpAnswer } from '../http-call.ts';
import { errorClass } from './errors.ts';
import type { TokenAnswer, ZaloTokens } from './tokens.ts';
import { replySchema } from './wire.ts';

export interface ApiCallOptions {
  readonly apiUrl: string;
  /** Signs the token with each call, for apps that switched this on; null sends no proof. */
  readonly proofSecret: string | null;
  readonly tokens: ZaloTokens;
  /** Whether a code says that the token is refused; endpoints with error tables of their own have their own. */
  readonly isTokenError?: (code: number) => boolean;
}

/** A call's answer: data when `error` is 0, else Zalo's code; or what kept the call from being answered. */
export type Reply =
  | { readonly kind: 'done'; readonly data: unknown }
  | { readonly kind: 'error'; readonly code: number }
  | { readonly kind: 'outcome'; readonly outcome: SendOutcome };

export type Payload = { readonly json: unknown } | { readonly form: () => FormData };

export type ApiCall = (path: string, payload: Payload, timeoutMs: number) => Promise<Reply>;

const SERVER_BUSY_RETRY_MS = 60_000;
export const NOT_SENT_RETRY_MS = 5_000;

/** Calls of openapi.zalo.me with the account's token. */
export function createApiCall(options: ApiCallOptions): ApiCall {
  const { apiUrl, proofSecret, tokens } = options;
  const isTokenError = options.isTokenError ?? ((code: number) => errorClass(code) === 'token');
  async function callWith(
    token: string,
    path: string,
    payload: Payload,
    callTimeoutMs: number,
  ): Promise<Reply> {
    const isJson = 'json' in payload;
    const answer = await callHttp({
      url: `${apiUrl}${path}`,
      method: 'POST',
      headers: {
        access_token: token,
        ...(proofSecret === null ? {} : { appsecret_proof: proofOf(token, proofSecret) }),
        ...(isJson ? { 'content-type': 'application/json' } : {}),
      },
      body: isJson ? JSON.stringify(payload.json) : payload.form(),
      timeoutMs: callTimeoutMs,
    });
    return replyOf(answer);
  }

  // a token that is refused is replaced, and the call made once more
  return async (path, payload, callTimeoutMs) => {
    const first = await tokens.current();
    if (first.kind !== 'ready') return { kind: 'outcome', outcome: withoutToken(first) };
    const reply = await callWith(first.accessToken, path, payload, callTimeoutMs);
    if (reply.kind !== 'error' || !isTokenError(reply.code)) return reply;
    const second = await tokens.after(first.accessToken);
    if (second.kind !== 'ready') return { kind: 'outcome', outcome: withoutToken(second) };
    return callWith(second.accessToken, path, payload, callTimeoutMs);
  };
}

/** As AppSecretProofUtil of the Java SDK computes it; without it an app that asks for it answers -242. */
function proofOf(token: string, secret: string): string {
  return createHmac('sha256', secret).update(token).digest('hex');
}

function replyOf(answer: HttpAnswer): Reply {
  if (answer.kind === 'not-sent') return retry(NOT_SENT_RETRY_MS, answer.code);
  if (answer.kind === 'lost') return { kind: 'outcome', outcome: { kind: 'unknown', code: answer.code } };
  const code = `http-${answer.status}`;
  const reply = replySchema.safeParse(answer.body);
  if (reply.success) {
    return reply.data.error === 0
      ? { kind: 'done', data: reply.data.data }
      : { kind: 'error', code: reply.data.error };
  }
  // Without Zalo's own words: a refusal at the door was not acted on, anything else may have been.
  if (answer.status >= 300 && answer.status < 500) return retry(SERVER_BUSY_RETRY_MS, code);
  return { kind: 'outcome', outcome: { kind: 'unknown', code } };
}

function retry(afterMs: number, code: string): Reply {
  return { kind: 'outcome', outcome: { kind: 'retry', afterMs, code } };
}

function withoutToken(answer: Exclude<TokenAnswer, { kind: 'ready' }>): SendOutcome {
  if (answer.kind === 'needs-consent') return { kind: 'channel-down', code: 'needs-consent' };
  return { kind: 'retry', afterMs: answer.afterMs, code: answer.code };
}
