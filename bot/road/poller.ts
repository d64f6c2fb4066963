/** Does something again and again, with a pause after each time; never twice at once. */
export interface Poller {
  start(): void;
  stop(): Promise<void>;
}

/** `round` must not reject. */
export function createPoller(options: {
  readonly everyMs: number;
  readonly round: () => Promise<void>;
}): Poller {
  let timer: NodeJS.Timeout | undefined;
  let current = Promise.resolve();
  let stopped = false;

  const next = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      current = options.round().then(next);
    }, options.everyMs);
  };

  return {
    start: () => {
      current = options.round().then(next);
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}
