import type { Chats } from '../platform/chat.ts';
import type { MediaShelf } from '../platform/media-shelf.ts';

export interface FileToSend {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
  readonly kind: 'image' | 'gif' | 'audio' | 'video' | 'file';
  /** Words beside an image. */
  readonly caption?: string;
}

/** What a person sends besides words. Each gives the id of the new bubble. */
export interface ZaloAttachmentActs {
  sendFile(userId: string, file: FileToSend): string;
  sendLocation(userId: string, place: { latitude: number; longitude: number; name: string }): string;
  sendContact(userId: string, contact: { name: string; phone: string }): string;
  sendSticker(userId: string, sticker: { id: string; url: string }): string;
  sendLink(userId: string, link: { url: string; description: string }): string;
}

export interface AttachmentParts {
  readonly chats: Chats;
  readonly shelf: MediaShelf;
}

/** Posts a `user_send_…` event and gives the id of its message. */
type SendMessage = (userId: string, type: string, fields: object) => string;

export function createAttachmentActs(parts: AttachmentParts, message: SendMessage): ZaloAttachmentActs {
  const { chats } = parts;
  return {
    sendFile: (userId, file) => sendFile(parts, message, userId, file),
    sendLocation(userId, { latitude, longitude, name }) {
      // Coordinates are strings on Zalo's wire; the name of the place is the text.
      const coordinates = { latitude: latitude.toFixed(7), longitude: longitude.toFixed(7) };
      const id = message(userId, 'location', { text: name, ...attached('location', { coordinates }) });
      chats.add(userId, { id, from: 'resident', location: { latitude, longitude, name } });
      return id;
    },
    sendContact(userId, { name, phone }) {
      // A business card is a link whose description is JSON in a string.
      const description = JSON.stringify({ phone, qrCodeUrl: 'https://qr-talk.zdn.vn/1/2/mau.jpg' });
      const payload = { thumbnail: '', description, url: 'https://zalo.me/mau' };
      const id = message(userId, 'business_card', { text: name, ...attached('link', payload) });
      chats.add(userId, { id, from: 'resident', contact: { name, phone } });
      return id;
    },
    sendSticker(userId, { id: stickerId, url }) {
      const id = message(userId, 'sticker', attached('sticker', { id: stickerId, url }));
      chats.add(userId, {
        id,
        from: 'resident',
        media: { kind: 'sticker', url, name: stickerId, sizeBytes: null },
      });
      return id;
    },
    sendLink(userId, { url, description }) {
      const id = message(userId, 'link', {
        text: url,
        ...attached('link', { thumbnail: '', description, url }),
      });
      chats.add(userId, { id, from: 'resident', text: url });
      return id;
    },
  };
}

function attached(type: string, payload: object): object {
  return { attachments: [{ type, payload }] };
}

function sendFile(
  { chats, shelf }: AttachmentParts,
  message: SendMessage,
  userId: string,
  { name, mediaType, bytes, kind, caption }: FileToSend,
): string {
  const file = shelf.put({ name, mediaType, bytes });
  const url = shelf.urlOf(file);
  const extension = name.split('.').at(-1) ?? '';
  const payloads = {
    image: { thumbnail: url, url },
    gif: { thumbnail: url, url },
    audio: { url },
    video: { url, thumbnail: '', description: '' },
    file: { size: String(bytes.length), name, checksum: file.md5, type: extension, url },
  };
  const text = caption === undefined ? {} : { text: caption };
  const id = message(userId, kind, { ...text, attachments: [{ type: kind, payload: payloads[kind] }] });
  const media = { kind, url, name, sizeBytes: bytes.length };
  chats.add(userId, { id, from: 'resident', text: caption ?? '', media });
  return id;
}
