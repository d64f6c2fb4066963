import { z } from 'zod';

/**
 * Zalo Official Account OpenAPI v3 as it goes over the wire. Sources: developers.zalo.me/docs/official-account (its
 * messaging and webhook chapters) and the official PHP, Java and .NET SDKs; as of 2026-11-22.
 */

/** Longest text of a message, in characters; counted in code points. */
export const MAX_TEXT = 2000;
export const MAX_BUTTONS = 5;
export const MAX_BUTTON_TITLE = 100;
/** Longest second line of a form. */
export const MAX_SUBTITLE = 500;
/** Longest payload of `oa.query.show` and `oa.query.hide`, in characters. */
export const MAX_BUTTON_PAYLOAD = 1000;
export const MAX_IMAGE_BYTES = 1024 * 1024;
export const MAX_GIF_BYTES = 5 * 1024 * 1024;
export const MAX_FILE_BYTES = 5 * 1024 * 1024;
/** Files that the upload endpoint takes. */
export const UPLOAD_FILE_EXTENSIONS = ['pdf', 'doc', 'docx', 'csv'] as const;
/** A message is free within 48 hours of the resident's last act, billed up to 7 days, then refused. */
export const FREE_WINDOW_HOURS = 48;
export const REPLY_WINDOW_DAYS = 7;

/** Ids are decimal strings above 2^53. */
const id = z.string().min(1).max(64);
const text = z.string().nullish();
const msgId = z.string().min(1).max(256);

/** A string of milliseconds in the documentation and in real traffic; a number is taken too. */
const timestampSchema = z.union([z.string().regex(/^\d{1,16}$/u), z.int().nonnegative()]);

/** What every event has: enough to verify, count and acknowledge it. */
export const envelopeSchema = z.looseObject({
  event_name: z.string().min(1).max(100),
  app_id: z.string().min(1).max(64),
  timestamp: timestampSchema,
});

const attachmentSchema = z.looseObject({ type: z.string(), payload: z.looseObject({}).nullish() });

const person = z.looseObject({ id });

export const userMessageSchema = z.looseObject({
  event_name: z.string(),
  sender: person,
  recipient: person,
  timestamp: timestampSchema,
  message: z.looseObject({ msg_id: msgId, text, attachments: z.array(attachmentSchema).max(100).nullish() }),
});
export type UserMessageEvent = z.infer<typeof userMessageSchema>;

export const oaMessageSchema = z.looseObject({
  sender: z.looseObject({ id, admin_id: z.string().nullish() }),
  recipient: person,
  message: z.looseObject({ msg_id: msgId.nullish(), text }),
});

export const receivedSchema = z.looseObject({
  sender: person,
  recipient: person,
  message: z.looseObject({ msg_id: msgId, tracking_id: z.string().nullish() }),
});

export const seenSchema = z.looseObject({
  sender: person,
  recipient: person,
  message: z.looseObject({ msg_ids: z.array(msgId).min(1).max(1000) }),
});

export const followSchema = z.looseObject({ oa_id: id, follower: person });
/** `user_click_chatnow`, `user_withdraw`: flat. */
export const flatUserSchema = z.looseObject({ oa_id: id, user_id: id });

/** `permission_revoked`: which of its fields come is not documented. */
export const revokedSchema = z.looseObject({ oa_id: id.nullish() });

export const reactionSchema = z.looseObject({
  sender: person,
  recipient: person,
  message: z.looseObject({ msg_id: msgId, react_icon: z.string() }),
});

/** Every field is optional, and the older form has the address flat. */
export const submitInfoSchema = z.looseObject({
  event_name: z.literal('user_submit_info'),
  sender: person,
  recipient: person,
  timestamp: timestampSchema,
  info: z.looseObject({
    name: text,
    phone: z.union([z.string(), z.number()]).nullish(),
    address: text,
    ward: text,
    district: text,
    city: text,
    full_address: z.looseObject({ user_address: text, user_ward: text, user_city: text }).nullish(),
  }),
});

/** A string of digits in real traffic; a number is taken too. */
const degrees = z.union([z.number(), z.string().regex(/^\s*-?\d{1,3}(?:\.\d+)?\s*$/u)]).transform(Number);

