import type { Request, Response } from 'express';
import { Router } from 'express';
import { FREE_WINDOW_HOURS } from '../../adapters/zalo/wire.ts';
import type { ZaloButton, ZaloMessage } from '../../adapters/zalo/wire.ts';
import type { ChatButton, ChatCard, ChatMedia, Chats } from '../platform/chat.ts';
import type { Faults } from '../platform/faults.ts';
import { jsonBody } from '../platform/json-body.ts';
import type { MediaShelf, ShelfFile } from '../platform/media-shelf.ts';
import { answerUnder } from '../platform/trouble.ts';
import type { WireAnswer } from '../platform/trouble.ts';
import { newMessageId } from './events.ts';
import type { ZaloEvents } from './events.ts';
import { buttonsOf, checkMessage, infoOf } from './message-rules.ts';
import type { Residents } from './residents.ts';
import { SHARE_INFO } from './sent-buttons.ts';
import type { SentButtons } from './sent-buttons.ts';
import { zaloError } from './zalo-error.ts';

export interface SendApiParts {
  readonly chats: Chats;
  readonly residents: Residents;
  readonly faults: Faults;
  readonly shelf: MediaShelf;
  readonly events: ZaloEvents;
  readonly buttons: SentButtons;
  readonly now: () => Date;
  readonly guard: (request: Request) => WireAnswer | null;
  readonly counts: { sent: number; refused: number; billed: number };
}

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const UPLOAD_LIFE_MS = 7 * DAY_MS;

/** POST /v3.0/oa/message/cs */
export function createSendApi(parts: SendApiParts): Router {
  const router = Router();
  router.post('/v3.0/oa/message/cs', (request: Request, response: Response) =>
    answerUnder(
      parts.faults.draw().sendTrouble,
      request,
      response,
      () => parts.guard(request) ?? send(parts, request),
    ),
  );
  return router;
}

function send(parts: SendApiParts, request: Request): WireAnswer {
  const { residents, faults, now, counts } = parts;
  const hasMessage = (userId: string, id: string) => parts.chats.find(userId, id) !== null;
  const checked = checkMessage(jsonBody(request), residents, faults.draw(), now(), hasMessage);
  const media = checked.ok ? mediaOf(parts, checked.message) : null;
  if (!checked.ok || media === 'expired') {
    counts.refused += 1;
    return checked.ok
      ? zaloError(-100, 'attachment_id was expired')
      : zaloError(checked.code, checked.message);
  }
  const { userId, message } = checked;
  const last = residents.of(userId).lastInteractionAt ?? now();
  const billed = now().getTime() - last.getTime() > FREE_WINDOW_HOURS * HOUR_MS;
  const messageId = newMessageId();
  counts.sent += 1;
  if (billed) counts.billed += 1;
  say(parts, userId, messageId, message, media);
  const quota = billed ? {} : { quota: { quota_type: 'reply', remain: '8', total: '8' } };
  const data = { message_id: messageId, user_id: userId, sent_time: String(now().getTime()), ...quota };
  return { status: 200, json: { data, error: 0, message: 'Success' } };
}

/** The bubble in the resident's app, the echo to the bot and the receipt of the resident's phone. */
function say(
  parts: SendApiParts,
  userId: string,
  messageId: string,
  message: ZaloMessage,
  media: ChatMedia | null,
): void {
  const text = message.text ?? '';
  const wireButtons = buttonsOf(message) ?? [];
  const buttons = wireButtons.map(chatButton);
  const form = infoOf(message);
  const kept = form === null ? wireButtons : [SHARE_INFO];
  if (kept.length > 0) parts.buttons.keep(messageId, kept);
  const cards = form === null ? [] : [formCard(form)];
  const quoted = parts.chats.find(userId, message.quote_message_id ?? '')?.text ?? null;
  parts.chats.add(userId, { id: messageId, from: 'account', text, media, buttons, cards, quoted });
  const attachments =
    media === null ? {} : { attachments: [{ type: media.kind, payload: { url: media.url } }] };
  const echo = { message: { msg_id: messageId, ...(text === '' ? {} : { text }), ...attachments } };
  if (!parts.faults.draw().noEchoes) parts.events.fromAccount(userId, echoName(message, media), echo);
  parts.events.fromAccount(userId, 'user_received_message', { message: { msg_id: messageId } });
}

function formCard({ title, subtitle }: { title: string; subtitle: string }): ChatCard {
  return { title, subtitle, imageUrl: null, buttons: [chatButton(SHARE_INFO, 0)] };
}

function echoName(message: ZaloMessage, media: ChatMedia | null): string {
  if (media === null)
    return buttonsOf(message) === null && infoOf(message) === null ? 'oa_send_text' : 'oa_send_template';
  return media.kind === 'image' || media.kind === 'gif' || media.kind === 'sticker'
    ? `oa_send_${media.kind}`
    : 'oa_send_file';
}

function chatButton(button: ZaloButton, index: number): ChatButton {
  const { title } = button;
  switch (button.type) {
    case 'oa.open.url':
      return { index, title, kind: 'link', target: button.payload.url };
    case 'oa.open.phone':
      return { index, title, kind: 'call', target: button.payload.phone_code };
    default:
      return { index, title, kind: 'action', target: null };
  }
}

function mediaOf({ shelf, now }: SendApiParts, message: ZaloMessage): ChatMedia | 'expired' | null {
  const attachment = message.attachment;
  if (attachment === undefined) return null;
  if (attachment.type === 'file') return uploaded(shelf.find(attachment.payload.token), 'file', shelf, now());
  const payload = attachment.payload;
  if (!('template_type' in payload) || payload.template_type !== 'media') return null;
  const element = payload.elements[0];
  if (element === undefined) return null;
  if (element.attachment_id !== undefined) {
    return uploaded(shelf.find(element.attachment_id), element.media_type, shelf, now());
  }
  return { kind: element.media_type, url: element.url ?? '', name: '', sizeBytes: null };
}

function uploaded(
  file: ShelfFile | null,
  kind: ChatMedia['kind'],
  shelf: MediaShelf,
  now: Date,
): ChatMedia | 'expired' {
  if (file === null || now.getTime() - file.storedAt.getTime() > UPLOAD_LIFE_MS) return 'expired';
  return { kind, url: shelf.urlOf(file), name: file.name, sizeBytes: file.bytes.length };
}
