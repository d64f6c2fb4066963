import { randomBytes } from 'node:crypto';

const HOUR_MS = 3_600_000;
const ACCESS_LIFE_MS = 25 * HOUR_MS;
const REFRESH_LIFE_MS = 90 * 24 * HOUR_MS;

/** Both tokens and the moments they end, in milliseconds since 1970. */
interface GrantState {
  /** The refresh token that the account began with. */
  readonly first: string;
  readonly access: string;
  readonly refresh: string;
  readonly accessEndsAt: number;
  readonly refreshEndsAt: number;
}

interface TokenReply {
  readonly access_token: string;
  readonly refresh_token: string;
  /** Seconds, as a string. */
  readonly expires_in: string;
}

/** The one grant of the account: every refresh ends both tokens before it. */
export interface Grant {
  /** Null when the token may be used, else Zalo's error code. */
  check(accessToken: string | undefined): -216 | -220 | null;
  /** The next pair, or null: the refresh token was spent, ended or never was one. */
  refresh(refreshToken: string | undefined): TokenReply | null;
  /** A new pair after the administrator's consent. */
  renew(): TokenReply;
  /** The access token ends now; the refresh token stays good. */
  expireAccess(): void;
  /** The administrator takes the consent back: only a new consent helps. */
  revoke(): void;
  state(): GrantState;
  /** Takes up the grant of an earlier run, whose tokens the bot still holds; not one of another beginning. */
  restore(state: GrantState): void;
  readonly counts: { refreshes: number; rejected: number };
}

export function createGrant(first: { accessToken: string; refreshToken: string }, now: () => Date): Grant {
  const counts = { refreshes: 0, rejected: 0 };
  const ended = new Set<string>();
  let access = first.accessToken;
  let refresh = first.refreshToken;
  let accessEndsAt = now().getTime() + ACCESS_LIFE_MS;
  let refreshEndsAt = now().getTime() + REFRESH_LIFE_MS;

  function next(): TokenReply {
    ended.add(access);
    access = randomBytes(32).toString('base64url');
    refresh = randomBytes(32).toString('base64url');
    accessEndsAt = now().getTime() + ACCESS_LIFE_MS;
    refreshEndsAt = now().getTime() + REFRESH_LIFE_MS;
    return { access_token: access, refresh_token: refresh, expires_in: String(ACCESS_LIFE_MS / 1000) };
  }

  return {
    counts,
    check(accessToken) {
      if (accessToken === access && access !== '') return now().getTime() < accessEndsAt ? null : -220;
      return accessToken !== undefined && ended.has(accessToken) ? -220 : -216;
    },
    refresh(refreshToken) {
      if (refresh === '' || refreshToken !== refresh || now().getTime() >= refreshEndsAt) {
        counts.rejected += 1;
        return null;
      }
      counts.refreshes += 1;
      return next();
    },
    renew: next,
    expireAccess() {
      accessEndsAt = now().getTime();
    },
    revoke() {
      ended.add(access);
      access = '';
      refresh = '';
    },
    state: () => ({ first: first.refreshToken, access, refresh, accessEndsAt, refreshEndsAt }),
    restore(state) {
      if (state.first !== first.refreshToken) return;
      ({ access, refresh, accessEndsAt, refreshEndsAt } = state);
    },
  };
}
