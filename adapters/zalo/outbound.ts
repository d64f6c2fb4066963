import type { Activity } from 'botbuilder-core';
import { z } from 'zod';
import { activityParts, inlineBase64 } from '../activity-parts.ts';
import type { Button, Card, ContactRequest, Media } from '../activity-parts.ts';
import { CHOOSE_BELOW, MORE_CHOICES, joinTexts, lineOf, numberedList } from '../channel-texts.ts';
import type { OutboundMessage } from '../channel.ts';
import { codePointLength, shortTitle, splitText } from '../split-text.ts';
import { signPayload } from './button-payload.ts';
import {
  MAX_BUTTONS,
  MAX_BUTTON_TITLE,
  MAX_SUBTITLE,
  MAX_TEXT,
  UPLOAD_FILE_EXTENSIONS,
  messageSchema,
} from './wire.ts';
import type { ZaloButton } from './wire.ts';

/** What the road stores for one call: the message as it is sent, or a file to upload first. */
export const bodySchema = z.union([
  z.strictObject({
    message: messageSchema,
    /** The same without buttons, for an account whose buttons Zalo refuses. */
    plainText: z.string().optional(),
  }),
  z.strictObject({
    upload: z.strictObject({ kind: z.enum(['image', 'gif', 'file']), name: z.string(), base64: z.string() }),
    text: z.string(),
  }),
]);
export type ZaloBody = z.infer<typeof bodySchema>;

/** Media first, then the text, then cards and the form; suggested actions stay with what was said last. The first words quote. */
export function renderZalo(activity: Partial<Activity>, buttonKey: string): OutboundMessage[] {
  const parts = activityParts(activity);
  const bodies: ZaloBody[] = parts.media.flatMap(mediaBodies);
  const lastCard = parts.cards.at(-1);
  const ownButtons = lastCard === undefined ? parts.buttons : [];
  bodies.push(...quoting(parts.quotedId, textBodies(parts.text, ownButtons, buttonKey)));
  for (const card of parts.cards)
    bodies.push(...cardBodies(card, card === lastCard ? parts.buttons : [], buttonKey));
  if (parts.contactRequest !== null) bodies.push(infoBody(parts.contactRequest));
  return bodies.map((body) => ({ body }));
}

function quoting(quotedId: string | null, bodies: ZaloBody[]): ZaloBody[] {
  const [first, ...rest] = bodies;
  if (quotedId === null || first === undefined || 'upload' in first) return bodies;
  return [{ ...first, message: { ...first.message, quote_message_id: quotedId } }, ...rest];
}

/** Zalo's own form, filled in by the app. */
function infoBody({ title, text }: ContactRequest): ZaloBody {
  const element = { title: shortTitle(title, MAX_BUTTON_TITLE), subtitle: shortTitle(text, MAX_SUBTITLE) };
  const payload = { template_type: 'request_user_info' as const, elements: [element] };
  return { message: { attachment: { type: 'template', payload } }, plainText: text };
}

function cardBodies(card: Card, moreButtons: readonly Button[], buttonKey: string): ZaloBody[] {
  const image = card.imageUrl === null ? [] : [imageByUrl(card.imageUrl)];
  return [
    ...image,
    ...textBodies(joinTexts(card.title, card.text), [...card.buttons, ...moreButtons], buttonKey),
  ];
}

function textBodies(text: string, buttons: readonly Button[], buttonKey: string): ZaloBody[] {
  if (buttons.length === 0) return splitText(text, MAX_TEXT).map((part) => ({ message: { text: part } }));
  const bodies: ZaloBody[] = [];
  for (let from = 0; from < buttons.length; from += MAX_BUTTONS) {
    const group = buttons.slice(from, from + MAX_BUTTONS);
    const heading = from === 0 ? text : MORE_CHOICES;
    bodies.push(...buttonBodies(heading, group, from + 1, buttonKey));
  }
  return bodies;
}

/** Up to five buttons under the last part of a text, which leaves room for their plain form. */
function buttonBodies(text: string, buttons: readonly Button[], from: number, buttonKey: string): ZaloBody[] {
  const tooLong = buttons.filter(({ title }) => codePointLength(title) > MAX_BUTTON_TITLE);
  const whole = joinTexts(text, tooLong.map(({ title }) => title).join('\n')) || CHOOSE_BELOW;
  const plainLines = plainForm(buttons, from);
  const room = MAX_TEXT - codePointLength(plainLines) - 2;
  const parts = splitText(whole, MAX_TEXT, Math.max(room, 1));
  const last = parts.pop() ?? CHOOSE_BELOW;
  const payload = { buttons: buttons.map((button) => zaloButton(button, buttonKey)) };
  return [
    ...parts.map((part) => ({ message: { text: part } })),
    {
      message: { text: last, attachment: { type: 'template' as const, payload } },
      plainText: joinTexts(last, plainLines),
    },
  ];
}

function plainForm(buttons: readonly Button[], from: number): string {
  return numberedList(
    buttons.map((button) => {
      if (button.kind === 'link') return lineOf(button.title, button.url);
      return button.kind === 'call' ? lineOf(button.title, button.phone) : button.title;
    }),
    from,
  );
}

/**
 * A tap on `oa.query.hide` is not shown in the resident's chat: the payload is signed and would read as noise there.
 */
function zaloButton(button: Button, buttonKey: string): ZaloButton {
  const title = shortTitle(button.title, MAX_BUTTON_TITLE);
  switch (button.kind) {
    case 'link':
      return { title, type: 'oa.open.url', payload: { url: button.url } };
    case 'call':
      return { title, type: 'oa.open.phone', payload: { phone_code: phoneCode(button.phone) } };
    case 'action':
      return { title, type: 'oa.query.hide', payload: signPayload(button, buttonKey) };
  }
}

/** `84…` for a subscriber's number; short numbers such as 113 have no country code. */
function phoneCode(phone: string): string {
  const digits = phone.replace(/[^\d]/gu, '');
  return digits.startsWith('0') ? `84${digits.slice(1)}` : digits;
}

function imageByUrl(url: string): ZaloBody {
  const element = { media_type: 'image' as const, url };
  return {
    message: { attachment: { type: 'template', payload: { template_type: 'media', elements: [element] } } },
  };
}

/** Images go by address or by upload, documents by upload; what Zalo does not take is named with its address. */
function mediaBodies(media: Media): ZaloBody[] {
  const data = inlineBase64(media.url);
  if (data === null) {
    return media.kind === 'image'
      ? [imageByUrl(media.url)]
      : textBodies(lineOf(media.name || 'Tệp', media.url), [], '');
  }
  if (media.kind === 'image') {
    const kind = media.mediaType === 'image/gif' ? ('gif' as const) : ('image' as const);
    return [
      {
        upload: { kind, name: media.name || `anh.${kind === 'gif' ? 'gif' : 'jpg'}`, base64: data },
        text: '',
      },
    ];
  }
  const extension = media.name.toLowerCase().split('.').at(-1) ?? '';
  if (!UPLOAD_FILE_EXTENSIONS.some((known) => known === extension)) return textBodies(media.name, [], '');
  return [{ upload: { kind: 'file', name: media.name, base64: data }, text: '' }];
}
