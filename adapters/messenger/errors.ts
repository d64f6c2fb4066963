import type { SendOutcome } from '../channel.ts';

/** An error of the Graph API, as far as the next step depends on it. */
export interface GraphFailure {
  readonly code: number;
  readonly subcode: number | null;
  /** What the usage header says about when calls are allowed again; null when it says nothing. */
  readonly regainMs: number | null;
}

type ErrorClass =
  Exclude<SendOutcome['kind'], 'sent' | 'retry'> | 'rate-limited' | 'soon' | 'minutes' | 'expired-upload';

/**
 * Messenger error codes, "code/subcode" before "code" (developers.facebook.com, common error codes of 2026-06-25; the
 * class is our judgement). A code that is not here is `refused`.
 */
const CLASSES: ReadonlyMap<string, ErrorClass> = new Map<string, ErrorClass>([
  ['1', 'unknown'], // "unknown error"; seen after messages that were sent
  ['2', 'unknown'], // temporary, or the person blocked the Page
  ['4', 'rate-limited'],
  ['17', 'rate-limited'],
  ['32', 'rate-limited'],
  ['613', 'rate-limited'],
  ['613/2018338', 'channel-down'], // abusive rate: the Page may be restricted
  ['80006', 'rate-limited'],
  ['10', 'channel-down'], // permission missing
  ['10/2018278', 'window-closed'],
  ['10/2534022', 'window-closed'],
  ['10/2018065', 'window-closed'],
  ['10/2018108', 'unreachable'],
  ['10/1893063', 'channel-down'], // the Page is restricted from sending for a time
  ['200', 'channel-down'], // permission missing, or the app is not live
  ['200/2018028', 'channel-down'],
  ['200/1545041', 'unreachable'],
  ['100/2018001', 'unreachable'], // no such person on this Page
  ['100/1893061', 'refused'], // a message tag that Meta removed
  ['100/2018008', 'soon'], // Meta could not fetch the file
  ['100/2018047', 'refused'],
  ['100/2018109', 'refused'],
  ['100/2018294', 'refused'],
  ['100/2018074', 'expired-upload'],
  ['100/2018014', 'refused'],
  ['100/2534037', 'refused'], // another app owns the thread
  ['100/2018300', 'refused'],
  ['2018300', 'refused'],
  ['100/2018321', 'minutes'], // Meta's own questions are being answered
  ['2018321', 'minutes'],
  ['190', 'channel-down'], // token invalid
  ['368', 'channel-down'], // blocked for policy violations
  ['551', 'unreachable'],
  ['551/1545041', 'unreachable'],
  ['2022', 'refused'], // commerce messages are disabled
  ['9000001', 'refused'], // the message was deleted
]);

const SECOND_MS = 1000;
const RATE_LIMIT_MS = 60 * SECOND_MS;
const SOON_MS = 30 * SECOND_MS;
const MINUTES_MS = 5 * 60 * SECOND_MS;
const SPREAD_MS = 5 * SECOND_MS;

/** By code and subcode, else by the code alone; an unknown code counts as refused. */
export function errorClass({ code, subcode }: GraphFailure): ErrorClass {
  return CLASSES.get(`${code}/${subcode ?? ''}`) ?? CLASSES.get(String(code)) ?? 'refused';
}

/** The outcome of an error that could not be mended at once. `spread` is 0 to 1. */
export function outcomeOf(failure: GraphFailure, spread: number): SendOutcome {
  const code = failure.subcode === null ? String(failure.code) : `${failure.code}/${failure.subcode}`;
  const kind = errorClass(failure);
  switch (kind) {
    case 'rate-limited':
      return { kind: 'retry', afterMs: (failure.regainMs ?? RATE_LIMIT_MS) + spread * SPREAD_MS, code };
    case 'soon':
      return { kind: 'retry', afterMs: SOON_MS, code };
    case 'minutes':
      return { kind: 'retry', afterMs: MINUTES_MS, code };
    case 'expired-upload':
      return { kind: 'refused', code };
    default:
      return { kind, code };
  }
}
