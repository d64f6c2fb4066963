import type { Activity } from 'botbuilder-core';
import { z } from 'zod';
import { activityParts, inlineBase64 } from '../activity-parts.ts';
import type { Button, Card, Media } from '../activity-parts.ts';
import { CHOOSE_BELOW, MORE_CHOICES, joinTexts, lineOf } from '../channel-texts.ts';
import type { OutboundMessage } from '../channel.ts';
import { splitText } from '../split-text.ts';
import { asTemplateButton, quickReplies, templateTitles } from './buttons.ts';
import {
  MAX_ELEMENTS,
  MAX_ELEMENT_TITLE,
  MAX_QUICK_REPLIES,
  MAX_BUTTON_TITLE,
  MAX_TEMPLATE_BUTTONS,
  MAX_TEMPLATE_TEXT,
  MAX_TEXT,
  messageSchema,
} from './wire.ts';
import type { MessengerMessage, QuickReply } from './wire.ts';

/** What the road stores for one call: a message as it is sent, or a file to upload first. */
export const bodySchema = z.union([
  z.strictObject({ message: messageSchema, quotedId: z.string().optional() }),
  z.strictObject({
    upload: z.strictObject({
      kind: z.enum(['image', 'audio', 'video', 'file']),
      name: z.string(),
      mediaType: z.string(),
      base64: z.string(),
    }),
  }),
]);
export type MessengerBody = z.infer<typeof bodySchema>;

/** Media first, then the text, then cards; quick replies on the last message, because the next one would remove them. */
export function renderMessenger(activity: Partial<Activity>): OutboundMessage[] {
  const parts = activityParts(activity);
  const messages: MessengerMessage[] = [];
  if (parts.cards.length === 0) {
    messages.push(...suggestions(parts.text, parts.buttons));
  } else {
    messages.push(...texts(parts.text), ...cardMessages(parts.cards, parts.carousel));
    if (parts.buttons.length > 0) messages.push(...suggestions(MORE_CHOICES, parts.buttons));
  }
  const asking =
    parts.contactRequest === null ? messages : askingForNumber(messages, parts.contactRequest.text);
  const bodies: MessengerBody[] = [
    ...parts.media.flatMap(mediaBodies),
    ...asking.map((message, index) =>
      index === 0 && parts.quotedId !== null ? { message, quotedId: parts.quotedId } : { message },
    ),
  ];
  return bodies.map((body) => ({ body }));
}

/** One more quick reply, with the number that Meta knows; it shows none to who gave none. */
function askingForNumber(messages: readonly MessengerMessage[], text: string): MessengerMessage[] {
  const last = messages.at(-1) ?? { text };
  const replies = [{ content_type: 'user_phone_number' as const }, ...(last.quick_replies ?? [])];
  return [...messages.slice(0, -1), { ...last, quick_replies: replies.slice(0, MAX_QUICK_REPLIES) }];
}

function texts(text: string): MessengerMessage[] {
  return splitText(text, MAX_TEXT).map((part) => ({ text: part }));
}

/** Actions become quick replies; links and calls, which quick replies cannot hold, become template buttons. */
function suggestions(text: string, buttons: readonly Button[]): MessengerMessage[] {
  if (buttons.length === 0) return texts(text);
  const { shown, lines } = callable(buttons);
  const whole = joinTexts(text, lines.join('\n'));
  const actions = shown.filter((button) => button.kind === 'action');
  const others = shown.filter((button) => button.kind !== 'action');
  if (others.length > 0 && shown.length <= MAX_TEMPLATE_BUTTONS) return templates(whole, shown);
  const choice = quickReplies(actions, whole);
  const words = joinTexts(whole, choice.list) || CHOOSE_BELOW;
  const messages = others.length === 0 ? texts(words) : templates(words, others);
  return withQuickReplies(messages, choice.quickReplies);
}