const urlPayload = z.looseObject({ url: z.string() });
/** What the payload of an attachment holds, by its type. Sizes and coordinates are strings. */
export const attachmentPayloads = {
  media: urlPayload,
  link: z.looseObject({ url: z.string().nullish(), description: text, title: text }),
  sticker: z.looseObject({ id: z.union([z.string(), z.number()]).nullish(), url: z.string().nullish() }),
  location: z.looseObject({
    coordinates: z.looseObject({ latitude: degrees, longitude: degrees }),
  }),
  file: z.looseObject({
    url: z.string(),
    name: text,
    type: text,
    size: z.union([z.string(), z.number()]).nullish(),
  }),
  /** The `description` of a business card, which is JSON in a string. */
  contact: z.looseObject({ phone: z.string().min(1), qrCodeUrl: z.string().nullish() }),
};

const title = z.string().min(1);
export const buttonSchema = z.discriminatedUnion('type', [
  z.strictObject({ title, type: z.literal('oa.open.url'), payload: z.strictObject({ url: z.string() }) }),
  z.strictObject({ title, type: z.literal('oa.query.show'), payload: z.string() }),
  z.strictObject({ title, type: z.literal('oa.query.hide'), payload: z.string() }),
  z.strictObject({
    title,
    type: z.literal('oa.open.phone'),
    payload: z.strictObject({ phone_code: z.string() }),
  }),
]);
export type ZaloButton = z.infer<typeof buttonSchema>;

const elementSchema = z.strictObject({
  media_type: z.enum(['image', 'gif', 'sticker']),
  url: z.string().optional(),
  attachment_id: z.string().optional(),
  width: z.number().optional(),
  height: z.number().optional(),
});
const infoElementSchema = z.strictObject({
  title: z.string().max(100),
  subtitle: z.string().max(MAX_SUBTITLE),
  image_url: z.string().optional(),
});

/** The `message` of a call to `/v3.0/oa/message/cs`. */
export const messageSchema = z.strictObject({
  text: z.string().optional(),
  quote_message_id: z.string().optional(),
  attachment: z
    .union([
      z.strictObject({
        type: z.literal('template'),
        payload: z.union([
          z.strictObject({ buttons: z.array(buttonSchema) }),
          z.strictObject({ template_type: z.literal('media'), elements: z.array(elementSchema).length(1) }),
          z.strictObject({
            template_type: z.literal('request_user_info'),
            elements: z.array(infoElementSchema).length(1),
          }),
        ]),
      }),
      z.strictObject({ type: z.literal('file'), payload: z.strictObject({ token: z.string() }) }),
    ])
    .optional(),
});
export type ZaloMessage = z.infer<typeof messageSchema>;

export const sendRequestSchema = z.strictObject({
  recipient: z.strictObject({ user_id: id }),
  message: messageSchema,
});

/** A call to `/v3.0/oa/message/template`: an approved template fills in `template_data`. */
export const templateRequestSchema = z.strictObject({
  user_id: id,
  template_id: z.string().min(1),
  template_data: z.record(z.string(), z.string()),
});

/** HTTP is 200 for errors too: a call went well if and only if `error` is 0. */
export const replySchema = z.looseObject({
  error: z.int(),
  message: z.string().nullish(),
  data: z.unknown().optional(),
});
const countSchema = z.coerce.number().int().nonnegative();
/** `quota` may be missing, and its numbers, which are strings, are no longer promised since 2026-03-01. */
export const sentDataSchema = z.looseObject({
  message_id: z.string().nullish(),
  quota: z
    .looseObject({ quota_type: z.string(), remain: countSchema.nullish(), total: countSchema.nullish() })
    .nullish()
    .catch(null),
});
/** An image or GIF gives `attachment_id`, a file gives `token`. */
export const uploadDataSchema = z.looseObject({
  attachment_id: z.string().nullish(),
  token: z.string().nullish(),
});

/** A refresh went well if and only if both tokens are there; failures may come with HTTP 200. */
export const tokenReplySchema = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  /** Seconds, as a string. */
  expires_in: z.coerce.number().positive(),
});
export const tokenFailureSchema = z.looseObject({
  error: z.union([z.int(), z.string()]).nullish(),
  error_name: text,
  error_reason: text,
});
