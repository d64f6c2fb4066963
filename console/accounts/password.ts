import { hash, verify } from '@node-rs/argon2';

/** Longer than the 8 that suffice beside a second factor: staff choose it once. */
export const PASSWORD_MIN_CHARS = 12;
export const PASSWORD_MAX_CHARS = 128;

const FEWEST_DIFFERENT_CHARS = 5;

/** Argon2id with the library's costs (19 MiB, 2 passes), as OWASP asks. */
export function hashPassword(password: string): Promise<string> {
  return hash(normalised(password));
}

export function verifyPassword(password: string, passwordHash: string): Promise<boolean> {
  return verify(passwordHash, normalised(password));
}

export type PasswordFault = 'too-short' | 'too-long' | 'too-simple' | 'like-login';

/** Why this may not be a password, or null. */
export function passwordFault(password: string, login: string): PasswordFault | null {
  const text = normalised(password);
  const length = Array.from(text).length;
  if (length < PASSWORD_MIN_CHARS) return 'too-short';
  if (length > PASSWORD_MAX_CHARS) return 'too-long';
  const folded = text.toLowerCase();
  if (new Set(folded).size < FEWEST_DIFFERENT_CHARS) return 'too-simple';
  if (folded.replaceAll(login.toLowerCase(), '').length < PASSWORD_MIN_CHARS / 2) return 'like-login';
  return null;
}

/** The same letters typed on another keyboard are the same password. */
function normalised(password: string): string {
  return password.normalize('NFC');
}