function withQuickReplies(messages: MessengerMessage[], replies: readonly QuickReply[]): MessengerMessage[] {
  const last = messages.at(-1);
  if (last === undefined || replies.length === 0) return messages;
  return [...messages.slice(0, -1), { ...last, quick_replies: [...replies] }];
}

/** Button templates of up to three buttons; what the text has no room for goes before as plain text. */
function templates(text: string, buttons: readonly Button[]): MessengerMessage[] {
  const messages: MessengerMessage[] = [];
  for (let from = 0; from < buttons.length; from += MAX_TEMPLATE_BUTTONS) {
    const group = buttons.slice(from, from + MAX_TEMPLATE_BUTTONS);
    const heading = from === 0 ? text : MORE_CHOICES;
    const words = joinTexts(heading, templateTitles(group, heading)) || CHOOSE_BELOW;
    const parts = splitText(words, MAX_TEXT, MAX_TEMPLATE_TEXT);
    const last = parts.pop() ?? CHOOSE_BELOW;
    messages.push(...parts.map((part) => ({ text: part })));
    const payload = { template_type: 'button' as const, text: last, buttons: group.map(asTemplateButton) };
    messages.push({ attachment: { type: 'template', payload } });
  }
  return messages;
}

function cardMessages(cards: readonly Card[], carousel: boolean): MessengerMessage[] {
  if (carousel && cards.length <= MAX_ELEMENTS && cards.every(fitsElement)) return [generic(cards)];
  return cards.flatMap((card) =>
    card.imageUrl !== null && fitsElement(card) ? [generic([card])] : cardAlone(card),
  );
}

function cardAlone(card: Card): MessengerMessage[] {
  const image: MessengerMessage[] =
    card.imageUrl === null ? [] : [{ attachment: { type: 'image', payload: { url: card.imageUrl } } }];
  const { shown, lines } = callable(card.buttons);
  const text = joinTexts(card.title, card.text, lines.join('\n'));
  return [...image, ...(shown.length === 0 ? texts(text) : templates(text, shown))];
}

function fitsElement(card: Card): boolean {
  return (
    card.title !== '' &&
    card.title.length <= MAX_ELEMENT_TITLE &&
    card.text.length <= MAX_ELEMENT_TITLE &&
    (card.text !== '' || card.imageUrl !== null || card.buttons.length > 0) &&
    card.buttons.length <= MAX_TEMPLATE_BUTTONS &&
    card.buttons.every(({ title }) => title.length <= MAX_BUTTON_TITLE) &&
    callable(card.buttons).lines.length === 0
  );
}

function generic(cards: readonly Card[]): MessengerMessage {
  const elements = cards.map((card) => ({
    title: card.title,
    ...(card.text === '' ? {} : { subtitle: card.text }),
    ...(card.imageUrl === null ? {} : { image_url: card.imageUrl }),
    ...(card.buttons.length === 0 ? {} : { buttons: card.buttons.map(asTemplateButton) }),
  }));
  return { attachment: { type: 'template', payload: { template_type: 'generic', elements } } };
}

/** A call button needs a number with its country code: short ones such as 113 become a line, which is tappable too. */
function callable(buttons: readonly Button[]): { shown: Button[]; lines: string[] } {
  const isShort = (button: Button) => button.kind === 'call' && !/^(?:0|\+)\d{8,}$/u.test(bare(button.phone));
  return {
    shown: buttons.filter((button) => !isShort(button)),
    lines: buttons.flatMap((button) =>
      button.kind === 'call' && isShort(button) ? [lineOf(button.title, button.phone)] : [],
    ),
  };
}

function bare(phone: string): string {
  return phone.replace(/[\s.()-]/gu, '');
}

function mediaBodies(media: Media): MessengerBody[] {
  const base64 = inlineBase64(media.url);
  if (base64 === null) {
    return [
      { message: { attachment: { type: media.kind, payload: { url: media.url, is_reusable: false } } } },
    ];
  }
  const { kind, name, mediaType } = media;
  return [{ upload: { kind, name: name === '' ? 'file' : name, mediaType, base64 } }];
}
