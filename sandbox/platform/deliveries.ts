import type { Faults } from './faults.ts';

export interface DeliveryOptions {
  /** Where the bot listens; asked before each attempt, because the port is known only after listening. */
  readonly webhookUrl: () => string;
  /** Headers with the true signature of the body. */
  readonly sign: (body: string) => Readonly<Record<string, string>>;
  /** Pauses before the second, third … attempt; after the last one the platform gives up and switches the webhook off. */
  readonly retryDelaysMs: readonly number[];
  readonly timeoutMs: number;
  readonly faults: Faults;
}

/** One try at a webhook, as an engineer looks at it. */
interface DeliveryAttempt {
  readonly body: string;
  /** Milliseconds since 1970, real time. */
  readonly at: number;
  readonly durationMs: number;
  /** 0 at the first attempt. */
  readonly retries: number;
  /** The bot's HTTP status; null when no answer came, or nothing was sent. */
  readonly status: number | null;
}

/** The platform's side of webhooks: at least once, and not always in order. */
export interface Deliveries {
  /** First attempts of one lane (a conversation) follow each other; lanes go side by side. */
  post(body: string, lane: string): void;
  /** Resolves when nothing is on its way and no retry is due. */
  settled(): Promise<void>;
  /** False after the ladder ended without a 200: the platform has unsubscribed the app. */
  isOn(): boolean;
  switchOn(): void;
  /** Calls `listener` after every attempt until the returned function is called. */
  subscribe(listener: (attempt: DeliveryAttempt) => void): () => void;
  readonly counts: { accepted: number; failedAttempts: number; givenUp: number; notSent: number };
  close(): void;
}

/** How long a webhook that waits to be overtaken waits at most. */
const OVERTAKEN_MS = 300;

export function createDeliveries(options: DeliveryOptions): Deliveries {
  const { faults } = options;
  const counts = { accepted: 0, failedAttempts: 0, givenUp: 0, notSent: 0 };
  const work = createUnderway();
  const timers = new Set<NodeJS.Timeout>();
  const listeners = new Set<(attempt: DeliveryAttempt) => void>();
  const follow = createLanes();
  let on = true;
  let heldBack: (() => void) | null = null;

  const later = (ms: number, run: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timer.unref();
    timers.add(timer);
  };

  const tell = (attempt: DeliveryAttempt) => {
    for (const listener of listeners) listener(attempt);
  };

  async function attempt(body: string, retries: number, loseThis: boolean): Promise<void> {
    const at = Date.now();
    const status = loseThis ? null : await postOnce(options, body, retries);
    tell({ body, at, durationMs: Date.now() - at, retries, status });
    if (status === 200) {
      counts.accepted += 1;
      work.finish();
      return;
    }
    counts.failedAttempts += 1;
    const pause = options.retryDelaysMs[retries];
    if (pause === undefined) {
      counts.givenUp += 1;
      on = false;
      work.finish();
      return;
    }
    later(pause, () => void attempt(body, retries + 1, false));
  }

  function start(body: string, lane: string): void {
    const { delayMs, loseFirstAttempt } = faults.draw();
    if (delayMs === 0) follow(lane, () => attempt(body, 0, loseFirstAttempt));
    else later(delayMs, () => void attempt(body, 0, loseFirstAttempt));
  }

  function holdBack(body: string, lane: string): void {
    const release = () => {
      if (heldBack !== release) return;
      heldBack = null;
      start(body, lane);
    };
    heldBack = release;
    later(OVERTAKEN_MS, release);
  }

  return {
    counts,
    post(body, lane) {
      if (!on) {
        counts.notSent += 1;
        tell({ body, at: Date.now(), durationMs: 0, retries: 0, status: null });
        return;
      }
      const { duplicate, reorder } = faults.draw();
      const overtaken = heldBack;
      work.begin();
      if (reorder && overtaken === null) holdBack(body, lane);
      else start(body, lane);
      if (duplicate) {
        work.begin();
        start(body, lane);
      }
      overtaken?.();
    },
    settled: work.settled,
    isOn: () => on,
    switchOn() {
      on = true;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      on = false;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      work.giveUp();
    },
  };
}

/** Counts what is on its way and tells those who wait for its end. */
function createUnderway() {
  const waiting = new Set<() => void>();
  let count = 0;
  const giveUp = () => {
    for (const resolve of waiting) resolve();
    waiting.clear();
  };
  return {
    begin() {
      count += 1;
    },
    finish() {
      count -= 1;
      if (count === 0) giveUp();
    },
    giveUp,
    settled: (): Promise<void> =>
      count === 0 ? Promise.resolve() : new Promise((resolve) => waiting.add(resolve)),
  };
}

/** Runs what is given for one lane one after the other. */
function createLanes(): (lane: string, run: () => Promise<void>) => void {
  const lanes = new Map<string, Promise<void>>();
  return (lane, run) => {
    const turn = (lanes.get(lane) ?? Promise.resolve()).then(run).finally(() => {
      if (lanes.get(lane) === turn) lanes.delete(lane);
    });
    lanes.set(lane, turn);
  };
}

/** The status of the answer, or null when none came in time. Redirects are not followed. */
async function postOnce(options: DeliveryOptions, body: string, retries: number): Promise<number | null> {
  try {
    const response = await fetch(options.webhookUrl(), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...options.sign(body),
        ...(retries === 0 ? {} : { num_retry: String(retries) }),
      },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(options.timeoutMs),
    });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return null;
  }
}
