import { describe, expect, it } from '@jest/globals';
import { createMessengerChannel } from '../../../adapters/messenger/index.ts';
import {
  APP_ID,
  NOW,
  PAGE_ID,
  PSID,
  echoEvent,
  escapedJson,
  eventsOf,
  messengerCall,
  messengerChannel,
  messengerOptions,
} from './messenger-wire.ts';

const channel = messengerChannel();
const withoutAppId = createMessengerChannel(messengerOptions());
const heard = (body: string) => eventsOf(body, channel);

describe('the events of Messenger', () => {
  it('an echo is ours by its mark even where our app’s id is not configured', () => {
    const ours = echoEvent({ app_id: Number(APP_ID), metadata: 'outbox:o-1' });
    expect(eventsOf(messengerCall(ours), withoutAppId)).toMatchObject([
      { kind: 'echo', echo: { outboxId: 'o-1', platformMessageId: 'm1' } },
    ]);
  });

  it('every event of both arrays of every entry is read', () => {
    const message = (mid: string) => ({
      sender: { id: PSID },
      recipient: { id: PAGE_ID },
      timestamp: NOW.getTime(),
      message: { mid, text: 'x' },
    });
    const body = escapedJson({
      object: 'page',
      entry: [
        { id: PAGE_ID, time: NOW.getTime(), messaging: [message('a'), message('b')] },
        { id: PAGE_ID, time: NOW.getTime(), standby: [message('c')] },
        { id: PAGE_ID, time: NOW.getTime(), changes: [{ field: 'feed', value: {} }] },
        { id: 'another page', time: NOW.getTime(), messaging: [message('d')] },
        { id: PAGE_ID, time: NOW.getTime() },
        { id: PAGE_ID, time: NOW.getTime(), messaging: [null, 'text', {}] },
      ],
    });
    expect(heard(body).map(({ name, kind }) => `${name} ${kind}`)).toEqual([
      'message message',
      'message message',
      'standby.message ignored',
      'field ignored',
      'message ignored',
      'unknown ignored',
      'unknown ignored',
      'unknown ignored',
    ]);
  });

  it('what another owner of the thread hears has a key of its own', () => {
    const event = { sender: { id: PSID }, recipient: { id: PAGE_ID }, message: { mid: 'a', text: 'x' } };
    const call = (array: string) =>
      escapedJson({ object: 'page', entry: [{ id: PAGE_ID, time: NOW.getTime(), [array]: [event] }] });
    expect(heard(call('messaging'))[0]?.key).toBe(`${PAGE_ID}:a`);
    expect(heard(call('standby'))[0]?.key).toBe(`standby:${PAGE_ID}:a`);
  });

  it.each([
    [{ postback: { title: 't', payload: 'p' } }],
    [{ reaction: { mid: 'm1', action: 'react' } }],
    [{ message_edit: { mid: 'm1', text: 'y', num_edit: 2 } }],
    [{ read: { watermark: 5 } }],
    [{ something_new: 1 }],
  ])('%j is known again by its key, and another one is not', (event) => {
    const [first] = heard(messengerCall(event));
    expect(heard(messengerCall(event))[0]?.key).toBe(first?.key);
    const [other] = heard(messengerCall({ ...event, timestamp: NOW.getTime() - 1, sender: { id: '9' } }));
    if (!('message_edit' in event)) expect(other?.key).not.toBe(first?.key);
  });

  it('receipts tell until when', () => {
    const [delivery, read] = heard(
      messengerCall(
        { delivery: { mids: ['a'], watermark: NOW.getTime() } },
        { read: { watermark: String(NOW.getTime()) } },
      ),
    );
    expect(delivery?.receipt).toEqual({ state: 'delivered', platformMessageIds: ['a'], until: NOW });
    expect(read?.receipt).toEqual({ state: 'seen', platformMessageIds: [], until: NOW });
  });
});
