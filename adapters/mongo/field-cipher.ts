import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const TEXT_PREFIX = 'v1.';

/** What was sealed cannot be opened: another key, another purpose, or bytes that were changed. */
export class CipherError extends Error {
  override name = 'CipherError';
}

/** Encrypts personal fields and evidence, and hashes what must be found again without being readable. */
export interface FieldCipher {
  /** AES-256-GCM with a fresh nonce; the same text never gives the same result twice. */
  seal(text: string): string;
  /** Throws CipherError when the text was not sealed with this key or was changed. */
  open(sealed: string): string;
  /** HMAC-SHA-256, base64url. Equal for equal values of one purpose, unrelated between purposes. */
  keyedHash(purpose: string, value: string): string;
  /** A fresh key for one file, and its form to be stored beside the file. */
  newFileKey(): { readonly key: FileKey; readonly wrapped: string };
  /** Throws CipherError when the key was not wrapped with this data key. */
  unwrapFileKey(wrapped: string): FileKey;
}

/** Encrypts the bytes of one file; `label` ties them to the file's id, so that two files cannot be exchanged. */
interface FileKey {
  seal(bytes: Uint8Array, label: string): Buffer;
  /** Throws CipherError. */
  open(sealed: Uint8Array, label: string): Buffer;
}

/** Separate keys for each purpose are derived from the 32 bytes of `dataKey` (HKDF-SHA-256). Throws RangeError for another length. */
export function createFieldCipher(dataKey: Buffer): FieldCipher {
  if (dataKey.length !== KEY_BYTES)
    throw new RangeError(`The data key has ${dataKey.length} bytes instead of 32`);
  const derive = (purpose: string) =>
    Buffer.from(
      hkdfSync('sha256', dataKey, Buffer.alloc(0), `commune-police-assistant/${purpose}`, KEY_BYTES),
    );
  const fieldKey = derive('fields');
  const wrappingKey = derive('file-keys');
  const hashKeys = new Map<string, Buffer>();

  const hashKey = (purpose: string): Buffer => {
    const key = hashKeys.get(purpose) ?? derive(`hash/${purpose}`);
    hashKeys.set(purpose, key);
    return key;
  };

  return {
    seal: (text) =>
      TEXT_PREFIX + sealBytes(fieldKey, Buffer.from(text, 'utf8'), 'field').toString('base64url'),
    open: (sealed) => openBytes(fieldKey, fromText(sealed), 'field').toString('utf8'),
    keyedHash: (purpose, value) =>
      createHmac('sha256', hashKey(purpose)).update(value, 'utf8').digest('base64url'),
    newFileKey: () => {
      const key = randomBytes(KEY_BYTES);
      const wrapped = TEXT_PREFIX + sealBytes(wrappingKey, key, 'file-key').toString('base64url');
      return { key: fileKey(key), wrapped };
    },
    unwrapFileKey: (wrapped) => fileKey(openBytes(wrappingKey, fromText(wrapped), 'file-key')),
  };
}

function fileKey(key: Buffer): FileKey {
  return {
    seal: (bytes, label) => sealBytes(key, bytes, `file/${label}`),
    open: (sealed, label) => openBytes(key, sealed, `file/${label}`),
  };
}

function fromText(sealed: string): Buffer {
  if (!sealed.startsWith(TEXT_PREFIX)) throw new CipherError('A sealed text has an unknown version');
  return Buffer.from(sealed.slice(TEXT_PREFIX.length), 'base64url');
}

/** Nonce, ciphertext, tag. */
function sealBytes(key: Buffer, plain: Uint8Array, label: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(label, 'utf8'));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function openBytes(key: Buffer, sealed: Uint8Array, label: string): Buffer {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) throw new CipherError('Sealed bytes are too short');
  const tagAt = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(label, 'utf8')).setAuthTag(sealed.subarray(tagAt));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, tagAt)), decipher.final()]);
  } catch (error) {
    throw new CipherError('Sealed bytes do not open with this key', { cause: error });
  }
}
