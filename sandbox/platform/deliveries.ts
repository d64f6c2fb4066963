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

/** The platform's side of webhooks: at least once, and not always in order. */
export interface Deliveries {
  /** First attempts of one lane (a conversation) follow each other; lanes go side by side. */
  post(body: string, lane: string): void;
  /** Resolves when nothing is on its way and no retry is due. */
  settled(): Promise<void>;
  /** False after the ladder ended without a 200: the platform has unsubscribed the app. */
  isOn(): boolean;
  switchOn(): void;
  readonly counts: { accepted: number; failedAttempts: number; givenUp: number; notSent: number };
  close(): void;
}

/** How long a webhook that waits to be overtaken waits at most. */
const OVERTAKEN_MS = 300;

export function createDeliveries(options: DeliveryOptions): Deliveries {
  const { faults } = options;
  const counts = { accepted: 0, failedAttempts: 0, givenUp: 0, notSent: 0 };
  const waiting = new Set<() => void>();
  const timers = new Set<NodeJS.Timeout>();
  const follow = createLanes();
  let underway = 0;
  let on = true;
  let heldBack: (() => void) | null = null;

  const begin = () => {
    underway += 1;
  };
  const finish = () => {
    underway -= 1;
    if (underway > 0) return;
    for (const resolve of waiting) resolve();
    waiting.clear();
  };
  const later = (ms: number, run: () => void) => {
    const timer = setTimeout(() => {
      timers.delete(timer);
      run();
    }, ms);
    timer.unref();
    timers.add(timer);
  };

  async function attempt(body: string, retries: number, loseThis: boolean): Promise<void> {
    const accepted = loseThis ? false : await postOnce(options, body, retries);
    if (accepted) {
      counts.accepted += 1;
      finish();
      return;
    }
    counts.failedAttempts += 1;
    const pause = options.retryDelaysMs[retries];
    if (pause === undefined) {
      counts.givenUp += 1;
      on = false;
      finish();
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
        return;
      }
      const { duplicate, reorder } = faults.draw();
      const overtaken = heldBack;
      begin();
      if (reorder && overtaken === null) holdBack(body, lane);
      else start(body, lane);
      if (duplicate) {
        begin();
        start(body, lane);
      }
      overtaken?.();
    },
    settled: () => (underway === 0 ? Promise.resolve() : new Promise((resolve) => waiting.add(resolve))),
    isOn: () => on,
    switchOn() {
      on = true;
    },
    close() {
      on = false;
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
      for (const resolve of waiting) resolve();
      waiting.clear();
    },
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

/** Only a 200 in time counts; redirects are not followed. */
async function postOnce(options: DeliveryOptions, body: string, retries: number): Promise<boolean> {
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
    return response.status === 200;
  } catch {
    return false;
  }
}
