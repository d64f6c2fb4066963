import type { StoredTokens, TokenStore } from '../../../adapters/token-store.ts';

/** The token store's contract without a database; the lease honours the clock it is given. */
export class MemoryTokenStore implements TokenStore {
  stored: StoredTokens | null = null;
  readonly #now: () => number;
  #lease: { readonly holder: string; readonly until: number } | null = null;

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  read(): Promise<StoredTokens | null> {
    return Promise.resolve(this.stored);
  }

  compareAndSet(previousVersion: number | null, next: StoredTokens): Promise<boolean> {
    if ((this.stored?.version ?? null) !== previousVersion) return Promise.resolve(false);
    this.stored = next;
    return Promise.resolve(true);
  }

  acquireLease(holder: string, ttlMs: number): Promise<boolean> {
    const now = this.#now();
    if (this.#lease !== null && this.#lease.until > now && this.#lease.holder !== holder)
      return Promise.resolve(false);
    this.#lease = { holder, until: now + ttlMs };
    return Promise.resolve(true);
  }

  releaseLease(holder: string): Promise<void> {
    if (this.#lease?.holder === holder) this.#lease = null;
    return Promise.resolve();
  }
}
