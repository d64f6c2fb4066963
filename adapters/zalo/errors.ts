import type { SendOutcome } from '../channel.ts';

/** What an error code asks of us. `token`, `upload` and `plain-text` are tried once more at once. */
export type ErrorClass =
  | 'rate-limited'
  | 'later'
  | 'unknown'
  | 'window-closed'
  | 'unreachable'
  | 'refused'
  | 'channel-down'
  | 'token'
  | 'expired-upload'
  | 'refused-form';

/** Error codes of openapi.zalo.me (developers.zalo.me, error table; 2026-11-22). A code that is not here is `refused`. */
const CLASSES: ReadonlyMap<number, ErrorClass> = new Map<number, ErrorClass>([
  [-32, 'rate-limited'], // the app or the account made too many calls this minute
  [-100, 'expired-upload'], // an upload lives 7 days
  [-200, 'unknown'], // "send failed": a second try may double the message
  [-201, 'refused-form'], // a field is invalid
  [-204, 'channel-down'], // account disabled
  [-205, 'channel-down'], // account does not exist
  [-209, 'channel-down'], // app not activated
  [-210, 'refused'], // a parameter is too long
  [-211, 'channel-down'], // out of quota
  [-212, 'channel-down'], // the app has not registered this API
  [-213, 'unreachable'], // has not followed the account
  [-214, 'later'], // an article is being processed
  [-216, 'token'],
  [-217, 'unreachable'], // blocks invitations of the account
  [-218, 'later'], // this person's quota is used up
  [-219, 'channel-down'], // app removed or disabled
  [-220, 'token'],
  [-221, 'channel-down'], // account must be verified
  [-223, 'channel-down'], // account has not granted this API
  [-224, 'channel-down'], // the account's package is too small
  [-227, 'unreachable'], // banned or inactive for 45 days
  [-230, 'window-closed'], // no interaction in 7 days
  [-231, 'refused'],
  [-232, 'window-closed'],
  [-233, 'refused-form'], // message type not supported
  [-234, 'later'], // not between 22:00 and 06:00
  [-235, 'channel-down'], // not for this type of account
  [-237, 'refused'], // group disabled
  [-240, 'refused-form'], // the older message API is shut down
  [-242, 'channel-down'], // invalid appsecret_proof
  [-244, 'unreachable'], // the person restricted this type of message
  [-248, 'refused'], // violates the platform's standards
  [-320, 'channel-down'], // no Zalo Cloud Account connected
  [-321, 'channel-down'], // its balance is used up
  // seen in the field, in no table
  [-401, 'token'],
  [216, 'token'],
  [401, 'token'],
]);

const MINUTE_MS = 60_000;
const LATER_MS = 30 * MINUTE_MS;
/** Calls that were refused together do not all come back in the same second. */
const SPREAD_MS = 5_000;

/** An unknown code counts as refused. */
export function errorClass(code: number): ErrorClass {
  return CLASSES.get(code) ?? 'refused';
}

/**
 * The outcome of a refusal that was not, or could not be, mended at once. `spread` is 0 to 1; `kind` is given where the
 * code is of another table.
 */
export function outcomeOf(code: number, now: Date, spread: number, kind = errorClass(code)): SendOutcome {
  const text = String(code);
  switch (kind) {
    case 'rate-limited':
      // The limit counts calls of the running minute.
      return {
        kind: 'retry',
        afterMs: MINUTE_MS - (now.getTime() % MINUTE_MS) + spread * SPREAD_MS,
        code: text,
      };
    case 'later':
      return { kind: 'retry', afterMs: LATER_MS + spread * SPREAD_MS, code: text };
    case 'unknown':
      return { kind: 'unknown', code: text };
    case 'window-closed':
      return { kind: 'window-closed', code: text };
    case 'unreachable':
      return { kind: 'unreachable', code: text };
    case 'channel-down':
    case 'token':
      return { kind: 'channel-down', code: text };
    case 'expired-upload':
    case 'refused-form':
    case 'refused':
      return { kind: 'refused', code: text };
  }
}
