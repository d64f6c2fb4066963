import { createHash } from 'node:crypto';
import { createZaloChannel } from '../../../adapters/zalo/index.ts';
import type { ZaloChannelOptions } from '../../../adapters/zalo/index.ts';
import { MAX_TEXT, messageSchema } from '../../../adapters/zalo/wire.ts';
import type { ZaloMessage } from '../../../adapters/zalo/wire.ts';
import type { OutboundMessage } from '../../../adapters/channel.ts';
import type { ChannelWire } from '../../contracts/channel-contract.ts';
import { MemoryTokenStore } from './memory-token-store.ts';

export const APP_ID = '360846524940903967';
export const OA_ID = '388613280878808645';
export const USER_ID = '246845883529197922';
export const OA_SECRET_KEY = 'fixture-oa-secret-not-real';
export const NOW = new Date('2026-11-22T03:00:00Z');

export function zaloOptions(change: Partial<ZaloChannelOptions> = {}): ZaloChannelOptions {
  return {
    appId: APP_ID,
    appSecret: 'fixture-app-secret-not-real',
    oaId: OA_ID,
    oaSecretKey: OA_SECRET_KEY,
    grant: { refreshToken: 'refresh-0', accessToken: 'access-0' },
    tokenStore: new MemoryTokenStore(),
    buttonKey: 'fixture-button-key',
    apiUrl: 'http://127.0.0.1:9',
    oauthUrl: 'http://127.0.0.1:9',
    clock: () => NOW,
    ...change,
  };
}

/** An event in the envelope of the documentation. */
export function zaloEvent(eventName: string, fields: Record<string, unknown>): string {
  return JSON.stringify({
    app_id: APP_ID,
    sender: { id: USER_ID },
    user_id_by_app: '552177279717587730',
    recipient: { id: OA_ID },
    event_name: eventName,
    timestamp: String(NOW.getTime()),
    ...fields,
  });
}

export function zaloSign(body: string, secret = OA_SECRET_KEY): Record<string, string> {
  const timestamp = /"timestamp":"?(\d+)/u.exec(body)?.[1] ?? '';
  const mac = createHash('sha256').update(`${APP_ID}${body}${timestamp}${secret}`).digest('hex');
  return { 'x-zevent-signature': `mac=${mac}` };
}

function messageOf(message: OutboundMessage): ZaloMessage {
  return messageSchema.parse((message.body as { message: unknown }).message);
}

function buttonsOf(message: OutboundMessage) {
  const payload = messageOf(message).attachment?.payload;
  return payload !== undefined && 'buttons' in payload ? payload.buttons : [];
}

const error = (code: number) => ({ status: 200, body: JSON.stringify({ error: code, message: 'refused' }) });

export const zaloWire: ChannelWire = {
  create: (apiUrl, timeoutMs) =>
    createZaloChannel(
      zaloOptions({
        apiUrl,
        oauthUrl: apiUrl,
        timeoutMs,
        nudge: { templateId: '4711', unit: 'Công an xã Mẫu' },
      }),
    ),
  accountId: OA_ID,
  userId: USER_ID,
  canNudge: true,
  maxText: MAX_TEXT,
  sign: zaloSign,
  text: (words, messageId) => zaloEvent('user_send_text', { message: { text: words, msg_id: messageId } }),
  tap: (message, index) => {
    const payload = buttonsOf(message)[index]?.payload;
    return zaloEvent('user_send_text', { message: { text: payload, msg_id: 'm-tap' } });
  },
  echo: (_outboxId, messageId) =>
    zaloEvent('oa_send_text', {
      sender: { id: OA_ID },
      recipient: { id: USER_ID },
      message: { text: 'Xin chào', msg_id: messageId },
    }),
  takeover: () =>
    zaloEvent('oa_send_text', {
      sender: { id: OA_ID, admin_id: '7700000000000000001' },
      recipient: { id: USER_ID },
      message: { text: 'Tôi là cán bộ', msg_id: 'm-admin' },
    }),
  arrival: () =>
    JSON.stringify({
      oa_id: OA_ID,
      follower: { id: USER_ID },
      user_id_by_app: '552172779717587730',
      event_name: 'follow',
      source: 'oa_profile',
      app_id: APP_ID,
      timestamp: String(NOW.getTime()),
    }),
  location: (latitude, longitude) =>
    zaloEvent('user_send_location', {
      message: {
        attachments: [
          {
            payload: { coordinates: { latitude: String(latitude), longitude: String(longitude) } },
            type: 'location',
          },
        ],
        text: 'Quán Cà Phê Mẫu',
        msg_id: 'm-place',
      },
    }),
  unknown: () => zaloEvent('user_does_something_new', { data: { anything: true } }),
  foreign: () =>
    zaloEvent('user_send_text', {
      recipient: { id: '999999999999999999' },
      message: { text: 'Xin chào', msg_id: 'm-1' },
    }),
  visible: (message) => ({
    text: messageOf(message).text ?? '',
    buttons: buttonsOf(message).map(({ title }) => title),
  }),
  success: {
    status: 200,
    body: JSON.stringify({
      data: { message_id: 'platform-1', user_id: USER_ID, sent_time: '1626926349402' },
      error: 0,
      message: 'Success',
    }),
  },
  errors: [
    ['retry', error(-32)],
    ['unknown', error(-200)],
    ['window-closed', error(-230)],
    ['unreachable', error(-213)],
    ['refused', error(-210)],
    ['refused', error(-999_999)],
    ['channel-down', error(-224)],
  ],
};
