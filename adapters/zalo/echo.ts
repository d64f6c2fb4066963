import { z } from 'zod';
import type { OutboundMessage } from '../channel.ts';
import { bodySchema } from './outbound.ts';
import { oaMessageSchema } from './wire.ts';

const echoSchema = z.looseObject({ event_name: z.string(), ...oaMessageSchema.shape });

/** How Zalo names the echo of a message without words. */
const WORDLESS: ReadonlySet<string> = new Set([
  'oa_send_image',
  'oa_send_gif',
  'oa_send_file',
  'oa_send_sticker',
  'oa_send_template',
]);

/**
 * Whether an `oa_send_…` event is `message` coming back. Zalo's echoes carry no mark of ours, and whether their id is
 * that of the send's answer is not documented, so words are compared with words; a file only by being one.
 */
export function isZaloEchoOf(message: OutboundMessage, payload: unknown): boolean {
  const echo = echoSchema.safeParse(payload);
  const body = bodySchema.safeParse(message.body);
  if (!echo.success || !body.success) return false;
  const said = (echo.data.message.text ?? '').normalize('NFC').trim();
  const isWordless = said === '' && WORDLESS.has(echo.data.event_name);
  if ('upload' in body.data) return isWordless;
  const { text } = body.data.message;
  if (text === undefined) return isWordless;
  return said !== '' && (said === text.trim() || said === body.data.plainText?.trim());
}
