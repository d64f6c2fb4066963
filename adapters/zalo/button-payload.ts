import { createHmac, timingSafeEqual } from 'node:crypto';
import { ChannelError } from '../channel-error.ts';
import { MAX_BUTTON_PAYLOAD } from './wire.ts';

/** What a button of ours says when it is tapped. */
export interface TappedButton {
  readonly action: string;
  readonly title: string;
}

const PATTERN = /^pb:([\w-]{22}):(\S+) ?(.*)$/su;
const MAC_BYTES = 16;

/**
 * The payload of a button: `pb:<mac>:<action> <title>`. Zalo sends a tap back as a text message that anybody could type,
 * so the payload carries a keyed hash; and it does not tell the title, so the payload carries that too.
 */
export function signPayload(button: TappedButton, key: string): string {
  const action = encodeURIComponent(button.action);
  const room = MAX_BUTTON_PAYLOAD - 'pb:'.length - 22 - ':'.length - action.length - 1;
  if (room < 0) {
    throw new ChannelError('zalo', 'malformed-message', 'The action of a button is longer than Zalo carries');
  }
  const title = button.title.length <= room ? button.title : '';
  return `pb:${macOf(`${action} ${title}`, key)}:${action} ${title}`;
}

/** The button behind a text, null when the text is not a payload that we signed. */
export function verifyPayload(text: string, key: string): TappedButton | null {
  const [, mac, action, title] = PATTERN.exec(text) ?? [];
  if (mac === undefined || action === undefined || title === undefined) return null;
  const wanted = macOf(`${action} ${title}`, key);
  if (!timingSafeEqual(Buffer.from(mac), Buffer.from(wanted))) return null;
  return { action: decodeURIComponent(action), title };
}

function macOf(content: string, key: string): string {
  const mac = createHmac('sha256', key).update(content, 'utf8').digest();
  return mac.subarray(0, MAC_BYTES).toString('base64url');
}
