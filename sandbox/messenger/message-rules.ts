import {
  HUMAN_AGENT_DAYS,
  MAX_BUTTON_TITLE,
  MAX_ELEMENTS,
  MAX_ELEMENT_TITLE,
  MAX_METADATA,
  MAX_PAYLOAD,
  MAX_QUICK_REPLIES,
  MAX_QUICK_REPLY_TITLE,
  MAX_TEMPLATE_BUTTONS,
  MAX_TEMPLATE_TEXT,
  STANDARD_WINDOW_HOURS,
  sendRequestSchema,
} from '../../adapters/messenger/wire.ts';
import type { MessengerMessage, QuickReply, TemplateButton } from '../../adapters/messenger/wire.ts';
import type { z } from 'zod';
import type { FaultSettings } from '../platform/faults.ts';
import type { GraphRefusal } from './graph-error.ts';
import type { Resident, Residents } from './residents.ts';

type SendRequest = z.infer<typeof sendRequestSchema>;
export type Checked =
  { readonly ok: true; readonly request: SendRequest } | ({ readonly ok: false } & GraphRefusal);

/** Meta's own limit is "less than 2000 characters"; the product keeps a margin of its own below it. */
const TEXT_LIMIT = 2000;
const HOUR_MS = 3_600_000;
const REMOVED_TAGS: ReadonlySet<string> = new Set([
  'CONFIRMED_EVENT_UPDATE',
  'ACCOUNT_UPDATE',
  'POST_PURCHASE_UPDATE',
]);

/** Everything Meta checks before a message goes out. */
export function checkSend(
  body: unknown,
  residents: Residents,
  faults: FaultSettings,
  now: Date,
  hasMessage: (userId: string, mid: string) => boolean,
): Checked {
  const parsed = sendRequestSchema.safeParse(body);
  if (!parsed.success)
    return { ok: false, code: 100, message: `Invalid ${parsed.error.issues[0]?.path.join('.') ?? ''}` };
  const request = parsed.data;
  const refusal =
    formOf(request) ??
    personOf(request, residents) ??
    windowOf(request, residents.of(request.recipient.id), faults, now) ??
    (request.message === undefined ? null : limitOf(request.message)) ??
    (request.reply_to === undefined || hasMessage(request.recipient.id, request.reply_to.mid)
      ? null
      : { code: 100, message: 'Invalid reply_to.mid' });
  return refusal === null ? { ok: true, request } : { ok: false, ...refusal };
}

function formOf({ message, sender_action: action, messaging_type: type }: SendRequest): GraphRefusal | null {
  if (message !== undefined && action !== undefined) {
    return { code: 100, subcode: 2_018_014, message: 'message and sender_action may not be sent together' };
  }
  if (message === undefined && action === undefined) return { code: 100, message: 'message is required' };
  if (message !== undefined && type === undefined)
    return { code: 100, message: 'messaging_type is required' };
  return null;
}

function personOf({ recipient }: SendRequest, residents: Residents): GraphRefusal | null {
  const resident = residents.find(recipient.id);
  if (resident === null) return { code: 100, subcode: 2_018_001, message: 'No matching user found' };
  if (resident.hasBlocked)
    return { code: 551, subcode: 1_545_041, message: 'This person is not available right now' };
  if (resident.owner !== null)
    return { code: 100, subcode: 2_018_300, message: 'Another app is controlling this thread' };
  return null;
}

function windowOf(
  { messaging_type: type, tag }: SendRequest,
  resident: Resident,
  faults: FaultSettings,
  now: Date,
): GraphRefusal | null {
  const last = resident.lastActionAt;
  const passedMs = last === null ? Number.POSITIVE_INFINITY : now.getTime() - last.getTime();
  const closed: GraphRefusal = {
    code: 10,
    subcode: 2_018_278,
    message: 'This message is sent outside of allowed window',
  };
  if (faults.windowClosed) return closed;
  if (type !== 'MESSAGE_TAG') return passedMs > STANDARD_WINDOW_HOURS * HOUR_MS ? closed : null;
  if (tag !== undefined && REMOVED_TAGS.has(tag)) {
    return { code: 100, subcode: 1_893_061, message: 'This message tag is no longer supported' };
  }
  if (tag !== 'HUMAN_AGENT') return { code: 100, message: 'Invalid tag' };
  return passedMs > HUMAN_AGENT_DAYS * 24 * HOUR_MS ? closed : null;
}

function limitOf(message: MessengerMessage): GraphRefusal | null {
  const tooLong = (what: string): GraphRefusal => ({
    code: 100,
    message: `Length of param ${what} is too long`,
  });
  if (message.text === undefined && message.attachment === undefined) {
    return { code: 100, message: 'message must have text or attachment' };
  }
  if (message.text === '') return { code: 100, message: 'message[text] is empty' };
  if (Array.from(message.text ?? '').length >= TEXT_LIMIT) return tooLong('message[text]');
  if ((message.metadata ?? '').length >= MAX_METADATA) return tooLong('message[metadata]');
  const payload = message.attachment?.payload;
  const template = payload !== undefined && 'template_type' in payload ? payload : null;
  if (template?.template_type === 'button') {
    if (template.text.length > MAX_TEMPLATE_TEXT) return tooLong('message[attachment][payload][text]');
    if (template.text === '') return { code: 100, message: 'template text is empty' };
    return buttonsFault(template.buttons, 1) ?? repliesFault(message.quick_replies);
  }
  if (template?.template_type === 'generic') {
    if (template.elements.length === 0 || template.elements.length > MAX_ELEMENTS) {
      return { code: 100, message: 'Invalid number of elements' };
    }
    for (const { title, subtitle = '', image_url: image, buttons = [] } of template.elements) {
      if (title.length > MAX_ELEMENT_TITLE || subtitle.length > MAX_ELEMENT_TITLE) return tooLong('element');
      if (subtitle === '' && image === undefined && buttons.length === 0) {
        return { code: 100, message: 'Element must have a property besides title' };
      }
      const fault = buttonsFault(buttons, 0);
      if (fault !== null) return fault;
    }
  }
  return repliesFault(message.quick_replies);
}

function buttonsFault(buttons: readonly TemplateButton[], least: number): GraphRefusal | null {
  if (buttons.length < least || buttons.length > MAX_TEMPLATE_BUTTONS) {
    return { code: 100, message: 'Invalid number of buttons' };
  }
  for (const button of buttons) {
    if (button.title === '' || button.title.length > MAX_BUTTON_TITLE)
      return { code: 100, message: 'Invalid button title' };
    if (button.type === 'phone_number' && !/^\+\d{8,15}$/u.test(button.payload)) {
      return { code: 100, message: 'Invalid phone number' };
    }
    if (button.type === 'postback' && button.payload.length > MAX_PAYLOAD) {
      return { code: 100, message: 'Invalid button payload' };
    }
  }
  return null;
}

function repliesFault(replies: readonly QuickReply[] | undefined): GraphRefusal | null {
  if (replies === undefined) return null;
  if (replies.length === 0 || replies.length > MAX_QUICK_REPLIES) {
    return { code: 100, message: 'Invalid number of quick replies' };
  }
  const isWrong = (reply: QuickReply) =>
    reply.content_type === 'text' &&
    (reply.title === '' || reply.title.length > MAX_QUICK_REPLY_TITLE || reply.payload.length > MAX_PAYLOAD);
  return replies.some(isWrong) ? { code: 100, message: 'Invalid quick reply' } : null;
}
