import { createPrivateKey, createPublicKey, timingSafeEqual } from 'node:crypto';
import type { FieldCipher } from '../adapters/mongo/field-cipher.ts';
import type { ReceiptDesk } from '../console/receipt/receipt-desk.ts';
import { parseCaseCode } from '../reports/case-code.ts';
import { signReceipt, verifyReceipt } from '../reports/receipt.ts';

/** Before the 32 bytes of the seed in an Ed25519 key as PKCS #8 (RFC 8410, section 7). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
/** 132 bits: nobody guesses the address of a receipt. */
const TOKEN_CHARS = 22;

/** Receipts need no storage: key and addresses come from the data key, and the signature is the same each time. */
export function createReceiptDesk(cipher: FieldCipher): ReceiptDesk {
  const seed = Buffer.from(cipher.keyedHash('receipt', 'signing key'), 'base64url');
  const privateKey = createPrivateKey({
    key: Buffer.concat([PKCS8_HEAD, seed]),
    format: 'der',
    type: 'pkcs8',
  });
  const publicKey = createPublicKey(privateKey);
  const secretOf = (code: string): string => cipher.keyedHash('receipt link', code).slice(0, TOKEN_CHARS);

  return {
    token: (code) => `${code}-${secretOf(code)}`,
    readToken: (token) => {
      const code = parseCaseCode(token.slice(0, 9));
      if (code === null) return null;
      const given = Buffer.from(token.slice(10));
      const wanted = Buffer.from(secretOf(code));
      return given.length === wanted.length && timingSafeEqual(given, wanted) ? code : null;
    },
    sign: ({ code, createdAt, evidence }) => {
      // what was sent later is not what this receipt speaks of
      const sent = evidence.filter(({ arrivedAt }) => arrivedAt.getTime() <= createdAt.getTime());
      return signReceipt({ code, createdAt, evidence: sent }, privateKey);
    },
    verify: (receipt) => verifyReceipt(receipt, publicKey),
  };
}
