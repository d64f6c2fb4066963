import type { ChatMedia, Chats } from '../platform/chat.ts';
import type { MediaShelf } from '../platform/media-shelf.ts';
import { newMid } from './events.ts';
import type { MessengerEvents } from './events.ts';
import type { PageSettings } from './page-api.ts';
import type { Residents } from './residents.ts';
import type { SentPayloads } from './sent-payloads.ts';

export interface FileToSend {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly kind: 'image' | 'audio' | 'video' | 'file';
}

/** What a person does in the Messenger app. Those with a bubble give its id. */
export interface MessengerResidentActs {
  /** The "Bắt đầu" button; nothing happens on a Page that has none. */
  openChat(userId: string): void;
  sendText(userId: string, text: string, repliedTo?: string): string;
  /** A button or quick reply, by its index in the bubble. Null: none, gone, or one that only opens something. */
  tapButton(userId: string, messageId: string, index: number): string | null;
  /** An item of the persistent menu, by its index. */
  tapMenu(userId: string, index: number): string | null;
  sendFile(userId: string, file: FileToSend): string;
  sendSticker(userId: string, sticker: { id: string; url: string }): string;
  sendLink(userId: string, link: { url: string; title: string }): string;
  /** A link to the Page with a word in it, followed by one who has written before. */
  followLink(userId: string, ref: string): void;
  editText(userId: string, messageId: string, text: string): void;
  react(userId: string, messageId: string, emoji: string): void;
  lookAtChat(userId: string): void;
  block(userId: string): void;
  unblock(userId: string): void;
  /** A person answers in the Page's inbox. With routing on, the inbox then owns the thread. */
  writeAsAdmin(userId: string, text: string): string;
  setOwner(userId: string, appId: string | null): void;
}

export interface ResidentParts {
  readonly chats: Chats;
  readonly residents: Residents;
  readonly shelf: MediaShelf;
  readonly events: MessengerEvents;
  readonly payloads: SentPayloads;
  readonly settings: PageSettings;
  readonly now: () => Date;
}

const PAGE_INBOX_APP_ID = 263_902_037_430_900;

export function createResidentActs(parts: ResidentParts): MessengerResidentActs {
  const { chats, residents, events, settings, now } = parts;

  /** To whoever owns the thread; the others get it in `standby`. */
  const post = (userId: string, event: object) => {
    const resident = residents.of(userId);
    resident.lastActionAt = now();
    if (resident.owner === null) events.fromResident(userId, event);
    else events.standby(userId, event);
  };
  const message = (userId: string, fields: object): string => {
    const mid = newMid();
    post(userId, { message: { mid, ...fields } });
    return mid;
  };
  const postback = (userId: string, title: string, payload: string): string => {
    const mid = newMid();
    chats.add(userId, { id: mid, from: 'resident', text: title });
    post(userId, { postback: { mid, title, payload } });
    return mid;
  };

  return {
    openChat(userId) {
      const payload = settings.profile().get_started?.payload;
      if (payload !== undefined) postback(userId, 'Bắt đầu', payload);
    },
    sendText(userId, text, repliedTo) {
      const id = message(userId, {
        text,
        ...(repliedTo === undefined ? {} : { reply_to: { mid: repliedTo } }),
      });
      chats.add(userId, { id, from: 'resident', text });
      return id;
    },
    tapButton: (userId, messageId, index) => tapButton(parts, message, postback, userId, messageId, index),
    tapMenu(userId, index) {
      const item = settings.profile().persistent_menu?.[0]?.call_to_actions[index];
      return item?.type === 'postback' ? postback(userId, item.title, item.payload) : null;
    },
    sendFile(userId, { name, mediaType, bytes, kind }) {
      const file = parts.shelf.put({ name, mediaType, bytes });
      const url = parts.shelf.urlOf(file);
      const id = message(userId, { attachments: [{ type: kind, payload: { url } }] });
      chats.add(userId, { id, from: 'resident', media: { kind, url, name, sizeBytes: bytes.length } });
      return id;
    },
    sendSticker(userId, { id: stickerId, url }) {
      const id = message(userId, {
        attachments: [{ type: 'sticker', payload: { url, sticker_id: stickerId } }],
      });
      const media: ChatMedia = { kind: 'sticker', url, name: stickerId, sizeBytes: null };
      chats.add(userId, { id, from: 'resident', media });
      return id;
    },
    sendLink(userId, { url, title }) {
      const id = message(userId, { text: url, attachments: [{ type: 'fallback', title, payload: { url } }] });
      chats.add(userId, { id, from: 'resident', text: url });
      return id;
    },
    followLink: (userId, ref) =>
      post(userId, { referral: { ref, source: 'SHORTLINK', type: 'OPEN_THREAD' } }),
    editText: (userId, mid, text) => post(userId, { message_edit: { mid, text, num_edit: 1 } }),
    react: (userId, mid, emoji) =>
      post(userId, { reaction: { mid, action: 'react', emoji, reaction: 'other' } }),
    lookAtChat(userId) {
      if (chats.markSeen(userId).length > 0) {
        events.fromResident(userId, { read: { watermark: now().getTime() } });
      }
    },
    block(userId) {
      residents.of(userId).hasBlocked = true;
    },
    unblock(userId) {
      residents.of(userId).hasBlocked = false;
    },
    writeAsAdmin(userId, text) {
      const mid = newMid();
      chats.add(userId, { id: mid, from: 'account', text });
      events.fromPage(userId, { message: { mid, is_echo: true, app_id: PAGE_INBOX_APP_ID, text } });
      return mid;
    },
    setOwner(userId, appId) {
      residents.of(userId).owner = appId;
    },
  };
}

function tapButton(
  { chats, payloads }: ResidentParts,
  message: (userId: string, fields: object) => string,
  postback: (userId: string, title: string, payload: string) => string,
  userId: string,
  messageId: string,
  index: number,
): string | null {
  const button = payloads.find(messageId, index);
  if (button === null || button.payload === null) return null;
  const { title, payload } = button;
  if (!button.isQuickReply) return postback(userId, title, payload);
  const entry = chats.find(userId, messageId);
  if (entry === null || entry.quickReplies.length === 0) return null;
  const id = message(userId, { text: title, quick_reply: { payload } });
  chats.add(userId, { id, from: 'resident', text: title });
  return id;
}
