import { createHash } from 'node:crypto';
import { isIP } from 'node:net';
import { fileTypeFromBuffer } from 'file-type';
import { download } from './download.ts';
import type { DownloadFailure, DownloadLimits } from './download.ts';
import { mediaTarget } from './media-target.ts';
import type { MediaRules, MediaTarget } from './media-target.ts';
import { isPublicAddress } from './public-address.ts';

type MediaFailure = DownloadFailure | 'host-not-allowed' | 'too-many-redirects';

type FetchedMedia =
  | { readonly ok: true; readonly bytes: Buffer; readonly mediaType: string; readonly sha256: string }
  | { readonly ok: false; readonly reason: MediaFailure };

export type FetchMedia = (address: string) => Promise<FetchedMedia>;

export interface FetchMediaOptions extends MediaRules, Partial<DownloadLimits> {}

const LIMITS: DownloadLimits = {
  /** Messenger takes 25 MB at most (Attachment Upload API, 2026-04-22); Zalo says nothing. */
  maxBytes: 25 * 1024 * 1024,
  headerTimeoutMs: 10_000,
  idleTimeoutMs: 10_000,
  totalTimeoutMs: 60_000,
};
const MAX_REDIRECTS = 3;

/**
 * Fetches what a resident sent, from the platforms' media hosts only; never throws. `mediaType` is what the bytes are,
 * whatever the name and the server say; text without a signature is `text/plain`, the rest `application/octet-stream`.
 * `sha256` is lower-case hex over the bytes as they came.
 */
export function createFetchMedia(options: FetchMediaOptions): FetchMedia {
  const limits: DownloadLimits = {
    maxBytes: options.maxBytes ?? LIMITS.maxBytes,
    headerTimeoutMs: options.headerTimeoutMs ?? LIMITS.headerTimeoutMs,
    idleTimeoutMs: options.idleTimeoutMs ?? LIMITS.idleTimeoutMs,
    totalTimeoutMs: options.totalTimeoutMs ?? LIMITS.totalTimeoutMs,
  };
  return async (address) => {
    let target = mediaTarget(address, options);
    for (let hop = 0; hop <= MAX_REDIRECTS; hop += 1) {
      if (target === null) return { ok: false, reason: 'host-not-allowed' };
      if (isPrivateLiteral(target)) return { ok: false, reason: 'not-public' };
      const result = await download(target, limits);
      if (result.kind === 'failed') return { ok: false, reason: result.reason };
      if (result.kind === 'bytes') return described(result.bytes);
      target = redirected(result.location, target, options);
    }
    return { ok: false, reason: 'too-many-redirects' };
  };
}

/** Every hop obeys the rules anew, and nothing leads from the Internet back to an origin of this machine. */
function redirected(location: string, from: MediaTarget, rules: MediaRules): MediaTarget | null {
  if (!URL.canParse(location, from.url)) return null;
  const next = mediaTarget(new URL(location, from.url).href, rules);
  return next !== null && next.plain && !from.plain ? null : next;
}

/** An address in place of a name is never looked up. */
function isPrivateLiteral({ url, plain }: MediaTarget): boolean {
  const host = url.hostname.replace(/^\[|\]$/gu, '');
  return !plain && isIP(host) !== 0 && !isPublicAddress(host);
}

async function described(bytes: Buffer): Promise<FetchedMedia> {
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { ok: true, bytes, mediaType: await sniff(bytes), sha256 };
}

async function sniff(bytes: Buffer): Promise<string> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  if (found !== undefined) return found.mime;
  return isText(bytes) ? 'text/plain' : 'application/octet-stream';
}

function isText(bytes: Buffer): boolean {
  try {
    return !new TextDecoder('utf-8', { fatal: true }).decode(bytes).includes('\u0000');
  } catch {
    return false;
  }
}
