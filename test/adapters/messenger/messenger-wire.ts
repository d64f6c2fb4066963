import { createHmac } from 'node:crypto';
import type { Channel, InboundEvent, OutboundMessage } from '../../../adapters/channel.ts';
import { createMessengerChannel } from '../../../adapters/messenger/index.ts';
import type { MessengerChannelOptions } from '../../../adapters/messenger/index.ts';
import { MAX_TEXT, messageSchema } from '../../../adapters/messenger/wire.ts';
import type { MessengerMessage } from '../../../adapters/messenger/wire.ts';
import type { ChannelWire } from '../../contracts/channel-contract.ts';

export const PAGE_ID = '109876543210987';
export const PSID = '7654321098765432';
export const APP_ID = '1517776481860111';
export const APP_SECRET = 'fixture-meta-secret-not-real';
export const NOW = new Date('2026-11-22T03:00:00Z');

export function messengerOptions(change: Partial<MessengerChannelOptions> = {}): MessengerChannelOptions {
  return {
    pageId: PAGE_ID,
    appSecret: APP_SECRET,
    pageAccessToken: 'fixture-page-token-not-real',
    graphUrl: 'http://127.0.0.1:9',
    graphVersion: 'v25.0',
    clock: () => NOW,
    ...change,
  };
}

/** Knows the id of our app, by which it tells our echoes from those of others. */
export function messengerChannel(): Channel {
  return createMessengerChannel(messengerOptions({ appId: APP_ID }));
}

/** JSON as Meta writes and signs it: other than ASCII as lower-case escapes. */
export function escapedJson(value: unknown): string {
  return JSON.stringify(value).replace(/[^ -~]/gu, (character) =>
    [...Array(character.length).keys()]
      .map((unit) => `\\u${character.charCodeAt(unit).toString(16).padStart(4, '0')}`)
      .join(''),
  );
}

export function messengerCall(...events: readonly Record<string, unknown>[]): string {
  const messaging = events.map((event) => ({
    sender: { id: PSID },
    recipient: { id: PAGE_ID },
    timestamp: NOW.getTime(),
    ...event,
  }));
  return escapedJson({ object: 'page', entry: [{ id: PAGE_ID, time: NOW.getTime(), messaging }] });
}

/** Word that the Page, or an app for it, wrote to the resident. */
export function echoEvent(message: Readonly<Record<string, unknown>> = {}) {
  return {
    sender: { id: PAGE_ID },
    recipient: { id: PSID },
    message: { mid: 'm1', is_echo: true, ...message },
  };
}

export function messengerSign(body: string, secret = APP_SECRET): Record<string, string> {
  return { 'x-hub-signature-256': `sha256=${createHmac('sha256', secret).update(body).digest('hex')}` };
}

/** What a channel takes a signed call to be. Throws when it refuses it. */
export function eventsOf(body: string, channel: Pick<Channel, 'receive'>): readonly InboundEvent[] {
  const verdict = channel.receive(Buffer.from(body), messengerSign(body));
  if (!verdict.ok) throw new Error(verdict.reason);
  return verdict.events;
}

function messageOf(message: OutboundMessage): MessengerMessage {
  return messageSchema.parse((message.body as { message: unknown }).message);
}

function textReplies(message: OutboundMessage) {
  return (messageOf(message).quick_replies ?? []).filter((reply) => reply.content_type === 'text');
}

const error = (code: number, subcode?: number) => ({
  status: 400,
  body: JSON.stringify({
    error: { message: 'refused', type: 'OAuthException', code, error_subcode: subcode },
  }),
});

export const messengerWire: ChannelWire = {
  create: (graphUrl, timeoutMs) => createMessengerChannel(messengerOptions({ graphUrl, timeoutMs })),
  accountId: PAGE_ID,
  userId: PSID,
  canNudge: false,
  maxText: MAX_TEXT,
  sign: messengerSign,
  text: (words, messageId) => messengerCall({ message: { mid: messageId, text: words } }),
  tap: (message, index) => {
    const reply = textReplies(message)[index];
    return messengerCall({
      message: { mid: 'm-tap', text: reply?.title, quick_reply: { payload: reply?.payload } },
    });
  },
  echo: (outboxId, messageId) =>
    messengerCall(
      echoEvent({
        mid: messageId,
        app_id: Number(APP_ID),
        metadata: `outbox:${outboxId}`,
        text: 'Xin chào',
      }),
    ),
  takeover: () =>
    messengerCall(echoEvent({ mid: 'm-admin', app_id: 263_902_037_430_900, text: 'Tôi là cán bộ' })),
  arrival: () => messengerCall({ postback: { mid: 'm-start', title: 'Bắt đầu', payload: 'get-started' } }),
  location: (lat, long) =>
    messengerCall({
      message: {
        mid: 'm-place',
        attachments: [
          { type: 'location', title: 'Quán Cà Phê Mẫu', payload: { coordinates: { lat, long } } },
        ],
      },
    }),
  unknown: () => messengerCall({ something_new: { anything: true } }),
  foreign: () =>
    messengerCall({ message: { mid: 'm-1', text: 'Xin chào' } }).replace(
      `"id":"${PAGE_ID}","time"`,
      '"id":"1","time"',
    ),
  visible: (message) => {
    const { text, attachment } = messageOf(message);
    const payload = attachment?.payload;
    const template = payload !== undefined && 'template_type' in payload ? payload : null;
    const inTemplate = template?.template_type === 'button' ? template : null;
    return {
      text: text ?? inTemplate?.text ?? '',
      buttons: [...textReplies(message), ...(inTemplate?.buttons ?? [])].map(({ title }) => title),
    };
  },
  success: { status: 200, body: JSON.stringify({ recipient_id: PSID, message_id: 'platform-1' }) },
  errors: [
    ['retry', error(613)],
    ['unknown', error(1, 1_357_046)],
    ['window-closed', error(10, 2_018_278)],
    ['unreachable', error(551, 1_545_041)],
    ['refused', error(100)],
    ['refused', error(123_456)],
    ['channel-down', error(190, 463)],
  ],
};
