import { describe, expect, it } from '@jest/globals';
import { createMessengerChannel } from '../../../adapters/messenger/index.ts';
import {
  APP_ID,
  NOW,
  PAGE_ID,
  PSID,
  escapedJson,
  messengerCall,
  messengerOptions,
  messengerSign,
} from './messenger-wire.ts';

const channel = createMessengerChannel(messengerOptions({ appId: APP_ID }));
const withoutAppId = createMessengerChannel(messengerOptions());
const eventsOf = (body: string, from = channel) => {
  const verdict = from.receive(Buffer.from(body), messengerSign(body));
  if (!verdict.ok) throw new Error(verdict.reason);
  return verdict.events;
};
const outward = { sender: { id: PAGE_ID }, recipient: { id: PSID } };

describe('the events of Messenger', () => {
  const control = (owner: string | number) => ({
    previous_owner_app_id: APP_ID,
    new_owner_app_id: owner,
    metadata: '',
  });

  it.each<[string, object, string, string, string | null]>([
    ['words', { message: { mid: 'm1', text: 'x' } }, 'message', 'message', PSID],
    [
      'a tap on a quick reply',
      { message: { mid: 'm1', text: 'x', quick_reply: { payload: 'p' } } },
      'message',
      'message',
      PSID,
    ],
    [
      'a picture',
      { message: { mid: 'm1', attachments: [{ type: 'image', payload: { url: 'u' } }] } },
      'message',
      'message',
      PSID,
    ],
    [
      'a postback with an id',
      { postback: { mid: 'm1', title: 't', payload: 'p' } },
      'message',
      'postback',
      PSID,
    ],
    [
      'a postback without',
      { timestamp: String(NOW.getTime()), postback: { title: 't', payload: 'p' } },
      'message',
      'postback',
      PSID,
    ],
    [
      'Get started',
      { postback: { title: 't', payload: 'get-started', referral: { ref: 'r' } } },
      'arrival',
      'postback',
      PSID,
    ],
    [
      'a referral',
      { referral: { ref: 'r', source: 'SHORTLINK', type: 'OPEN_THREAD' } },
      'arrival',
      'referral',
      PSID,
    ],
    ['an edit', { message_edit: { mid: 'm1', text: 'y', num_edit: '1' } }, 'edit', 'message_edit', PSID],
    ['a reaction', { reaction: { mid: 'm1', action: 'react', emoji: '❤' } }, 'presence', 'reaction', PSID],
    ['a reaction taken back', { reaction: { mid: 'm1', action: 'unreact' } }, 'ignored', 'reaction', PSID],
    ['a delivery', { delivery: { mids: ['m1'], watermark: NOW.getTime() } }, 'receipt', 'delivery', PSID],
    ['a read', { read: { watermark: NOW.getTime() } }, 'receipt', 'read', PSID],
    [
      'an opt-in',
      { sender: { user_ref: 'u' }, optin: { type: 'notification_messages' } },
      'ignored',
      'optin',
      null,
    ],
    [
      'our echo',
      { ...outward, message: { mid: 'm1', is_echo: true, app_id: 5, metadata: 'outbox:o1' } },
      'echo',
      'message_echo',
      PSID,
    ],
    [
      'our app’s echo',
      { ...outward, message: { mid: 'm1', is_echo: true, app_id: Number(APP_ID) } },
      'echo',
      'message_echo',
      PSID,
    ],
    [
      'an echo of the Page itself',
      { ...outward, message: { mid: 'm1', is_echo: true } },
      'echo',
      'message_echo',
      PSID,
    ],
    [
      'the inbox',
      { ...outward, message: { mid: 'm1', is_echo: true, app_id: 263_902_037_430_900 } },
      'takeover',
      'message_echo',
      PSID,
    ],
    [
      'the inbox, one digit short',
      { ...outward, message: { mid: 'm1', is_echo: true, app_id: '26390203743090' } },
      'takeover',
      'message_echo',
      PSID,
    ],
    [
      'another app',
      { ...outward, message: { mid: 'm1', is_echo: true, app_id: 5, metadata: 'theirs' } },
      'takeover',
      'message_echo',
      PSID,
    ],
    [
      'control taken',
      { take_thread_control: control(263_902_037_430_900) },
      'takeover',
      'take_thread_control',
      PSID,
    ],
    [
      'control taken by us',
      { take_thread_control: control(APP_ID) },
      'handback',
      'take_thread_control',
      PSID,
    ],
    [
      'control passed to us',
      { pass_thread_control: control(APP_ID) },
      'handback',
      'pass_thread_control',
      PSID,
    ],
    [
      'control passed to the inbox',
      { pass_thread_control: control(263_902_037_430_900) },
      'takeover',
      'pass_thread_control',
      PSID,
    ],
    [
      'control asked for',
      { request_thread_control: { requested_owner_app_id: 5 } },
      'ignored',
      'request_thread_control',
      PSID,
    ],
    [
      'a policy event',
      { sender: undefined, policy_enforcement: { action: 'block', reason: 'r' } },
      'alarm',
      'policy_enforcement',
      null,
    ],
    [
      'a policy event, hyphenated',
      { sender: undefined, 'policy-enforcement': { action: 'warning', reason: 'r' } },
      'alarm',
      'policy_enforcement',
      null,
    ],
    [
      'feedback',
      { response_feedback: { feedback: 'Good', mid: 'm1' } },
      'ignored',
      'response_feedback',
      PSID,
    ],
    ['a message without id', { message: { text: 'x' } }, 'ignored', 'message', null],
    ['numbers as ids', { sender: { id: 42 }, message: { mid: 'm1', text: 'x' } }, 'message', 'message', '42'],
  ])('%s', (_what, event, kind, name, userId) => {
    const [only] = eventsOf(messengerCall(event as Record<string, unknown>));
    expect(only).toMatchObject({ kind, name });
    expect(only?.from).toEqual(userId === null ? null : { accountId: PAGE_ID, userId });
    expect(only?.occurredAt).toEqual(NOW);
  });

  it('an echo is ours by its mark even where our app’s id is not configured', () => {
    const ours = {
      ...outward,
      message: { mid: 'm1', is_echo: true, app_id: Number(APP_ID), metadata: 'outbox:o-1' },
    };
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
    expect(eventsOf(body).map(({ name, kind }) => `${name} ${kind}`)).toEqual([
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
    expect(eventsOf(call('messaging'))[0]?.key).toBe(`${PAGE_ID}:a`);
    expect(eventsOf(call('standby'))[0]?.key).toBe(`standby:${PAGE_ID}:a`);
  });

  it.each([
    [{ postback: { title: 't', payload: 'p' } }],
    [{ reaction: { mid: 'm1', action: 'react' } }],
    [{ message_edit: { mid: 'm1', text: 'y', num_edit: 2 } }],
    [{ read: { watermark: 5 } }],
    [{ something_new: 1 }],
  ])('%j is known again by its key, and another one is not', (event) => {
    const [first] = eventsOf(messengerCall(event));
    expect(eventsOf(messengerCall(event))[0]?.key).toBe(first?.key);
    const [other] = eventsOf(messengerCall({ ...event, timestamp: NOW.getTime() - 1, sender: { id: '9' } }));
    if (!('message_edit' in event)) expect(other?.key).not.toBe(first?.key);
  });

  it('receipts tell until when', () => {
    const [delivery, read] = eventsOf(
      messengerCall(
        { delivery: { mids: ['a'], watermark: NOW.getTime() } },
        { read: { watermark: String(NOW.getTime()) } },
      ),
    );
    expect(delivery?.receipt).toEqual({ state: 'delivered', platformMessageIds: ['a'], until: NOW });
    expect(read?.receipt).toEqual({ state: 'seen', platformMessageIds: [], until: NOW });
  });
});
