import { z } from 'zod';
import type { ResidentAddress } from '../../reports/report.ts';
import { CHANNEL_NAMES } from '../../reports/report.ts';
import type { FieldCipher } from './field-cipher.ts';

const addressSchema = z.strictObject({
  channel: z.enum(CHANNEL_NAMES),
  accountId: z.string(),
  userId: z.string(),
});

export function sealOrNull(cipher: FieldCipher, text: string | null): string | null {
  return text === null ? null : cipher.seal(text);
}

export function openOrNull(cipher: FieldCipher, sealed: string | null): string | null {
  return sealed === null ? null : cipher.open(sealed);
}

export function sealAddress(cipher: FieldCipher, address: ResidentAddress): string {
  const { channel, accountId, userId } = address;
  return cipher.seal(JSON.stringify({ channel, accountId, userId }));
}

/** Throws CipherError for what was not sealed under this key. */
export function openAddress(cipher: FieldCipher, sealed: string): ResidentAddress {
  return addressSchema.parse(JSON.parse(cipher.open(sealed)));
}
