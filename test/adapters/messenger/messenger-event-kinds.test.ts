import { describe, expect, it } from '@jest/globals';
import { APP_ID, NOW, PAGE_ID, PSID, eventsOf, messengerCall, messengerChannel } from './messenger-wire.ts';

const channel = messengerChannel();

describe('what each event of Messenger means', () => {
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
      'an answer to an earlier message',
      { message: { mid: 'm2', text: 'x', reply_to: { mid: 'm1', is_self_reply: false } } },
      'message',
      'message',
      PSID,
    ],
    [
      'a sticker',
      {
        message: {
          mid: 'm1',
          attachments: [{ type: 'sticker', payload: { sticker_id: 369_239_263_222_822 } }],
        },
      },
      'message',
      'message',
      PSID,
    ],
    [
      'words after an advertisement',
      {
        message: {
          mid: 'm1',
          text: 'x',
          referral: { ref: 'r', ad_id: '1', source: 'ADS', ads_context_data: {} },
        },
      },
      'message',
      'message',
      PSID,
    ],
    [
      'a command',
      { message: { mid: 'm1', text: '/menu', commands: [{ name: 'menu' }] } },
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
    ['a cart', { order: { products: [], note: '' } }, 'ignored', 'order', PSID],
    [
      'roles of apps',
      { sender: undefined, app_roles: { [APP_ID]: ['primary_receiver'] } },
      'ignored',
      'app_roles',
      null,
    ],
    [
      'an opt-in of a person',
      { optin: { type: 'notification_messages', notification_messages_token: 't' } },
      'ignored',
      'optin',
      PSID,
    ],
    ['a message without id', { message: { text: 'x' } }, 'ignored', 'message', null],
    ['numbers as ids', { sender: { id: 42 }, message: { mid: 'm1', text: 'x' } }, 'message', 'message', '42'],
  ])('%s', (_what, event, kind, name, userId) => {
    const [only] = eventsOf(messengerCall(event as Record<string, unknown>), channel);
    expect(only).toMatchObject({ kind, name });
    expect(only?.from).toEqual(userId === null ? null : { accountId: PAGE_ID, userId });
    expect(only?.occurredAt).toEqual(NOW);
  });
});
