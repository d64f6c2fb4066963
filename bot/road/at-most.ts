import { setTimeout as pause } from 'node:timers/promises';

/** Resolves when the work is done, or after `withinMs`; the work goes on then. */
export async function atMost(withinMs: number, work: Promise<unknown>): Promise<void> {
  const patience = new AbortController();
  const over = pause(withinMs, undefined, { signal: patience.signal }).catch(() => undefined);
  try {
    await Promise.race([work, over]);
  } finally {
    patience.abort();
  }
}
