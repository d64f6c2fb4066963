import type { Activity } from 'botbuilder-core';
import type { Channel, SendOutcome, SendRequest } from '../../../adapters/channel.ts';
import type { Deliveries } from '../../../sandbox/platform/deliveries.ts';
import type { ListeningApp } from './listening-app.ts';

export interface Button {
  readonly title: string;
  readonly value: string;
  readonly type?: string;
}

/** Words and buttons as a dialog says them. */
export function words(text: string, actions: readonly Button[] = []): Partial<Activity> {
  return {
    type: 'message',
    text,
    suggestedActions: { to: [], actions: actions.map((action) => ({ type: 'postBack', ...action })) },
  };
}

/** Renders what the bot would say and sends it; the outcome of each message. */
export async function show(
  channel: Channel,
  activity: Partial<Activity>,
  request: Omit<SendRequest, 'message' | 'outboxId'>,
): Promise<SendOutcome[]> {
  const outcomes: SendOutcome[] = [];
  for (const [index, message] of channel.render(activity).entries())
    outcomes.push(await channel.send({ ...request, message, outboxId: `outbox-${index}` }));
  return outcomes;
}

/** What the bot understood of all that a resident did, once everything has arrived. */
export async function understood(world: {
  readonly http: ListeningApp;
  readonly sandbox: { readonly deliveries: Pick<Deliveries, 'settled'> };
  readonly channel: Channel;
}): Promise<Partial<Activity>[]> {
  await world.sandbox.deliveries.settled();
  return world.http.events
    .filter(({ kind }) => kind === 'message' || kind === 'arrival')
    .flatMap(({ payload }) => world.channel.toActivity(payload) ?? []);
}
