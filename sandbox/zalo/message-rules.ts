import {
  MAX_BUTTONS,
  MAX_BUTTON_PAYLOAD,
  MAX_BUTTON_TITLE,
  MAX_TEXT,
  REPLY_WINDOW_DAYS,
  sendRequestSchema,
} from '../../adapters/zalo/wire.ts';
import type { ZaloButton, ZaloMessage } from '../../adapters/zalo/wire.ts';
import type { FaultSettings } from '../platform/faults.ts';
import type { Residents } from './residents.ts';

interface ZaloRefusal {
  readonly code: number;
  readonly message: string;
}

export type Checked =
  | { readonly ok: true; readonly userId: string; readonly message: ZaloMessage }
  | ({ readonly ok: false } & ZaloRefusal);

const DAY_MS = 86_400_000;
const refusal = (code: number, message: string): Checked => ({ ok: false, code, message });

/** Everything Zalo checks before a customer-service message goes out; texts of the errors are the documentation's. */
export function checkMessage(
  body: unknown,
  residents: Residents,
  faults: FaultSettings,
  now: Date,
  hasMessage: (userId: string, messageId: string) => boolean,
): Checked {
  const parsed = sendRequestSchema.safeParse(body);
  if (!parsed.success) {
    const field = parsed.error.issues[0]?.path.join('.') ?? '';
    return refusal(-201, `${field === '' ? 'message' : field} is invalid`);
  }
  const { recipient, message } = parsed.data;
  if (faults.sendError !== null)
    return refusal(Number(faults.sendError.split('/')[0]), 'Fault of the sandbox');
  if (faults.rateLimited) return refusal(-32, 'Application reached limit call api');
  if (message.text === undefined && message.attachment === undefined)
    return refusal(-201, 'message is invalid');
  if (Array.from(message.text ?? '').length > MAX_TEXT) return refusal(-210, 'Parameter text exceeds limit');
  const quoted = message.quote_message_id;
  if (quoted !== undefined && !hasMessage(recipient.user_id, quoted))
    return refusal(-201, 'quote_message_id is invalid');
  const buttons = buttonsOf(message);
  const wrong = buttons === null ? null : buttonFault(buttons, message, faults);
  if (wrong !== null) return { ok: false, ...wrong };
  const resident = residents.find(recipient.user_id);
  if (resident === null) return refusal(-201, 'user_id is invalid');
  if (faults.buttonsRefused && infoOf(message) !== null)
    return refusal(-233, 'Message type is invalid or not supported');
  const last = resident.lastInteractionAt;
  if (faults.windowClosed || last === null || now.getTime() - last.getTime() > REPLY_WINDOW_DAYS * DAY_MS) {
    return refusal(-230, 'User has not interacted with the OA in the past 7 days');
  }
  return { ok: true, userId: recipient.user_id, message };
}

export function buttonsOf(message: ZaloMessage): readonly ZaloButton[] | null {
  const payload = message.attachment?.payload;
  return payload !== undefined && 'buttons' in payload ? payload.buttons : null;
}

/** The one element of Zalo's form for personal data. */
export function infoOf(message: ZaloMessage): { readonly title: string; readonly subtitle: string } | null {
  const payload = message.attachment?.payload;
  if (payload === undefined || !('template_type' in payload)) return null;
  return payload.template_type === 'request_user_info' ? (payload.elements[0] ?? null) : null;
}

function buttonFault(
  buttons: readonly ZaloButton[],
  message: ZaloMessage,
  faults: FaultSettings,
): ZaloRefusal | null {
  if (faults.buttonsRefused) return { code: -233, message: 'Message type is invalid or not supported' };
  if (message.text === undefined || message.text === '') return { code: -201, message: 'text is invalid' };
  if (buttons.length === 0 || buttons.length > MAX_BUTTONS)
    return { code: -201, message: 'buttons is invalid' };
  if (buttons.some(({ title }) => Array.from(title).length > MAX_BUTTON_TITLE)) {
    return { code: -201, message: 'button title is invalid' };
  }
  const payloadTooLong = buttons.some(
    ({ payload }) => typeof payload === 'string' && Array.from(payload).length > MAX_BUTTON_PAYLOAD,
  );
  return payloadTooLong ? { code: -210, message: 'Parameter payload exceeds limit' } : null;
}
