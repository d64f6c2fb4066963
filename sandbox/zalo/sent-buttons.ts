import type { ZaloButton } from '../../adapters/zalo/wire.ts';

/** What the buttons of sent messages carry; the resident's app keeps it out of sight. */
export interface SentButtons {
  keep(messageId: string, buttons: readonly ZaloButton[]): void;
  find(messageId: string, index: number): ZaloButton | null;
  of(messageId: string): readonly ZaloButton[];
}

/** What Zalo's app shows under its form for personal data; the tap is no message but `user_submit_info`. */
export const SHARE_INFO: ZaloButton = {
  title: 'Chia sẻ thông tin',
  type: 'oa.query.hide',
  payload: 'zalo:share-info',
};

const KEPT_MESSAGES = 10_000;

export function createSentButtons(): SentButtons {
  const sent = new Map<string, readonly ZaloButton[]>();
  return {
    keep(messageId, buttons) {
      sent.set(messageId, buttons);
      for (const oldest of sent.keys()) {
        if (sent.size <= KEPT_MESSAGES) break;
        sent.delete(oldest);
      }
    },
    find: (messageId, index) => sent.get(messageId)?.[index] ?? null,
    of: (messageId) => sent.get(messageId) ?? [],
  };
}
