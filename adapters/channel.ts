import type { Activity, BotAdapter, TurnContext } from 'botbuilder-core';
import type { ChannelName } from '../reports/report.ts';

/** What one webhook event means to us. Everything that is not understood is `ignored`: stored, acknowledged and counted. */
export type EventKind =
  /** Words, buttons or attachments of a resident: runs a turn. */
  | 'message'
  /** A resident opened or followed the account: runs a turn that greets. */
  | 'arrival'
  /** Delivered or seen. */
  | 'receipt'
  /** Our own message coming back; `outboxId` tells which. */
  | 'echo'
  /** A person or another app answered outside this product: the bot pauses in that conversation. */
  | 'takeover'
  /** The thread is ours again: a pause that a takeover began is over. */
  | 'handback'
  /** A sign of life that opens the reply window and asks for no answer: a reaction on Messenger. */
  | 'presence'
  /** A message was changed after it was sent: nothing is asked again, but an officer in a talk sees it. */
  | 'edit'
  /** The resident withdraws consent or leaves (Zalo `user_withdraw`, `unfollow`). */
  | 'withdrawal'
  /** The platform warns, blocks or revokes: staff must know. */
  | 'alarm'
  | 'ignored';

/** One event of a webhook call, as far as the road needs to know it. */
export interface InboundEvent {
  readonly kind: EventKind;
  /** The platform's own name, for counting. */
  readonly name: string;
  /** Unique within the channel: a redelivery has the same key. */
  readonly key: string;
  /** Whose conversation; null when the event belongs to none. */
  readonly from: { readonly accountId: string; readonly userId: string } | null;
  readonly occurredAt: Date;
  /** Of an echo: the outbox id we gave, if it carries one, and the platform's message id. */
  readonly echo: { readonly outboxId: string | null; readonly platformMessageId: string | null } | null;
  /** Of a receipt: which messages of ours, by their ids, or all that were sent until a moment. */
  readonly receipt?: {
    readonly state: 'delivered' | 'seen';
    readonly platformMessageIds: readonly string[];
    readonly until: Date | null;
  };
  /** The event alone, as JSON. */
  readonly payload: unknown;
}

export type WebhookVerdict =
  | { readonly ok: true; readonly events: readonly InboundEvent[] }
  | { readonly ok: false; readonly reason: WebhookRefusal };

/** not-ours: well made and signed, about something this product does not handle. */
export type WebhookRefusal = 'signature' | 'malformed' | 'not-ours';

/** One call to the platform's send API, without recipient. The road stores it; only the channel looks inside. */
export interface OutboundMessage {
  readonly body: unknown;
}

export type SendOutcome =
  | { readonly kind: 'sent'; readonly platformMessageId: string | null }
  /** Surely not sent: try again after the pause. */
  | { readonly kind: 'retry'; readonly afterMs: number; readonly code: string }
  /** May have been sent: wait for the echo before a second try. */
  | { readonly kind: 'unknown'; readonly code: string }
  | { readonly kind: 'window-closed'; readonly code: string }
  /** The resident blocked us or left: no retry. */
  | { readonly kind: 'unreachable'; readonly code: string }
  /** The platform refuses this message: no retry, staff must know. */
  | { readonly kind: 'refused'; readonly code: string }
  /** Token, permission or account: nothing can be sent until staff act. Retried slowly. */
  | { readonly kind: 'channel-down'; readonly code: string };

export interface SendRequest {
  readonly userId: string;
  readonly message: OutboundMessage;
  readonly outboxId: string;
  readonly author: 'bot' | 'officer';
  /** Whether the standard reply window is open; otherwise only what the platform's policy allows an officer. */
  readonly window: Window;
}

/** open: free to write. officer-only: only words that a person typed. closed: nothing until the resident writes again. */
export type Window = 'open' | 'officer-only' | 'closed';

/** A channel, from webhook to send API. Every implementation passes `channelContract`. */
export interface Channel {
  readonly name: ChannelName;
  /** Bot Framework's side: turns run through it, and what a dialog says is collected, never sent. */
  readonly adapter: CollectingAdapter;
  /** Verifies the signature over the raw bytes, then splits the call into events. Never throws on outside data. */
  receive(rawBody: Buffer, headers: Readonly<Record<string, string | string[] | undefined>>): WebhookVerdict;
  /**
   * The Activity of a stored `message` or `arrival` event; null when the payload is no longer understood.
   * `text` is NFC; a tapped button has `value: ButtonValue` and its title as text if the platform tells it.
   * Attachments carry `contentType` (a media type or guess for files), `contentUrl` and `name`; what is not a file
   * has `contentType` `location`, `contact`, `link` or `sticker` and its data in `content`
   * (`{latitude, longitude, name}`, `{name, phone}`, `{url, title}`). An arrival is `type: 'conversationUpdate'`.
   */
  toActivity(payload: unknown): Partial<Activity> | null;
  /** Splits and renders to the platform's form; never cuts text off. */
  render(activity: Partial<Activity>): OutboundMessage[];
  send(request: SendRequest): Promise<SendOutcome>;
  /**
   * Tells the resident that something waits for them, outside the window and with no word of it. Absent where the platform
   * allows no such thing, or the unit has not arranged for it.
   */
  nudge?(userId: string): Promise<SendOutcome>;
  /** Shows the resident that their message was seen and an answer is coming; absent where the platform has no sign. Never rejects. */
  showBusy?(userId: string): Promise<void>;
  /**
   * Whether an echo that carries no outbox id is `message` coming back. Absent where every echo of ours carries it.
   */
  isEchoOf?(message: OutboundMessage, payload: unknown): boolean;
  /** What the platform's policy allows at `now`, the resident having last acted at `lastUserActionAt`. */
  window(lastUserActionAt: Date | null, now: Date): Window;
}

/** A BotAdapter that runs a turn over an Activity and gives back what was said. Errors of the turn reach the caller. */
export interface CollectingAdapter extends BotAdapter {
  runTurn(
    activity: Partial<Activity>,
    logic: (context: TurnContext) => Promise<void>,
  ): Promise<Partial<Activity>[]>;
}

/** What a button carries: `activity.value` of a tap, verified to be one that we made. */
export interface ButtonValue {
  readonly action: string;
}
