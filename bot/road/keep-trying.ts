import { setTimeout as pause } from 'node:timers/promises';
import { MongoError } from 'mongodb';

const PAUSE_MS = 500;

/** Does something again while the database is away, at most for `withinMs`; then, or for any other error, it throws. */
export async function keepTrying<T>(act: () => Promise<T>, withinMs: number): Promise<T> {
  const giveUpAt = performance.now() + withinMs;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof MongoError) || performance.now() > giveUpAt) throw error;
      await pause(PAUSE_MS);
    }
  }
}
