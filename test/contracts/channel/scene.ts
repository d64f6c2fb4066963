import type { Activity } from 'botbuilder-core';
import type { Channel, InboundEvent, OutboundMessage, WebhookVerdict } from '../../../adapters/channel.ts';
import type { NudgeWire } from '../nudge-contract.ts';
import type { PlatformStandIn, StandInAnswer } from '../platform-stand-in.ts';

/** The wire of a platform, as far as the contract speaks it. Every webhook call is given with its true signature. */
export interface ChannelWire extends NudgeWire {
  readonly accountId: string;
  /** Longest text of one message, in code points. */
  readonly maxText: number;
  sign(body: string): Record<string, string>;
  text(words: string, messageId: string): string;
  /** The resident taps the button at `index` of a rendered message. */
  tap(message: OutboundMessage, index: number): string;
  echo(outboxId: string, messageId: string): string;
  /** A person wrote in the platform's own inbox. */
  takeover(): string;
  arrival(): string;
  location(latitude: number, longitude: number): string;
  unknown(): string;
  /** Another account's event on the same address. */
  foreign(): string;
  /** All words that the resident can read in a message, buttons included. */
  visible(message: OutboundMessage): { readonly text: string; readonly buttons: readonly string[] };
  /** Errors of the platform, one for each kind of outcome. */
  readonly errors: readonly (readonly [kind: string, answer: StandInAnswer])[];
}

/** One channel before one stand-in of its platform. */
export interface ContractScene {
  readonly wire: ChannelWire;
  readonly platform: PlatformStandIn;
  readonly channel: Channel;
  receive(body: string, headers?: Record<string, string>): WebhookVerdict;
  /** Throws when the call is refused. */
  eventsOf(body: string): readonly InboundEvent[];
  /** What the bot understands of the first event. */
  activityOf(body: string): Partial<Activity> | null;
}

/** What the bot says, with buttons of these titles. */
export function say(text: string, titles: readonly string[] = []): Partial<Activity> {
  return {
    type: 'message',
    text,
    suggestedActions: {
      to: [],
      actions: titles.map((title, index) => ({ type: 'postBack', title, value: `do:${index}` })),
    },
  };
}
