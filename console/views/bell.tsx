import { vi } from '../texts/vi.ts';

/** Switches the sound of urgent matters on and off; shown and named by a browser that can play one. */
export function Bell() {
  return (
    <button
      class="quiet bell"
      type="button"
      data-on={vi.queue.bellOn}
      data-off={vi.queue.bellOff}
      title={vi.queue.bellHint}
      hidden
    />
  );
}
