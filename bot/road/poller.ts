/** Does something again and again, with a pause after each time; never twice at once. */
export interface Poller {
  start(): void;
  stop(): Promise<void>;
}

/** Of so many rounds one is made however busy it is. */
const SKIPPED_ROUNDS = 10;

/** `round` must not reject. While `isBusy`, looking for more is only work: most rounds are left out then. */
export function createPoller(options: {
  readonly everyMs: number;
  readonly isBusy?: () => boolean;
  readonly round: () => Promise<void>;
}): Poller {
  let skipped = 0;
  const round = async (): Promise<void> => {
    skipped = options.isBusy?.() === true ? (skipped + 1) % SKIPPED_ROUNDS : 0;
    if (skipped === 0) await options.round();
  };
  let timer: NodeJS.Timeout | undefined;
  let current = Promise.resolve();
  let stopped = false;

  const next = (): void => {
    if (stopped) return;
    timer = setTimeout(() => {
      current = round().then(next);
    }, options.everyMs);
  };

  return {
    start: () => {
      current = round().then(next);
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await current;
    },
  };
}
