import { setTimeout as pause } from 'node:timers/promises';
import { MongoError } from 'mongodb';
import { isDatabaseAway } from '../adapters/mongo/database-away.ts';

const PAUSE_MS = 500;
const OUTLAST_MS = 60_000;

/** Does something again while the database refuses it or is away, at most for `withinMs`; then, or for any other error, it throws. */
export function keepTrying<T>(act: () => Promise<T>, withinMs: number): Promise<T> {
  return tryAgain(act, withinMs, (error) => error instanceof MongoError);
}

/** Does what may be done twice again when the database goes away in the middle of it, for a minute at most; a refusal throws at once. */
export function outlast<T>(act: () => Promise<T>): Promise<T> {
  return tryAgain(act, OUTLAST_MS, isDatabaseAway);
}

async function tryAgain<T>(
  act: () => Promise<T>,
  withinMs: number,
  isWorthIt: (error: unknown) => boolean,
): Promise<T> {
  const giveUpAt = performance.now() + withinMs;
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!isWorthIt(error) || performance.now() > giveUpAt) throw error;
      await pause(PAUSE_MS);
    }
  }
}
