import { Secret, TOTP } from 'otpauth';
import { toString as toQrCode } from 'qrcode';

const PERIOD_SECONDS = 30;
const DIGITS = 6;
/** One step to either side: a phone's clock may be half a minute off. */
const WINDOW_STEPS = 1;
const SECRET_BYTES = 20;

/** A new secret in Base32, 160 bits (RFC 4226 section 4). */
export function newTotpSecret(): string {
  return new Secret({ size: SECRET_BYTES }).base32;
}

/** The time step of this code if it is right and later than `lastStep`, else null: a code works once. */
export function totpStep(secret: string, code: string, lastStep: number, now: Date): number | null {
  if (!/^[0-9]{6}$/.test(code)) return null;
  const totp = new TOTP({ secret: Secret.fromBase32(secret), digits: DIGITS, period: PERIOD_SECONDS });
  const delta = totp.validate({ token: code, timestamp: now.getTime(), window: WINDOW_STEPS });
  if (delta === null) return null;
  const step = Math.floor(now.getTime() / 1_000 / PERIOD_SECONDS) + delta;
  return step > lastStep ? step : null;
}

/** When a code of this step was shown: with `totpLastStep`, the last time an account was used. */
export function momentOfStep(step: number): Date {
  return new Date(step * PERIOD_SECONDS * 1_000);
}

/** What an authenticator app scans, as a data: image. Drawn as SVG: a PNG keeps the process busy ten times as long. */
export async function totpQrCode(secret: string, login: string, issuer: string): Promise<string> {
  const totp = new TOTP({
    issuer,
    label: login,
    secret: Secret.fromBase32(secret),
    digits: DIGITS,
    period: PERIOD_SECONDS,
  });
  const svg = await toQrCode(totp.toString(), { type: 'svg', margin: 1, errorCorrectionLevel: 'M' });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
