import * as plain from 'node:http';
import * as secure from 'node:https';
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { z } from 'zod';
import { parseJson } from './parse-json.ts';

/** What became of one HTTP call, as far as the next step depends on it. */
export type HttpAnswer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly body: unknown;
      readonly headers: IncomingHttpHeaders;
    }
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
  'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH', 'connect-timeout',
  'ERR_TLS_CERT_ALTNAME_INVALID', 'CERT_HAS_EXPIRED', 'DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]); // prettier-ignore

/** An answer of a platform is small; more than this is none of theirs. */
const MAX_ANSWER_BYTES = 1024 * 1024;

/** Shorter than servers keep a connection that is not used: a call on one that they are closing would be lost. */
const KEPT = { keepAlive: true, timeout: 4_000 } as const;
/** One pool of connections a process, as `fetch` keeps one: it knows hosts only, no account and nothing of a call. */
const agents = { plain: new plain.Agent(KEPT), secure: new secure.Agent(KEPT) } as const;

/**
 * One call, never thrown out of: `body` is the parsed JSON, or null when it is not JSON. Redirects are not followed. By
 * Node's own client: `fetch` takes six times its time, and each message that is sent is a call.
 */
export async function callHttp(request: HttpRequest): Promise<HttpAnswer> {
  try {
    const { content, type } = await encode(request.body);
    const url = new URL(request.url);
    const options = {
      method: request.method,
      headers: {
        'user-agent': 'commune-police-assistant',
        ...(type === null ? {} : { 'content-type': type }),
        ...request.headers,
        ...(content === null ? {} : { 'content-length': Buffer.byteLength(content) }),
      },
    };
    const sent =
      url.protocol === 'https:'
        ? secure.request(url, { ...options, agent: agents.secure })
        : plain.request(url, { ...options, agent: agents.plain });
    return await answerTo(sent, content, request.timeoutMs);
  } catch (error) {
    const code = codeOf(error);
    return NOT_SENT.has(code) ? { kind: 'not-sent', code } : { kind: 'lost', code };
  }
}

/** A form in the bytes that go over the wire, with their type. */
async function encode(body: HttpRequest['body'] = '') {
  if (typeof body === 'string') return { content: body === '' ? null : body, type: null };
  const form = new Response(body);
  return { content: Buffer.from(await form.arrayBuffer()), type: form.headers.get('content-type') };
}

/** The call took too long. */
class TimeoutError extends Error {
  override name = 'TimeoutError';
  readonly code: 'timeout' | 'connect-timeout';

  constructor(isConnected: boolean) {
    super('A call was not answered in time');
    this.code = isConnected ? 'timeout' : 'connect-timeout';
  }
}

function answerTo(
  sent: ClientRequest,
  content: string | Buffer | null,
  timeoutMs: number,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const giveUp = setTimeout(() => {
      reject(new TimeoutError(sent.socket?.connecting === false));
      sent.destroy();
    }, timeoutMs);
    sent.once('close', () => {
      clearTimeout(giveUp);
    });
    sent.on('error', reject);
    sent.once('response', (response) => {
      readBody(response).then((bytes) => {
        const body = bytes === null ? null : parseJson(bytes);
        resolve({ kind: 'answered', status: response.statusCode ?? 0, body, headers: response.headers });
      }, reject);
    });
    sent.end(content ?? undefined);
  });
}

/** Null for more than an answer of a platform may be. */
function readBody(response: IncomingMessage): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let sizeBytes = 0;
    response.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      sizeBytes += chunk.length;
      if (sizeBytes <= MAX_ANSWER_BYTES) return;
      resolve(null);
      response.destroy();
    });
    response.once('end', () => {
      resolve(Buffer.concat(chunks));
    });
    response.on('error', reject);
  });
}

const thrownSchema = z.object({ code: z.string() });

function codeOf(error: unknown): string {
  const thrown = thrownSchema.safeParse(error);
  return thrown.success ? thrown.data.code : 'network';
}
