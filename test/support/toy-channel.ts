import type { Activity } from 'botbuilder-core';
import type { Channel, SendOutcome, SendRequest, Window } from '../../adapters/channel.ts';
import { CollectingBotAdapter } from '../../adapters/collecting-adapter.ts';

class ToyAdapter extends CollectingBotAdapter {
  protected override readonly channel = 'zalo';
}

export interface ToyChannel extends Channel {
  /** Everything handed to the platform, in order. */
  readonly sent: {
    readonly userId: string;
    readonly text: string;
    readonly outboxId: string;
    /** The resident's message that this shows. */
    readonly quoted: string;
  }[];
  /** Who was told that something waits, in order; only where the channel was made with nudges. */
  readonly nudged: string[];
  /** How the platform answers the next sends and nudges; empty means it takes everything. */
  readonly outcomes: SendOutcome[];
  windowIs: Window;
}

function fieldOf(body: unknown, name: 'id' | 'text' | 'quoted'): string {
  const value: unknown = typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' ? value : '';
}

const textOf = (body: unknown): string => fieldOf(body, 'text');

/**
 * A channel without a platform, for tests of the road: its payloads are `{ text }`, with an `id` where it matters; a text
 * with an empty line in it takes two messages.
 */
export function createToyChannel(canNudge = false): ToyChannel {
  const sent: ToyChannel['sent'] = [];
  const nudged: string[] = [];
  const outcomes: SendOutcome[] = [];
  const nudge = (userId: string): Promise<SendOutcome> => {
    const outcome = outcomes.shift() ?? { kind: 'sent', platformMessageId: null };
    if (outcome.kind === 'sent') nudged.push(userId);
    return Promise.resolve(outcome);
  };
  const toy: ToyChannel = {
    name: 'zalo',
    adapter: new ToyAdapter(),
    sent,
    nudged,
    outcomes,
    windowIs: 'open',
    receive: () => ({ ok: false, reason: 'malformed' }),
    toActivity: (payload) => ({
      type: 'message',
      id: fieldOf(payload, 'id'),
      text: textOf(payload),
      from: { id: 'resident', name: '' },
    }),
    render: ({ text = '', replyToId }: Partial<Activity>) =>
      text.split('\n\n').map((part) => ({ body: { text: part, quoted: replyToId ?? '' } })),
    send: ({ userId, message, outboxId }: SendRequest) => {
      const outcome = outcomes.shift() ?? { kind: 'sent', platformMessageId: `platform-${outboxId}` };
      const { body } = message;
      if (outcome.kind === 'sent')
        sent.push({ userId, text: textOf(body), outboxId, quoted: fieldOf(body, 'quoted') });
      return Promise.resolve(outcome);
    },
    ...(canNudge ? { nudge } : {}),
    isEchoOf: (message, payload) => textOf(message.body) === textOf(payload),
    window: () => toy.windowIs,
  };
  return toy;
}
