import type { Button } from '../activity-parts.ts';
import { lineOf, numberedList } from '../channel-texts.ts';
import { ChannelError } from '../channel-error.ts';
import { shortTitle } from '../split-text.ts';
import { MAX_BUTTON_TITLE, MAX_PAYLOAD, MAX_QUICK_REPLIES, MAX_QUICK_REPLY_TITLE } from './wire.ts';
import type { QuickReply, TemplateButton } from './wire.ts';

type ActionButton = Extract<Button, { kind: 'action' }>;

/**
 * Quick replies, and the numbered list that the text must carry when a title does not fit whole and is not in the text
 * already, or when there are more than Messenger shows. Titles are measured in UTF-16 units, the strictest reading.
 */
export function quickReplies(
  buttons: readonly ActionButton[],
  text: string,
): { readonly quickReplies: QuickReply[]; readonly list: string } {
  const isHidden = ({ title }: ActionButton) => title.length > MAX_QUICK_REPLY_TITLE && !text.includes(title);
  const numbered = buttons.length > MAX_QUICK_REPLIES || buttons.some(isHidden);
  const replies = buttons.slice(0, MAX_QUICK_REPLIES).map((button, index) => {
    const title = numbered ? `${index + 1}. ${button.title}` : button.title;
    return {
      content_type: 'text' as const,
      title: shortTitle(title, MAX_QUICK_REPLY_TITLE),
      payload: payloadOf(button.action),
    };
  });
  return { quickReplies: replies, list: numbered ? numberedList(buttons.map(({ title }) => title)) : '' };
}

/** The titles that do not fit whole on a template's buttons, for its text; '' when all fit or are said already. */
export function templateTitles(buttons: readonly Button[], text: string): string {
  return buttons
    .filter(({ title }) => title.length > MAX_BUTTON_TITLE && !text.includes(title))
    .map((button) => (button.kind === 'link' ? lineOf(button.title, button.url) : button.title))
    .join('\n');
}

/** The title is shortened to what Messenger shows. */
export function asTemplateButton(button: Button): TemplateButton {
  const title = shortTitle(button.title, MAX_BUTTON_TITLE);
  switch (button.kind) {
    case 'link':
      return { type: 'web_url', title, url: button.url };
    case 'call':
      return { type: 'phone_number', title, payload: internationalNumber(button.phone) };
    case 'action':
      return { type: 'postback', title, payload: payloadOf(button.action) };
  }
}

function internationalNumber(phone: string): string {
  const digits = phone.replace(/[^\d]/gu, '');
  return digits.startsWith('0') ? `+84${digits.slice(1)}` : `+${digits}`;
}

function payloadOf(action: string): string {
  if (action.length > MAX_PAYLOAD) {
    throw new ChannelError(
      'messenger',
      'malformed-message',
      'The action of a button is longer than Messenger carries',
    );
  }
  return action;
}
