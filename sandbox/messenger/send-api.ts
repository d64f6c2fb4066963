import type { Request, Response } from 'express';
import { Router } from 'express';
import { z } from 'zod';
import type { MessengerMessage, QuickReply, TemplateButton } from '../../adapters/messenger/wire.ts';
import type { ChatButton, ChatCard, ChatMedia, Chats, NewEntry } from '../platform/chat.ts';
import type { Faults } from '../platform/faults.ts';
import { jsonBody, parseJson } from '../platform/json-body.ts';
import type { MediaShelf } from '../platform/media-shelf.ts';
import { readMultipart } from '../platform/multipart.ts';
import { answerUnder } from '../platform/trouble.ts';
import type { WireAnswer } from '../platform/trouble.ts';
import { newMid } from './events.ts';
import type { MessengerEvents } from './events.ts';
import { graphError, namedError } from './graph-error.ts';
import { checkSend } from './message-rules.ts';
import type { Residents } from './residents.ts';
import type { SentPayloads } from './sent-payloads.ts';

export interface SendApiParts {
  readonly appId: string;
  readonly chats: Chats;
  readonly residents: Residents;
  readonly faults: Faults;
  readonly shelf: MediaShelf;
  readonly events: MessengerEvents;
  readonly payloads: SentPayloads;
  readonly now: () => Date;
  readonly guard: (request: Request) => WireAnswer | null;
  readonly counts: { sent: number; refused: number; humanAgent: number; markedSeen: number };
  /** Tells the phone page that the bot is typing. */
  readonly onTyping: (userId: string, isTyping: boolean) => void;
}

const UPLOAD_LIFE_MS = 90 * 86_400_000;
const MAX_UPLOAD_BYTES = 25 * 1024 * 1024;

/** POST /{version}/{page}/messages and /message_attachments */
export function createSendApi(parts: SendApiParts): Router {
  const router = Router();
  router.post('/:version/:page/messages', (request: Request, response: Response) =>
    answerUnder(
      parts.faults.draw().sendTrouble,
      request,
      response,
      () => parts.guard(request) ?? send(parts, jsonBody(request)),
    ),
  );
  router.post('/:version/:page/message_attachments', async (request: Request, response: Response) => {
    const answer = parts.guard(request) ?? (await upload(parts, request));
    response.status(answer.status).json(answer.json);
  });
  return router;
}

function send(parts: SendApiParts, body: unknown): WireAnswer {
  const { residents, counts } = parts;
  const faults = parts.faults.draw();
  if (faults.sendError !== null) return namedError(faults.sendError);
  if (faults.rateLimited)
    return graphError({ code: 613, message: 'Calls to this api have exceeded the rate limit' });
  const hasMessage = (userId: string, mid: string) => parts.chats.find(userId, mid) !== null;
  const checked = checkSend(body, residents, faults, parts.now(), hasMessage);
  if (!checked.ok) {
    counts.refused += 1;
    return graphError(checked);
  }
  const { recipient, message, sender_action: action, tag } = checked.request;
  if (message === undefined) {
    if (action === 'mark_seen') counts.markedSeen += 1;
    else parts.onTyping(recipient.id, action === 'typing_on');
    return { status: 200, json: { recipient_id: recipient.id } };
  }
  const media = mediaOf(parts, message);
  if (media === 'expired') {
    counts.refused += 1;
    return graphError({ code: 100, subcode: 2_018_074, message: 'Attachment id is invalid or expired' });
  }
  counts.sent += 1;
  if (tag === 'HUMAN_AGENT') counts.humanAgent += 1;
  const mid = newMid();
  const quoted = parts.chats.find(recipient.id, checked.request.reply_to?.mid ?? '')?.text ?? null;
  say(parts, recipient.id, mid, message, media, quoted);
  return { status: 200, json: { recipient_id: recipient.id, message_id: mid } };
}

/** What the resident's profile holds. */
const RESIDENT_NUMBER = '+84900000123';

