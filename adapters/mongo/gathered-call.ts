import { isDatabaseAway } from './database-away.ts';

export interface GatheredCallOptions<Item, Result> {
  /** What is done with an item when nothing else is waiting. */
  readonly alone: (item: Item) => Promise<Result>;
  /** The same for several at once: one result an item, in the same order. */
  readonly together: (items: readonly Item[]) => Promise<readonly Result[]>;
  readonly maxTogether: number;
  /** Calls under way at once. */
  readonly maxUnderWay: number;
}

/** A call that takes longer is out of the ordinary: those who asked wait for it, but it holds up nobody else. */
const PATIENCE_MS = 1_000;
/** With more of them the database is away as a whole, and asking it again would only add to its work. */
const MOST_OVERDUE = 8;

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result | Promise<Result>) => void;
  readonly reject: (error: unknown) => void;
}

/**
 * A call to the database that many make beside each other: what is asked while others are under way goes together in the
 * next. Nothing waits for company; under load a call is shared by all that came meanwhile. When the database refuses
 * several at once each is done alone, so that a bad one harms no other: both ways must therefore be safe to repeat. While a
 * call hangs, because its connection died unnoticed, the next go beside it, on other connections.
 */
export function createGatheredCall<Item, Result>(
  options: GatheredCallOptions<Item, Result>,
): (item: Item) => Promise<Result> {
  const { alone, together, maxTogether, maxUnderWay } = options;
  const waiting: Waiting<Item, Result>[] = [];
  let underWay = 0;
  let overdue = 0;
  let isScheduled = false;

  const send = async (batch: readonly Waiting<Item, Result>[]): Promise<void> => {
    try {
      const results = await together(batch.map(({ item }) => item));
      if (results.length !== batch.length) throw new Error('A gathered call left an item without a result');
      for (const [index, result] of results.entries()) batch[index]?.resolve(result);
    } catch (error) {
      for (const { item, resolve, reject } of batch) {
        // asking again at once is no use while the database is away
        if (isDatabaseAway(error)) reject(error);
        else resolve(alone(item));
      }
    }
  };

  const sendWaiting = (): void => {
    isScheduled = false;
    // each that hangs halves the next: however many do, they never hold all of those who ask
    const batch = waiting.splice(0, Math.max(1, maxTogether >> overdue));
    const [first] = batch;
    if (first === undefined) return;
    underWay += 1;
    const sent = batch.length === 1 ? alone(first.item).then(first.resolve, first.reject) : send(batch);
    let isOverdue = false;
    const patience = setTimeout(() => {
      if (overdue === MOST_OVERDUE) return;
      isOverdue = true;
      overdue += 1;
      schedule();
    }, PATIENCE_MS);
    void sent.then(() => {
      clearTimeout(patience);
      underWay -= 1;
      if (isOverdue) overdue -= 1;
      schedule();
    });
    schedule();
  };

  // at the end of this round of the event loop, so that what comes in one burst goes together
  const schedule = (): void => {
    if (isScheduled || waiting.length === 0 || underWay - overdue >= maxUnderWay) return;
    isScheduled = true;
    setImmediate(sendWaiting);
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      schedule();
    });
}
