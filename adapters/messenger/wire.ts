import { z } from 'zod';

/**
 * The Messenger Platform as it goes over the wire, Graph API v25.0 and v26.0. Source:
 * developers.facebook.com/docs/messenger-platform (webhook events, Send API, templates, quick replies); as of 2026-11-22.
 */

/** The documentation says "less than 2000 characters" without a unit: a margin for what it may count. */
export const MAX_TEXT = 1900;
export const MAX_QUICK_REPLIES = 13;
export const MAX_QUICK_REPLY_TITLE = 20;
/** Longest payload of a quick reply or a postback. */
export const MAX_PAYLOAD = 1000;
export const MAX_TEMPLATE_BUTTONS = 3;
export const MAX_TEMPLATE_TEXT = 640;
export const MAX_BUTTON_TITLE = 20;
export const MAX_ELEMENTS = 10;
export const MAX_ELEMENT_TITLE = 80;
export const MAX_METADATA = 1000;
/** The standard window, and the one in which only a person may write (tag HUMAN_AGENT, needs App Review). */
export const STANDARD_WINDOW_HOURS = 24;
export const HUMAN_AGENT_DAYS = 7;
/** The Page Inbox; the echo page prints the second form, one digit short. */
export const PAGE_INBOX_APP_IDS: ReadonlySet<string> = new Set(['263902037430900', '26390203743090']);
/** Our payload of the "Get started" button. */
export const GET_STARTED_PAYLOAD = 'get-started';

/** Some samples print ids and times as numbers, some as strings. */
const id = z.union([z.string().min(1).max(64), z.number()]).transform((value) => String(value));
const mid = z.string().min(1).max(512);
const text = z.string().nullish();
const time = z
  .union([z.string().regex(/^\d{1,16}$/u), z.number().nonnegative()])
  .transform((value) => Number(value));
const party = z.looseObject({ id: id.nullish(), user_ref: z.string().nullish() });

export const webhookSchema = z.looseObject({
  object: z.literal('page'),
  entry: z.array(
    z.looseObject({
      id,
      time: time.nullish(),
      messaging: z.array(z.unknown()).nullish(),
      standby: z.array(z.unknown()).nullish(),
      changes: z.array(z.unknown()).nullish(),
    }),
  ),
});

/** A call about anything. */
export const otherObjectSchema = z.looseObject({ object: z.string() });

const referral = z.looseObject({ ref: text, source: text, type: text });

const attachmentSchema = z.looseObject({
  type: z.string(),
  title: text,
  url: text,
  payload: z
    .looseObject({
      url: text,
      title: text,
      name: text,
      sticker_id: id.nullish(),
      coordinates: z.looseObject({ lat: z.number(), long: z.number() }).nullish(),
    })
    .nullish(),
});
export type WireAttachment = z.infer<typeof attachmentSchema>;

const threadControl = z.looseObject({
  previous_owner_app_id: id.nullish(),
  new_owner_app_id: id.nullish(),
  requested_owner_app_id: id.nullish(),
});

/** One object of `messaging` or `standby`: which of the fields it has says what it is. */
export const eventSchema = z.looseObject({
  sender: party.nullish(),
  recipient: party.nullish(),
  timestamp: time.nullish(),
  message: z
    .looseObject({
      mid,
      text,
      is_echo: z.boolean().nullish(),
      app_id: id.nullish(),
      metadata: text,
      quick_reply: z.looseObject({ payload: z.string() }).nullish(),
      reply_to: z.looseObject({ mid: mid.nullish() }).nullish(),
      attachments: z.array(attachmentSchema).max(100).nullish(),
      referral: referral.nullish(),
    })
    .nullish(),
  postback: z
    .looseObject({ mid: mid.nullish(), title: text, payload: text, referral: referral.nullish() })
    .nullish(),
  referral: referral.nullish(),
  message_edit: z.looseObject({ mid, text, num_edit: z.union([z.string(), z.number()]).nullish() }).nullish(),
  reaction: z.looseObject({ mid, action: z.string(), emoji: text }).nullish(),
  delivery: z.looseObject({ mids: z.array(mid).max(1000).nullish(), watermark: time }).nullish(),
  read: z.looseObject({ watermark: time }).nullish(),
  take_thread_control: threadControl.nullish(),
  pass_thread_control: threadControl.nullish(),
  request_thread_control: threadControl.nullish(),
  policy_enforcement: z.looseObject({ action: z.string(), reason: text }).nullish(),
  'policy-enforcement': z.looseObject({ action: z.string(), reason: text }).nullish(),
});
export type MessengerEvent = z.infer<typeof eventSchema>;

const templateButtonSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('postback'), title: z.string(), payload: z.string() }),
  z.strictObject({ type: z.literal('web_url'), title: z.string(), url: z.string() }),
  z.strictObject({ type: z.literal('phone_number'), title: z.string(), payload: z.string() }),
]);
export type TemplateButton = z.infer<typeof templateButtonSchema>;

const quickReplySchema = z.discriminatedUnion('content_type', [
  z.strictObject({ content_type: z.literal('text'), title: z.string(), payload: z.string() }),
  /** Shows the number of the person's profile, and sends it. */
  z.strictObject({ content_type: z.literal('user_phone_number') }),
]);
export type QuickReply = z.infer<typeof quickReplySchema>;

const elementSchema = z.strictObject({
  title: z.string(),
  subtitle: z.string().optional(),
  image_url: z.string().optional(),
  buttons: z.array(templateButtonSchema).optional(),
});

const mediaPayload = z.union([
  z.strictObject({ url: z.string(), is_reusable: z.boolean().optional() }),
  z.strictObject({ attachment_id: z.string() }),
]);

/** The `message` of a call to `/{page}/messages`. */
export const messageSchema = z.strictObject({
  text: z.string().optional(),
  attachment: z
    .union([
      z.strictObject({
        type: z.literal('template'),
        payload: z.discriminatedUnion('template_type', [
          z.strictObject({
            template_type: z.literal('button'),
            text: z.string(),
            buttons: z.array(templateButtonSchema),
          }),
          z.strictObject({ template_type: z.literal('generic'), elements: z.array(elementSchema) }),
        ]),
      }),
      z.strictObject({ type: z.enum(['image', 'audio', 'video', 'file']), payload: mediaPayload }),
    ])
    .optional(),
  quick_replies: z.array(quickReplySchema).optional(),
  metadata: z.string().optional(),
});
export type MessengerMessage = z.infer<typeof messageSchema>;

export const sendRequestSchema = z.strictObject({
  recipient: z.strictObject({ id: z.string() }),
  messaging_type: z.enum(['RESPONSE', 'UPDATE', 'MESSAGE_TAG']).optional(),
  tag: z.string().optional(),
  message: messageSchema.optional(),
  reply_to: z.strictObject({ mid }).optional(),
  sender_action: z.enum(['typing_on', 'typing_off', 'mark_seen']).optional(),
});

export const sentSchema = z.looseObject({
  message_id: z.string().nullish(),
  recipient_id: z.string().nullish(),
});
export const uploadedSchema = z.looseObject({ attachment_id: id });
export const failureSchema = z.looseObject({
  error: z.looseObject({ code: z.number(), error_subcode: z.number().nullish(), message: text }),
});

/** Longest titles of the Page's profile: menu items 30 and greeting 160 are of older documentation. */
const MAX_ICE_BREAKERS = 4;
const MAX_MENU_ITEMS = 20;

const localised = <T extends z.ZodType>(item: T) =>
  z.array(z.looseObject({ locale: z.string(), call_to_actions: item }));

const menuItemSchema = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('postback'),
    title: z.string().max(30),
    payload: z.string().max(MAX_PAYLOAD),
  }),
  z.strictObject({ type: z.literal('web_url'), title: z.string().max(30), url: z.string() }),
]);

/** The Page's profile: every part that is shown needs the locale "default". */
export const profileSchema = z.object({
  get_started: z.strictObject({ payload: z.string() }).optional(),
  greeting: z.array(z.strictObject({ locale: z.string(), text: z.string().max(160) })).optional(),
  ice_breakers: localised(
    z.array(z.strictObject({ question: z.string().max(80), payload: z.string() })).max(MAX_ICE_BREAKERS),
  ).optional(),
  persistent_menu: localised(z.array(menuItemSchema).max(MAX_MENU_ITEMS)).optional(),
});
export type PageProfile = z.infer<typeof profileSchema>;

export const subscriptionsSchema = z.looseObject({
  data: z.array(z.looseObject({ id: id.nullish(), subscribed_fields: z.array(z.string()).nullish() })),
});
export const profileReplySchema = z.looseObject({ data: z.array(profileSchema) });
