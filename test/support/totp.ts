import { TOTP } from 'otpauth';

const PERIOD_MS = 30_000;

/** The code that an authenticator app shows, `stepsAhead` periods from now: each code is accepted only once. */
export function totpCode(secret: string, stepsAhead = 0): string {
  return new TOTP({ secret }).generate({ timestamp: Date.now() + stepsAhead * PERIOD_MS });
}
