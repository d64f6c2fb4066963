import type { ChatEntry } from '../platform/chat.ts';

export const phoneApps = ['zalo', 'messenger'] as const;
export type PhoneApp = (typeof phoneApps)[number];

/**
 * What became of a resident's message: on its way to the bot, taken by the bot, or not taken (the platform tries again).
 * Messages of the account are always `received`: the resident is looking at them.
 */
export type MessageState = 'sent' | 'received' | 'failed';

/** One bubble as the page shows it. */
export interface PhoneMessage extends Omit<ChatEntry, 'at' | 'seen'> {
  /** Milliseconds since 1970, by the platform's clock. */
  readonly at: number;
  readonly state: MessageState;
}

export function phoneMessage(entry: ChatEntry, state: MessageState): PhoneMessage {
  const { at, seen: _seen, ...rest } = entry;
  return { ...rest, at: at.getTime(), state };
}
