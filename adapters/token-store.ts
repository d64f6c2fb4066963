/** The tokens of a channel whose tokens rotate. */
export interface StoredTokens {
  readonly accessToken: string;
  /** May be spent only once: the platform answers with the next pair. */
  readonly refreshToken: string;
  readonly accessExpiresAt: Date;
  readonly refreshedAt: Date;
  /** needs-consent: the grant is gone, only the account's administrator can give a new one. */
  readonly state: 'live' | 'needs-consent';
  /** Which grant of the configuration this descends from; another one there replaces all of this. */
  readonly grant: string;
  /** Rises by one with each write. */
  readonly version: number;
}

/** Where the tokens of one channel live, shared by every process. The implementation seals them at rest. */
export interface TokenStore {
  /** Null when nothing was ever stored. */
  read(): Promise<StoredTokens | null>;
  /** Stores `next` if the stored version is still `previousVersion` (null: nothing stored yet); false when it is not. */
  compareAndSet(previousVersion: number | null, next: StoredTokens): Promise<boolean>;
  /** Takes the right to refresh for `ttlMs`, which must outlast every request; false while another holds it. */
  acquireLease(holder: string, ttlMs: number): Promise<boolean>;
  /** Gives the lease back; nothing happens when `holder` no longer has it. */
  releaseLease(holder: string): Promise<void>;
}
