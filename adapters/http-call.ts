import { z } from 'zod';

/** What became of one HTTP call, as far as the next step depends on it. */
export type HttpAnswer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: unknown; readonly headers: Headers }
  /** Surely not taken in: no connection came about. */
  | { readonly kind: 'not-sent'; readonly code: string }
  /** The request may have been acted on, its answer never came. */
  | { readonly kind: 'lost'; readonly code: string };

export interface HttpRequest {
  readonly url: string;
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | FormData | URLSearchParams;
  readonly timeoutMs: number;
}

/** Before a connection stood: nothing can have been acted on. */
const NOT_SENT: ReadonlySet<string> = new Set([
  'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'UND_ERR_CONNECT_TIMEOUT',
  'ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]); // prettier-ignore

/** An answer of a platform is small; more than this is none of theirs. */
const MAX_ANSWER_BYTES = 1024 * 1024;

/** One call, never thrown out of: `body` is the parsed JSON, or null when it is not JSON. Redirects are not followed. */
export async function callHttp(request: HttpRequest): Promise<HttpAnswer> {
  try {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers,
      ...(request.body === undefined ? {} : { body: request.body }),
      redirect: 'manual',
      signal: AbortSignal.timeout(request.timeoutMs),
    });
    return {
      kind: 'answered',
      status: response.status,
      body: await readJson(response),
      headers: response.headers,
    };
  } catch (error) {
    const code = codeOf(error);
    return NOT_SENT.has(code) ? { kind: 'not-sent', code } : { kind: 'lost', code };
  }
}

async function readJson(response: Response): Promise<unknown> {
  if (Number(response.headers.get('content-length') ?? 0) > MAX_ANSWER_BYTES) {
    await response.body?.cancel();
    return null;
  }
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

const thrownSchema = z.object({ name: z.string().optional(), cause: z.unknown().optional() });
const causeSchema = z.object({ code: z.string().optional(), errors: z.array(z.unknown()).optional() });

function codeOf(error: unknown): string {
  const thrown = thrownSchema.safeParse(error);
  if (!thrown.success) return 'unknown';
  if (thrown.data.name === 'TimeoutError') return 'timeout';
  const cause = causeSchema.safeParse(thrown.data.cause);
  if (!cause.success) return 'network';
  // Where several addresses were tried (a name with IPv4 and IPv6), the first failure stands for all.
  return cause.data.code ?? codeOf({ cause: cause.data.errors?.[0] });
}
