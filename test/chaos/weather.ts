import type { FaultSettings } from '../../sandbox/platform/faults.ts';
import type { Platforms } from '../support/platforms.ts';

/** What goes wrong between the platforms and the program, each for a while and for a part of the calls. */
const MILD: readonly Partial<FaultSettings>[] = [
  {},
  { duplicate: true },
  { reorder: true },
  { delayMs: 300, share: 0.5 },
  { loseFirstAttempt: true, share: 0.5 },
  { sendTrouble: 'lost-answer', share: 0.2 },
  { sendTrouble: 'error-after-acting', share: 0.2 },
];
/** A call that was not acted on, or may not have been, is tried again a minute later: not for a short run. */
const SEVERE: readonly Partial<FaultSettings>[] = [
  { sendTrouble: 'hang', share: 0.1 },
  { sendTrouble: 'broken', share: 0.1 },
  { sendTrouble: 'busy', share: 0.1 },
];

const CHANGES_EVERY_MS = 1_000;

/** Changes the weather of both platforms again and again until the returned function clears it up. */
export function startWeather(
  { zalo, messenger }: Platforms,
  severe: boolean,
  random: () => number,
): () => void {
  const kinds = severe ? [...MILD, ...SEVERE] : MILD;
  const change = (): void => {
    for (const { faults } of [zalo, messenger]) {
      faults.reset();
      faults.change(kinds[Math.floor(random() * kinds.length)]);
    }
  };
  const timer = setInterval(change, CHANGES_EVERY_MS);
  return () => {
    clearInterval(timer);
    zalo.faults.reset();
    messenger.faults.reset();
  };
}
