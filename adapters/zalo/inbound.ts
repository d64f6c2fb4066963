import { ActivityTypes } from 'botbuilder-core';
import type { Activity, Attachment } from 'botbuilder-core';
import type { z } from 'zod';
import type { ButtonValue } from '../channel.ts';
import { guessMediaType, nameFromUrl } from '../media-type.ts';
import { verifyPayload } from './button-payload.ts';
import { isUserMessage } from './events.ts';
import {
  attachmentPayloads,
  envelopeSchema,
  flatUserSchema,
  followSchema,
  submitInfoSchema,
  userMessageSchema,
} from './wire.ts';
import type { UserMessageEvent } from './wire.ts';

type WireAttachment = NonNullable<UserMessageEvent['message']['attachments']>[number];

/** What the guess is when the platform names the kind only; the container of a voice message is not documented. */
const GUESSED_TYPES: Readonly<Record<string, string>> = {
  image: 'image/jpeg',
  gif: 'image/gif',
  audio: 'audio/aac',
  video: 'video/mp4',
};

/** The Activity of a stored event; null when the payload is not (or no longer) understood. */
export function zaloActivity(payload: unknown, buttonKey: string): Partial<Activity> | null {
  const envelope = envelopeSchema.safeParse(payload);
  if (!envelope.success) return null;
  const { event_name: name, timestamp } = envelope.data;
  if (isUserMessage(name)) {
    const message = userMessageSchema.safeParse(payload);
    return message.success ? messageActivity(message.data, buttonKey) : null;
  }
  const info = submitInfoSchema.safeParse(payload);
  if (info.success) return infoActivity(info.data);
  return name === 'follow' || name === 'user_click_chatnow'
    ? arrivalActivity(payload, String(timestamp))
    : null;
}

function routing(accountId: string, userId: string, timestamp: string | number): Partial<Activity> {
  return {
    channelId: 'zalo',
    serviceUrl: 'zalo',
    timestamp: new Date(Number(timestamp)),
    conversation: { id: `${accountId}:${userId}`, isGroup: false, conversationType: 'personal', name: '' },
    from: { id: userId, name: '', role: 'user' },
    recipient: { id: accountId, name: '', role: 'bot' },
  };
}

function messageActivity(event: UserMessageEvent, buttonKey: string): Partial<Activity> {
  const { message } = event;
  const text = (message.text ?? '').normalize('NFC');
  const base: Partial<Activity> = {
    ...routing(event.recipient.id, event.sender.id, event.timestamp),
    type: ActivityTypes.Message,
    id: message.msg_id,
  };
  const tapped = event.event_name === 'user_send_text' ? verifyPayload(text, buttonKey) : null;
  if (tapped !== null) {
    const value: ButtonValue = { action: tapped.action };
    return { ...base, text: tapped.title, value };
  }
  const wire = message.attachments ?? [];
  const attachments = wire.flatMap((attachment) => attachmentOf(attachment, text, event.event_name));
  return { ...base, text: wordsOf(text, attachments), attachments };
}

/** The text beside an attachment is a caption, but of a place or a person it is the name, kept in the attachment. */
function wordsOf(text: string, attachments: readonly Attachment[]): string {
  if (attachments.some(({ contentType }) => contentType === 'location' || contentType === 'contact'))
    return '';
  const link = attachments.find(({ contentType }) => contentType === 'link');
  return text === '' && link?.contentUrl !== undefined ? link.contentUrl : text;
}

function attachmentOf({ type, payload }: WireAttachment, text: string, eventName: string): Attachment[] {
  switch (type) {
    case 'image':
    case 'gif':
    case 'audio':
    case 'video':
      return media(type, payload);
    case 'file':
      return file(payload);
    case 'link':
      return eventName === 'user_send_business_card'
        ? contact(payload, text)
        : (cardIn(payload, text) ?? link(payload));
    case 'location':
      return location(payload, text);
    case 'sticker':
      return sticker(payload);
    default:
      return [];
  }
}

function media(type: string, payload: unknown): Attachment[] {
  const found = attachmentPayloads.media.safeParse(payload);
  if (!found.success) return [];
  const contentType = GUESSED_TYPES[type] ?? 'application/octet-stream';
  return [{ contentType, contentUrl: found.data.url, name: nameFromUrl(found.data.url) }];
}

/** Videos and GIFs come this way too; `type` is an extension. */
function file(payload: unknown): Attachment[] {
  const found = attachmentPayloads.file.safeParse(payload);
  if (!found.success) return [];
  const { url, name, type } = found.data;
  const contentType = guessMediaType(type ?? name ?? '');
  return [{ contentType, contentUrl: url, name: (name ?? nameFromUrl(url)).normalize('NFC') }];
}

function link(payload: unknown): Attachment[] {
  const found = attachmentPayloads.link.safeParse(payload);
  if (!found.success || typeof found.data.url !== 'string' || found.data.url === '') return [];
  const { url } = found.data;
  const title = (found.data.title ?? found.data.description ?? '').normalize('NFC');
  return [{ contentType: 'link', contentUrl: url, content: { url, title } }];
}

/** A business card whose description is not the JSON it should be keeps the name. */
function contact(payload: unknown, name: string): Attachment[] {
  return cardIn(payload, name) ?? [{ contentType: 'contact', content: { name, phone: null } }];
}

function cardIn(payload: unknown, name: string): Attachment[] | null {
  const found = attachmentPayloads.link.safeParse(payload);
  if (!found.success) return null;
  const card = attachmentPayloads.contact.safeParse(jsonOf(found.data.description ?? ''));
  return card.success ? [{ contentType: 'contact', content: { name, phone: card.data.phone } }] : null;
}

function location(payload: unknown, name: string): Attachment[] {
  const found = attachmentPayloads.location.safeParse(payload);
  if (!found.success) return [];
  const { latitude, longitude } = found.data.coordinates;
  return [{ contentType: 'location', content: { latitude, longitude, name } }];
}

function sticker(payload: unknown): Attachment[] {
  const found = attachmentPayloads.sticker.safeParse(payload);
  if (!found.success) return [];
  return [
    { contentType: 'sticker', content: { id: String(found.data.id ?? ''), url: found.data.url ?? '' } },
  ];
}

/** The answer to `request_user_info` is what the resident would have typed: name, number and address in one line. */
function infoActivity(event: z.infer<typeof submitInfoSchema>): Partial<Activity> {
  const { name, phone, address, ward, district, city, full_address: full } = event.info;
  const lines = full ? [full.user_address, full.user_ward, full.user_city] : [address, ward, district, city];
  const number = String(phone ?? '').replace(/^84(?=\d{9}$)/u, '0');
  const words = [name, number, ...lines].map((line) => line?.trim() ?? '').filter((line) => line !== '');
  return {
    ...routing(event.recipient.id, event.sender.id, event.timestamp),
    type: ActivityTypes.Message,
    text: words.join(', ').normalize('NFC'),
  };
}

function arrivalActivity(payload: unknown, timestamp: string): Partial<Activity> | null {
  const follow = followSchema.safeParse(payload);
  const flat = flatUserSchema.safeParse(payload);
  const ids = follow.success
    ? { oaId: follow.data.oa_id, userId: follow.data.follower.id }
    : flat.success
      ? { oaId: flat.data.oa_id, userId: flat.data.user_id }
      : null;
  if (ids === null) return null;
  return {
    ...routing(ids.oaId, ids.userId, timestamp),
    type: ActivityTypes.ConversationUpdate,
    membersAdded: [{ id: ids.userId, name: '' }],
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
