import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import { z } from 'zod';
import type { SendOutcome } from '../channel.ts';
import { callHttp } from '../http-call.ts';
import type { HttpAnswer, HttpRequest } from '../http-call.ts';
import { errorClass, outcomeOf } from './errors.ts';
import type { GraphFailure } from './errors.ts';
import { failureSchema } from './wire.ts';

export interface GraphOptions {
  readonly graphUrl: string;
  /** As Meta writes it: v25.0. */
  readonly graphVersion: string;
  readonly pageId: string;
  readonly pageAccessToken: string;
  readonly appSecret: string;
  readonly timeoutMs?: number;
}

/** A call's answer: the JSON; Meta's error; or what kept the call from being answered. */
export type GraphReply =
  | { readonly kind: 'done'; readonly body: unknown }
  | { readonly kind: 'error'; readonly failure: GraphFailure }
  | { readonly kind: 'outcome'; readonly outcome: SendOutcome };

export interface GraphClient {
  /** `path` begins after the version and is our own: it is not escaped. */
  call(
    method: HttpRequest['method'],
    path: string,
    payload: { readonly json?: unknown; readonly form?: FormData },
    timeoutMs?: number,
  ): Promise<GraphReply>;
}

const DEFAULT_TIMEOUT_MS = 10_000;
const NOT_SENT_RETRY_MS = 5_000;
const BUSY_RETRY_MS = 60_000;
const MINUTE_MS = 60_000;

/** Calls of the Graph API as the Page. The token goes in a header: addresses end up in logs. */
export function createGraphClient(options: GraphOptions): GraphClient {
  const token = options.pageAccessToken;
  // Proves that the caller knows the app's secret ("Require App Secret"; M-16 of the reference).
  const proof = createHmac('sha256', options.appSecret).update(token).digest('hex');
  return {
    async call(method, path, { json, form }, timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS) {
      const join = path.includes('?') ? '&' : '?';
      const body = form ?? (json === undefined ? undefined : JSON.stringify(json));
      const answer = await callHttp({
        url: `${options.graphUrl}/${options.graphVersion}/${path}${join}appsecret_proof=${proof}`,
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
        },
        ...(body === undefined ? {} : { body }),
        timeoutMs,
      });
      return replyOf(answer);
    },
  };
}

/** A reply that is not `done`, as an outcome. `outboxId` only spreads repeated calls over time. */
export function failedOutcome(reply: Exclude<GraphReply, { kind: 'done' }>, outboxId: string): SendOutcome {
  if (reply.kind === 'outcome') return reply.outcome;
  return outcomeOf(reply.failure, createHash('sha256').update(outboxId).digest().readUInt16BE(0) / 65_536);
}

/** Whether the same picture has to be uploaded once more. */
export function isExpiredUpload(reply: GraphReply): boolean {
  return reply.kind === 'error' && errorClass(reply.failure) === 'expired-upload';
}

function replyOf(answer: HttpAnswer): GraphReply {
  if (answer.kind === 'not-sent') return retry(NOT_SENT_RETRY_MS, answer.code);
  if (answer.kind === 'lost') return { kind: 'outcome', outcome: { kind: 'unknown', code: answer.code } };
  const failure = failureSchema.safeParse(answer.body);
  if (failure.success) {
    const { code, error_subcode: subcode } = failure.data.error;
    return { kind: 'error', failure: { code, subcode: subcode ?? null, regainMs: regainMs(answer.headers) } };
  }
  const code = `http-${answer.status}`;
  if (answer.status >= 200 && answer.status < 300 && answer.body !== null)
    return { kind: 'done', body: answer.body };
  if (answer.status === 429) return retry(regainMs(answer.headers) ?? BUSY_RETRY_MS, code);
  // Without Meta's own words: a refusal at the door was not acted on, anything else may have been.
  if (answer.status >= 300 && answer.status < 500) return retry(BUSY_RETRY_MS, code);
  return { kind: 'outcome', outcome: { kind: 'unknown', code } };
}

function retry(afterMs: number, code: string): GraphReply {
  return { kind: 'outcome', outcome: { kind: 'retry', afterMs, code } };
}

const usageSchema = z.record(
  z.string(),
  z.array(z.looseObject({ estimated_time_to_regain_access: z.number().nonnegative().optional() })),
);

/** `X-Business-Use-Case-Usage` tells in minutes when calls are allowed again. */
function regainMs(headers: IncomingHttpHeaders): number | null {
  try {
    const usage = usageSchema.safeParse(JSON.parse(String(headers['x-business-use-case-usage'] ?? '')));
    if (!usage.success) return null;
    const minutes = Object.values(usage.data).flatMap((uses) =>
      uses.map((use) => use.estimated_time_to_regain_access),
    );
    const longest = Math.max(0, ...minutes.map((value) => value ?? 0));
    return longest === 0 ? null : longest * MINUTE_MS;
  } catch {
    return null;
  }
}
