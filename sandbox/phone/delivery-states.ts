import type { MessageState } from './phone-message.ts';

/** Whether the bot has taken a resident's message. */
export interface DeliveryStates {
  of(messageId: string): MessageState;
  isSent(messageId: string): void;
  /** Whether the answer to an attempt was a 200. False when that changes nothing. */
  isAnswered(messageId: string, accepted: boolean): boolean;
}

const KEPT_MESSAGES = 2_000;

/** Messages that were never told of are old ones: they were received. */
export function createDeliveryStates(): DeliveryStates {
  const states = new Map<string, MessageState>();
  return {
    of: (messageId) => states.get(messageId) ?? 'received',
    isSent(messageId) {
      // With the webhook switched off the answer is there before the message.
      if (states.has(messageId)) return;
      states.set(messageId, 'sent');
      for (const oldest of states.keys()) {
        if (states.size <= KEPT_MESSAGES) break;
        states.delete(oldest);
      }
    },
    isAnswered(messageId, accepted) {
      const before = states.get(messageId);
      if (before === 'received' || (before === undefined && accepted)) return false;
      states.set(messageId, accepted ? 'received' : 'failed');
      return true;
    },
  };
}