/** The bubble in the resident's app, the echo to the bot and the receipt of the resident's phone. */
function say(
  parts: SendApiParts,
  psid: string,
  mid: string,
  message: MessengerMessage,
  media: ChatMedia | null,
  quoted: string | null,
): void {
  const { entry, payloads } = bubbleOf(message);
  parts.payloads.keep(mid, payloads);
  parts.onTyping(psid, false);
  parts.chats.add(psid, { ...entry, id: mid, from: 'account', media, quoted });
  const { text, metadata, attachment } = message;
  if (!parts.faults.draw().noEchoes)
    parts.events.fromPage(psid, {
      message: {
        mid,
        is_echo: true,
        app_id: Number(parts.appId),
        ...(text === undefined ? {} : { text }),
        ...(metadata === undefined ? {} : { metadata }),
        ...(attachment === undefined ? {} : { attachments: [attachment] }),
      },
    });
  const watermark = parts.now().getTime();
  parts.events.fromResident(psid, { delivery: { mids: [mid], watermark } });
}

/** Indexes run through the buttons of the cards, then the template's, then the quick replies. */
function bubbleOf(message: MessengerMessage): {
  entry: Omit<NewEntry, 'id' | 'from'>;
  payloads: { title: string; payload: string | null; isQuickReply: boolean }[];
} {
  const payloads: { title: string; payload: string | null; isQuickReply: boolean }[] = [];
  const show = (button: TemplateButton): ChatButton => {
    const index = payloads.length;
    const { title } = button;
    payloads.push({
      title,
      payload: button.type === 'postback' ? button.payload : null,
      isQuickReply: false,
    });
    if (button.type === 'web_url') return { index, title, kind: 'link', target: button.url };
    if (button.type === 'phone_number') return { index, title, kind: 'call', target: button.payload };
    return { index, title, kind: 'action', target: null };
  };
  const showReply = (reply: QuickReply): ChatButton => {
    const number = { title: RESIDENT_NUMBER, payload: RESIDENT_NUMBER };
    const { title, payload } = reply.content_type === 'text' ? reply : number;
    payloads.push({ title, payload, isQuickReply: true });
    return { index: payloads.length - 1, title, kind: 'action', target: null };
  };
  const payload = message.attachment?.payload;
  const template = payload !== undefined && 'template_type' in payload ? payload : null;
  const cards: ChatCard[] =
    template?.template_type === 'generic'
      ? template.elements.map(({ title, subtitle = '', image_url: imageUrl = null, buttons = [] }) => ({
          title,
          subtitle,
          imageUrl,
          buttons: buttons.map(show),
        }))
      : [];
  const buttons = template?.template_type === 'button' ? template.buttons.map(show) : [];
  const inTemplate = template?.template_type === 'button' ? template.text : '';
  const quickReplies = (message.quick_replies ?? []).map(showReply);
  return { entry: { text: message.text ?? inTemplate, cards, buttons, quickReplies }, payloads };
}

function mediaOf(
  { shelf, now }: SendApiParts,
  { attachment }: MessengerMessage,
): ChatMedia | 'expired' | null {
  if (attachment === undefined || attachment.type === 'template') return null;
  const { type: kind, payload } = attachment;
  if ('url' in payload) return { kind, url: payload.url, name: '', sizeBytes: null };
  const file = shelf.find(payload.attachment_id);
  if (file === null || now().getTime() - file.storedAt.getTime() > UPLOAD_LIFE_MS) return 'expired';
  return { kind, url: shelf.urlOf(file), name: file.name, sizeBytes: file.bytes.length };
}

const uploadSchema = z.object({
  attachment: z.object({ type: z.enum(['image', 'audio', 'video', 'file']), payload: z.looseObject({}) }),
});

async function upload({ shelf }: SendApiParts, request: Request): Promise<WireAnswer> {
  const form = await readMultipart(request);
  const file = form?.files.get('filedata');
  const message = uploadSchema.safeParse(parseJson(form?.texts.get('message') ?? ''));
  if (file === undefined || !message.success) return graphError({ code: 100, message: 'Invalid attachment' });
  if (file.bytes.length > MAX_UPLOAD_BYTES) {
    return graphError({ code: 100, subcode: 2_018_109, message: 'Attachment size exceeds allowable limit' });
  }
  const { id } = shelf.put({ name: file.name, mediaType: file.mediaType, bytes: file.bytes });
  return { status: 200, json: { attachment_id: id } };
}
