import type { Place } from './place.ts';

/** When something happened, as exactly as it was said. Places refer to the readable text. */
export interface When extends Place {
  readonly at: Date;
  readonly precision: 'minute' | 'hour' | 'part' | 'day' | 'week' | 'month' | 'year';
}
