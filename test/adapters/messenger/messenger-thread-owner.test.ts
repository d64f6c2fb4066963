import { describe, expect, it } from '@jest/globals';
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
} from './messenger-wire.ts';

const channel = messengerChannel();

describe('who answers in a thread of Messenger', () => {
  const control = (owner: string | number) => ({
    previous_owner_app_id: APP_ID,
    new_owner_app_id: owner,
    metadata: '',
  });

  it.each<[string, object, string, string]>([
    ['our echo', echoEvent({ app_id: 5, metadata: 'outbox:o1' }), 'echo', 'message_echo'],
    ['our app’s echo', echoEvent({ app_id: Number(APP_ID) }), 'echo', 'message_echo'],
    ['an echo of the Page itself', echoEvent(), 'echo', 'message_echo'],
    ['the inbox', echoEvent({ app_id: 263_902_037_430_900 }), 'takeover', 'message_echo'],
    ['the inbox, one digit short', echoEvent({ app_id: '26390203743090' }), 'takeover', 'message_echo'],
    ['another app', echoEvent({ app_id: 5, metadata: 'theirs' }), 'takeover', 'message_echo'],
    [
      'control taken',
      { take_thread_control: control(263_902_037_430_900) },
      'takeover',
      'take_thread_control',
    ],
    ['control taken by us', { take_thread_control: control(APP_ID) }, 'handback', 'take_thread_control'],
    ['control passed to us', { pass_thread_control: control(APP_ID) }, 'handback', 'pass_thread_control'],
    [
      'control passed to the inbox',
      { pass_thread_control: control(263_902_037_430_900) },
      'takeover',
      'pass_thread_control',
    ],
    [
      'control asked for',
      { request_thread_control: { requested_owner_app_id: 5 } },
      'ignored',
      'request_thread_control',
    ],
  ])('%s', (_what, event, kind, name) => {
    expect(eventsOf(messengerCall({ ...event }), channel)).toMatchObject([
      { kind, name, from: { accountId: PAGE_ID, userId: PSID }, occurredAt: NOW },
    ]);
  });

  it.each<[string, object, string, string]>([
    ['words', { message: { mid: 'm1', text: 'x' } }, 'ignored', 'message'],
    ['a tap, whose payload is kept from us', { postback: { mid: 'm1', title: 't' } }, 'ignored', 'postback'],
    ['Get started', { postback: { mid: 'm1', title: 't', payload: 'get-started' } }, 'ignored', 'postback'],
    ['an edit', { message_edit: { mid: 'm1', text: 'y', num_edit: 1 } }, 'ignored', 'message_edit'],
    ['a reaction', { reaction: { mid: 'm1', action: 'react', emoji: '❤' } }, 'ignored', 'reaction'],
    ['a delivery of ours', { delivery: { watermark: NOW.getTime() } }, 'receipt', 'delivery'],
    ['the inbox', echoEvent({ app_id: 263_902_037_430_900 }), 'takeover', 'message_echo'],
    ['the thread handed to us', { pass_thread_control: control(APP_ID) }, 'handback', 'pass_thread_control'],
  ])('%s in a thread that another app owns is never a turn', (_what, event, kind, name) => {
    const about = { sender: { id: PSID }, recipient: { id: PAGE_ID }, timestamp: NOW.getTime(), ...event };
    const entry = [{ id: PAGE_ID, time: NOW.getTime(), standby: [about] }];
    expect(eventsOf(escapedJson({ object: 'page', entry }), channel)).toMatchObject([
      { kind, name: `standby.${name}`, from: { accountId: PAGE_ID, userId: PSID } },
    ]);
  });
});
