import type { Activity } from 'botbuilder-core';
import type { Channel, SendOutcome, SendRequest, Window } from '../../adapters/channel.ts';
import { CollectingBotAdapter } from '../../adapters/collecting-adapter.ts';

class ToyAdapter extends CollectingBotAdapter {
  protected override readonly channel = 'zalo';
}

export interface ToyChannel extends Channel {
  /** Everything handed to the platform, in order. */
  readonly sent: { readonly userId: string; readonly text: string; readonly outboxId: string }[];
  /** How the platform answers the next sends; empty means it takes everything. */
  readonly outcomes: SendOutcome[];
  windowIs: Window;
}

function textOf(body: unknown): string {
  return typeof body === 'object' && body !== null && 'text' in body ? String(body.text) : '';
}

/** A channel without a platform, for tests of the road: its payloads are `{ text }`. */
export function createToyChannel(): ToyChannel {
  const sent: ToyChannel['sent'] = [];
  const outcomes: SendOutcome[] = [];
  const toy: ToyChannel = {
    name: 'zalo',
    adapter: new ToyAdapter(),
    sent,
    outcomes,
    windowIs: 'open',
    receive: () => ({ ok: false, reason: 'malformed' }),
    toActivity: (payload) => ({ type: 'message', text: textOf(payload), from: { id: 'resident', name: '' } }),
    render: (activity: Partial<Activity>) => [{ body: { text: activity.text ?? '' } }],
    send: ({ userId, message, outboxId }: SendRequest) => {
      const outcome = outcomes.shift() ?? { kind: 'sent', platformMessageId: `platform-${outboxId}` };
      if (outcome.kind === 'sent') sent.push({ userId, text: textOf(message.body), outboxId });
      return Promise.resolve(outcome);
    },
    isEchoOf: (message, payload) => textOf(message.body) === textOf(payload),
    window: () => toy.windowIs,
  };
  return toy;
}
