import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AuditEntry } from './ports.ts';

/** What the first link follows. */
const CHAIN_START = '';

/** One entry with its place in the chain. */
export interface AuditLink {
  /** Counts from 1 without a gap. */
  readonly sequence: number;
  readonly entry: AuditEntry;
  readonly hash: string;
}

/** HMAC-SHA-256 over the previous hash and the entry, lower-case hex. Keyed, so that only the program can write a valid chain. */
function chainHash(key: Buffer, previousHash: string, sequence: number, entry: AuditEntry): string {
  const { at, staffId, staffName, action, subject, detail } = entry;
  const canonical = JSON.stringify([
    previousHash,
    sequence,
    at.toISOString(),
    staffId,
    staffName,
    action,
    subject,
    detail,
  ]);
  return createHmac('sha256', key).update(canonical, 'utf8').digest('hex');
}

/** The entries as the next links after `last` (null: the chain begins). */
export function extendChain(
  key: Buffer,
  last: { readonly sequence: number; readonly hash: string } | null,
  entries: readonly AuditEntry[],
): AuditLink[] {
  let sequence = last?.sequence ?? 0;
  let hash = last?.hash ?? CHAIN_START;
  return entries.map((entry) => {
    sequence += 1;
    hash = chainHash(key, hash, sequence, entry);
    return { sequence, entry, hash };
  });
}

export type ChainVerdict =
  { readonly ok: true; readonly count: number } | { readonly ok: false; readonly brokenAt: number };

/** Walks the chain from its first link. `brokenAt` is the sequence that is missing, changed or out of place. */
export async function verifyChain(
  key: Buffer,
  links: AsyncIterable<AuditLink> | Iterable<AuditLink>,
): Promise<ChainVerdict> {
  let count = 0;
  let previousHash = CHAIN_START;
  for await (const link of links) {
    const expected = chainHash(key, previousHash, count + 1, link.entry);
    if (link.sequence !== count + 1 || !isSameHash(expected, link.hash))
      return { ok: false, brokenAt: count + 1 };
    previousHash = link.hash;
    count += 1;
  }
  return { ok: true, count };
}

function isSameHash(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
}
