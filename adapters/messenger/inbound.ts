import { ActivityTypes } from 'botbuilder-core';
import type { Activity, Attachment } from 'botbuilder-core';
import type { ButtonValue } from '../channel.ts';
import { guessMediaType, nameFromUrl } from '../media-type.ts';
import { GET_STARTED_PAYLOAD, eventSchema } from './wire.ts';
import type { MessengerEvent, WireAttachment } from './wire.ts';

/** What the guess is when the platform names the kind only. */
const GUESSED_TYPES: Readonly<Record<string, string>> = {
  image: 'image/jpeg',
  audio: 'audio/mp4',
  video: 'video/mp4',
};

/** The Activity of a stored event; null when the payload is not (or no longer) understood. */
export function messengerActivity(payload: unknown): Partial<Activity> | null {
  const parsed = eventSchema.safeParse(payload);
  if (!parsed.success) return null;
  const event = parsed.data;
  const userId = event.sender?.id;
  const pageId = event.recipient?.id;
  if (typeof userId !== 'string' || typeof pageId !== 'string' || event.message?.is_echo === true)
    return null;
  const base: Partial<Activity> = {
    channelId: 'messenger',
    serviceUrl: 'messenger',
    ...(typeof event.timestamp === 'number' ? { timestamp: new Date(event.timestamp) } : {}),
    conversation: { id: `${pageId}:${userId}`, isGroup: false, conversationType: 'personal', name: '' },
    from: { id: userId, name: '', role: 'user' },
    recipient: { id: pageId, name: '', role: 'bot' },
  };
  const said = saidOf(event, userId);
  return said === null ? null : { ...base, ...said };
}

function saidOf(
  { message, postback, referral, message_edit: edit }: MessengerEvent,
  userId: string,
): Partial<Activity> | null {
  if (message) return messageOf(message);
  if (postback && postback.payload !== GET_STARTED_PAYLOAD) return postbackOf(postback);
  if (postback || referral)
    return { type: ActivityTypes.ConversationUpdate, membersAdded: [{ id: userId, name: '' }] };
  if (edit)
    return {
      type: ActivityTypes.MessageUpdate,
      id: edit.mid,
      text: (edit.text ?? '').normalize('NFC'),
    };
  return null;
}

function messageOf(message: NonNullable<MessengerEvent['message']>): Partial<Activity> {
  const text = (message.text ?? '').normalize('NFC');
  const base: Partial<Activity> = { type: ActivityTypes.Message, id: message.mid, text };
  if (typeof message.reply_to?.mid === 'string') base.replyToId = message.reply_to.mid;
  // the reply that gives a telephone number carries the number itself: words, as if they had been typed
  if (message.quick_reply && message.quick_reply.payload !== message.text) {
    const value: ButtonValue = { action: message.quick_reply.payload };
    return { ...base, value };
  }
  const attachments = withoutTwins(message.attachments ?? []).flatMap(attachmentOf);
  const link = attachments.find(({ contentType }) => contentType === 'link');
  const words = text === '' ? (link?.contentUrl ?? '') : text;
  return { ...base, text: words, attachments };
}

function postbackOf(postback: NonNullable<MessengerEvent['postback']>): Partial<Activity> {
  const text = (postback.title ?? '').normalize('NFC');
  const base: Partial<Activity> = { type: ActivityTypes.Message, text };
  if (typeof postback.mid === 'string') base.id = postback.mid;
  if (typeof postback.payload !== 'string' || postback.payload === '') return base;
  const value: ButtonValue = { action: postback.payload };
  return { ...base, value };
}

/** Until 2026-08-30 a sticker came twice: as `sticker`, and as an `image` with the same sticker id. */
function withoutTwins(attachments: readonly WireAttachment[]): WireAttachment[] {
  const seen = new Set<string>();
  return attachments.filter(({ payload }) => {
    const sticker = payload?.sticker_id;
    if (typeof sticker !== 'string') return true;
    if (seen.has(sticker)) return false;
    seen.add(sticker);
    return true;
  });
}

function attachmentOf({ type, title, url: outerUrl, payload }: WireAttachment): Attachment[] {
  const url = payload?.url ?? outerUrl ?? '';
  if (type === 'sticker' || typeof payload?.sticker_id === 'string') {
    return [{ contentType: 'sticker', content: { id: payload?.sticker_id ?? '', url } }];
  }
  if (payload?.coordinates) {
    const { lat, long } = payload.coordinates;
    const content = { latitude: lat, longitude: long, name: (title ?? '').normalize('NFC') };
    return [{ contentType: 'location', content }];
  }
  if (url === '') return [];
  const name = (payload?.name ?? nameFromUrl(url)).normalize('NFC');
  if (type === 'file') return [{ contentType: guessMediaType(name), contentUrl: url, name }];
  const guessed = GUESSED_TYPES[type];
  if (guessed !== undefined) return [{ contentType: guessed, contentUrl: url, name }];
  // fallback (a shared link), post, reel and their kin, and whatever comes next.
  const linkTitle = (title ?? payload?.title ?? '').normalize('NFC');
  return [{ contentType: 'link', contentUrl: url, content: { url, title: linkTitle } }];
}
