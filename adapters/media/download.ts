import { lookup } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import type { IncomingMessage } from 'node:http';
import type { LookupFunction } from 'node:net';
import { isPublicAddress } from './public-address.ts';
import type { MediaTarget } from './media-target.ts';

export interface DownloadLimits {
  readonly maxBytes: number;
  /** Until the headers are there. */
  readonly headerTimeoutMs: number;
  /** Between two pieces of the body. */
  readonly idleTimeoutMs: number;
  /** For all of it. */
  readonly totalTimeoutMs: number;
}

export type Download =
  | { readonly kind: 'bytes'; readonly bytes: Buffer }
  | { readonly kind: 'redirect'; readonly location: string }
  | { readonly kind: 'failed'; readonly reason: DownloadFailure };

export type DownloadFailure =
  'not-public' | 'unreachable' | 'gone' | 'http-error' | 'too-large' | 'timeout' | 'empty';

class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress';
}

/** One GET, without redirects and without cookies or tokens; the address that was checked is the one connected to. */
export function download({ url, plain }: MediaTarget, limits: DownloadLimits): Promise<Download> {
  return new Promise((resolve) => {
    const client = url.protocol === 'https:' ? https : http;
    const request = client.get(url, {
      agent: false,
      lookup: plain ? undefined : publicLookup,
      headers: { accept: '*/*', 'accept-encoding': 'identity', 'user-agent': 'commune-police-assistant' },
    });
    const total = setTimeout(() => finish({ kind: 'failed', reason: 'timeout' }), limits.totalTimeoutMs);
    const headers = setTimeout(() => finish({ kind: 'failed', reason: 'timeout' }), limits.headerTimeoutMs);
    let isDone = false;
    const finish = (result: Download) => {
      if (isDone) return;
      isDone = true;
      clearTimeout(total);
      clearTimeout(headers);
      resolve(result);
      request.destroy();
    };
    request.on('error', (error) => {
      const isRefused = error instanceof RefusedAddress || error.name === 'RefusedAddress';
      finish({ kind: 'failed', reason: isRefused ? 'not-public' : 'unreachable' });
    });
    request.on('response', (response) => {
      clearTimeout(headers);
      const early = beforeBody(response, limits.maxBytes);
      if (early !== null) finish(early);
      else readBody(response, limits, finish);
    });
  });
}

function beforeBody(response: IncomingMessage, maxBytes: number): Download | null {
  const status = response.statusCode ?? 0;
  const { location } = response.headers;
  if (status >= 300 && status < 400 && location !== undefined) return { kind: 'redirect', location };
  if (status === 403 || status === 404 || status === 410) return { kind: 'failed', reason: 'gone' };
  if (status !== 200) return { kind: 'failed', reason: 'http-error' };
  const announced = Number(response.headers['content-length'] ?? 0);
  return announced > maxBytes ? { kind: 'failed', reason: 'too-large' } : null;
}

function readBody(
  response: IncomingMessage,
  limits: DownloadLimits,
  finish: (result: Download) => void,
): void {
  const chunks: Buffer[] = [];
  let sizeBytes = 0;
  const idle = setTimeout(() => finish({ kind: 'failed', reason: 'timeout' }), limits.idleTimeoutMs);
  response.on('data', (chunk: Buffer) => {
    idle.refresh();
    sizeBytes += chunk.length;
    chunks.push(chunk);
    if (sizeBytes > limits.maxBytes) finish({ kind: 'failed', reason: 'too-large' });
  });
  response.on('close', () => {
    clearTimeout(idle);
    // Half a file is no evidence.
    if (!response.complete) finish({ kind: 'failed', reason: 'unreachable' });
    else if (sizeBytes === 0) finish({ kind: 'failed', reason: 'empty' });
    else finish({ kind: 'bytes', bytes: Buffer.concat(chunks) });
  });
  response.on('error', () => finish({ kind: 'failed', reason: 'unreachable' }));
}

/** Resolves a name and lets only public addresses through, so that no name can point into our own network. */
const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true, verbatim: true }, (error, addresses) => {
    if (error !== null) {
      callback(error, '', 0);
      return;
    }
    const [first] = addresses;
    if (first === undefined || !addresses.every(({ address }) => isPublicAddress(address))) {
      callback(new RefusedAddress('A media host resolves to an address that is not public'), '', 0);
    } else if (options.all === true) {
      callback(null, addresses);
    } else {
      callback(null, first.address, first.family);
    }
  });
};
