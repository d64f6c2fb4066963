import type { Activity, Attachment, CardAction } from 'botbuilder-core';
import { z } from 'zod';

/** A button, as every channel can show it in some form. */
export type Button =
  | { readonly kind: 'action'; readonly title: string; readonly action: string }
  | { readonly kind: 'link'; readonly title: string; readonly url: string }
  | { readonly kind: 'call'; readonly title: string; readonly phone: string };

export interface Card {
  readonly title: string;
  readonly text: string;
  readonly imageUrl: string | null;
  readonly buttons: readonly Button[];
}

export interface Media {
  readonly kind: 'image' | 'audio' | 'video' | 'file';
  /** `https:` to a public file or `data:` with the bytes. */
  readonly url: string;
  readonly mediaType: string;
  readonly name: string;
}

/** The resident is asked for a telephone number, in whatever form the platform has for it. */
export interface ContactRequest {
  readonly title: string;
  /** Also said where the platform refuses the form. */
  readonly text: string;
}

/** What a dialog said, before a channel gives it a form. All texts are NFC and trimmed. */
export interface ActivityParts {
  readonly text: string;
  readonly buttons: readonly Button[];
  readonly cards: readonly Card[];
  readonly media: readonly Media[];
  readonly carousel: boolean;
  readonly contactRequest: ContactRequest | null;
  /** The platform's id of the resident's message that this answers and shows. */
  readonly quotedId: string | null;
}

/** Content type of an attachment `{title, text}` that asks for a telephone number. */
const CONTACT_REQUEST = 'application/vnd.commune-police.contact-request';
const HERO_CARD = 'application/vnd.microsoft.card.hero';

const heroSchema = z.object({
  title: z.string().optional(),
  subtitle: z.string().optional(),
  text: z.string().optional(),
  images: z.array(z.object({ url: z.string() })).optional(),
  buttons: z.array(z.object({ type: z.string(), title: z.string(), value: z.unknown() })).optional(),
});

const contactRequestSchema = z.object({ title: z.string().min(1), text: z.string().min(1) });

/** Takes an Activity apart. What no channel can show (an empty attachment, a button without a value) is left out. */
export function activityParts(activity: Partial<Activity>): ActivityParts {
  const attachments = activity.attachments ?? [];
  return {
    text: clean(activity.text),
    buttons: (activity.suggestedActions?.actions ?? []).flatMap(buttonOf),
    cards: attachments.flatMap(cardOf),
    media: attachments.flatMap(mediaOf),
    carousel: activity.attachmentLayout === 'carousel',
    contactRequest: attachments.map(contactRequestOf).find((request) => request !== null) ?? null,
    quotedId: activity.replyToId === undefined || activity.replyToId === '' ? null : activity.replyToId,
  };
}

function clean(text: string | undefined): string {
  return (text ?? '').normalize('NFC').trim();
}

function buttonOf(action: Pick<CardAction, 'type' | 'title'> & { value?: unknown }): Button[] {
  if (typeof action.value !== 'string' || action.value === '') return [];
  const title = clean(action.title);
  if (title === '') return [];
  if (action.type === 'openUrl') return [{ kind: 'link', title, url: action.value }];
  if (action.type === 'call') return [{ kind: 'call', title, phone: action.value.replace(/^tel:/u, '') }];
  return [{ kind: 'action', title, action: action.value.normalize('NFC') }];
}

function cardOf(attachment: Attachment): Card[] {
  if (attachment.contentType !== HERO_CARD) return [];
  const hero = heroSchema.safeParse(attachment.content);
  if (!hero.success) return [];
  const { title, subtitle, text, images, buttons } = hero.data;
  return [
    {
      title: clean(title),
      text: [clean(subtitle), clean(text)].filter((line) => line !== '').join('\n'),
      imageUrl: images?.[0]?.url ?? null,
      buttons: (buttons ?? []).flatMap(buttonOf),
    },
  ];
}

function contactRequestOf({ contentType, content }: Attachment): ContactRequest | null {
  if (contentType !== CONTACT_REQUEST) return null;
  const request = contactRequestSchema.safeParse(content);
  return request.success ? { title: clean(request.data.title), text: clean(request.data.text) } : null;
}

function mediaOf(attachment: Attachment): Media[] {
  if (attachment.contentUrl === undefined || attachment.contentUrl === '') return [];
  return [
    {
      kind: mediaKind(attachment.contentType),
      url: attachment.contentUrl,
      mediaType: attachment.contentType,
      name: attachment.name ?? '',
    },
  ];
}

function mediaKind(mediaType: string): Media['kind'] {
  const family = mediaType.split('/')[0];
  return family === 'image' || family === 'audio' || family === 'video' ? family : 'file';
}

/** The bytes of a `data:` address, still in base64; null when the address points elsewhere. */
export function inlineBase64(url: string): string | null {
  const comma = url.startsWith('data:') ? url.indexOf(',') : -1;
  // Cut by place: a pattern over megabytes runs out of stack.
  return comma !== -1 && url.slice(0, comma).endsWith(';base64') ? url.slice(comma + 1) || null : null;
}
