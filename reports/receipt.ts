import type { KeyObject } from 'node:crypto';
import { createHash, createPublicKey, sign, verify } from 'node:crypto';
import type { Report } from './report.ts';

/** Proof that a report arrived when it did, with this evidence: a text that anybody can check with the public key. */
export interface Receipt {
  /** The lines that are signed; what a person reads is printed beside them. */
  readonly text: string;
  /** Ed25519 over the UTF-8 bytes of `text`, base64url. */
  readonly signature: string;
  /** Which key signed: the first 16 hex digits of the SHA-256 of the public key (SPKI). */
  readonly keyId: string;
}

const FIRST_LINE = 'commune-police-receipt/1';

/** Signs code, time of submission and the hashes of all stored evidence. `privateKey` is an Ed25519 key. */
export function signReceipt(
  report: Pick<Report, 'code' | 'createdAt' | 'evidence'>,
  privateKey: KeyObject,
): Receipt {
  const text = canonicalText(report);
  return {
    text,
    signature: sign(null, Buffer.from(text, 'utf8'), privateKey).toString('base64url'),
    keyId: keyIdOf(createPublicKey(privateKey)),
  };
}

/** Whether the receipt was signed with the key that belongs to `publicKey` and nothing in it was changed. */
export function verifyReceipt(receipt: Receipt, publicKey: KeyObject): boolean {
  if (receipt.keyId !== keyIdOf(publicKey)) return false;
  const signature = Buffer.from(receipt.signature, 'base64url');
  return verify(null, Buffer.from(receipt.text, 'utf8'), publicKey, signature);
}

/** One line a fact, hashes sorted, so that the same report always gives the same bytes. */
function canonicalText({
  code,
  createdAt,
  evidence,
}: Pick<Report, 'code' | 'createdAt' | 'evidence'>): string {
  const hashes = evidence.flatMap(({ sha256 }) => sha256 ?? []).sort();
  const lines = [FIRST_LINE, `code ${code}`, `submitted ${createdAt.toISOString()}`];
  return [...lines, ...hashes.map((hash) => `sha256 ${hash}`), ''].join('\n');
}

function keyIdOf(publicKey: KeyObject): string {
  const spki = publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(spki).digest('hex').slice(0, 16);
}
