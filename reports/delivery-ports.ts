import type { ResidentAddress } from './report.ts';

/** A message to a resident from outside a turn: an officer's words or a change of status. */
export interface ResidentMessage {
  readonly address: ResidentAddress;
  readonly text: string;
  readonly author: 'officer' | 'system';
  /** The report thread's message to mark as sent or held; null for ordinary chat. */
  readonly report: { readonly reportId: string; readonly messageId: string } | null;
}

export interface ResidentOutbox {
  queue(message: ResidentMessage): void;
}

/**
 * Before writing: `now`, or `held` until the resident writes again because the platform's window has closed. For a while some
 * platforms still let an officer write, but not the system. `nudge` is held too, and the resident is told that something waits.
 * `off`: the channel is not configured any more, and the message waits until it is.
 */
export type Forecast = 'now' | 'nudge' | 'held' | 'off';

export interface DeliveryForecast {
  forecast(address: ResidentAddress, author: ResidentMessage['author']): Promise<Forecast>;
}
