interface OpenCursor {
  readonly continuation: Buffer;
  readonly expiresAt: number;
}

const idleMs = 10 * 60 * 1000;
const maxCursors = 10_000;

/** How to go on with the cursors that clients have open; forgotten after 10 minutes without use, as MongoDB does. */
export class CursorStore {
  readonly #cursors = new Map<bigint, OpenCursor>();

  /** `now` in milliseconds, as of Date.now(). */
  keep(id: bigint, continuation: Buffer, now: number): void {
    for (const [oldest, cursor] of this.#cursors) {
      if (cursor.expiresAt > now && this.#cursors.size < maxCursors) break;
      this.#cursors.delete(oldest);
    }
    // A copy: the continuation must not hold on to the whole block that was read from the socket.
    this.#cursors.set(id, { continuation: Buffer.from(continuation), expiresAt: now + idleMs });
  }

  /** Takes a cursor out, undefined when there is none; who goes on with it keeps it anew. */
  take(id: bigint, now: number): Buffer | undefined {
    const cursor = this.#cursors.get(id);
    this.#cursors.delete(id);
    return cursor !== undefined && cursor.expiresAt > now ? cursor.continuation : undefined;
  }
}
