/** A send may take ten seconds until its outcome is known, and what it brings back may be here before. */
const PAUSES_MS = [500, 3_000, 12_000] as const;
/** More than this are not waited for: bounds memory in a flood. */
const MAX_WAITING = 1_000;

/** Looks for something now and, while it may still come, a few times more. */
export interface LookAgain {
  /** `look` says whether it may still come; its errors reach only the first caller, later ones end the looking. */
  look(look: () => Promise<'settled' | 'may-come'>): Promise<void>;
  /** Forgets what would be looked for. */
  stop(): void;
}

export function createLookAgain(onError: (error: unknown) => void): LookAgain {
  const timers = new Set<NodeJS.Timeout>();
  const later = (look: () => Promise<'settled' | 'may-come'>, round: number): void => {
    const pauseMs = PAUSES_MS[round];
    if (pauseMs === undefined || timers.size >= MAX_WAITING) return;
    const timer = setTimeout(() => {
      timers.delete(timer);
      look().then((answer) => {
        if (answer === 'may-come') later(look, round + 1);
      }, onError);
    }, pauseMs);
    timers.add(timer);
  };
  return {
    look: async (look) => {
      if ((await look()) === 'may-come') later(look, 0);
    },
    stop: () => {
      for (const timer of timers) clearTimeout(timer);
      timers.clear();
    },
  };
}
