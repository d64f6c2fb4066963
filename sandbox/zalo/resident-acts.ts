import { createAttachmentActs } from './attachment-acts.ts';
import type { AttachmentParts, ZaloAttachmentActs } from './attachment-acts.ts';
import { newMessageId } from './events.ts';
import type { ZaloEvents } from './events.ts';
import type { Residents } from './residents.ts';
import { SHARE_INFO } from './sent-buttons.ts';
import type { SentButtons } from './sent-buttons.ts';

/** What a person does in the Zalo app. Each gives the id of the new bubble, null when there is none. */
export interface ZaloResidentActs extends ZaloAttachmentActs {
  follow(userId: string): void;
  unfollow(userId: string): void;
  /** The first tap on "Nhắn tin"; later ones tell nobody. */
  openChat(userId: string): void;
  sendText(userId: string, text: string, quotedId?: string): string;
  /** Null: no such button, or one that only opens something. */
  tapButton(userId: string, messageId: string, index: number): string | null;
  submitInfo(userId: string, info: { name: string; phone: string; address: string }): void;
  /** The resident looks at the chat: what was not seen is seen now. */
  lookAtChat(userId: string): void;
  /** A person writes to the resident on the account's own chat page. */
  writeAsAdmin(userId: string, text: string): string;
  /** The resident asks Zalo to have their data deleted. */
  withdraw(userId: string): void;
}

interface Parts extends AttachmentParts {
  readonly oaId: string;
  readonly residents: Residents;
  readonly events: ZaloEvents;
  readonly buttons: SentButtons;
  readonly now: () => Date;
}

/** What the resident's Zalo account holds. */
const RESIDENT_NUMBER = '84900000123';
const ADMIN_ID = '7700000000000000001';

export function createResidentActs(parts: Parts): ZaloResidentActs {
  const { oaId, chats, residents, events, now } = parts;

  const interact = (userId: string) => {
    const resident = residents.of(userId);
    resident.lastInteractionAt = now();
    return resident;
  };
  const message = (userId: string, type: string, fields: object): string => {
    interact(userId).hasChatted = true;
    const id = newMessageId();
    events.fromResident(userId, `user_send_${type}`, { message: { ...fields, msg_id: id } });
    return id;
  };

  const submitInfo: ZaloResidentActs['submitInfo'] = (userId, { name, phone, address }) => {
    interact(userId);
    const full_address = { user_city: '', user_ward: '', user_address: address };
    events.fromResident(userId, 'user_submit_info', { info: { name, phone, full_address } });
  };

  return {
    follow(userId) {
      interact(userId).isFollower = true;
      events.flat(userId, 'follow', { oa_id: oaId, follower: { id: userId }, source: 'oa_profile' });
    },
    unfollow(userId) {
      residents.of(userId).isFollower = false;
      events.flat(userId, 'unfollow', { oa_id: oaId, follower: { id: userId }, source: 'oa_profile' });
    },
    openChat(userId) {
      if (residents.of(userId).hasChatted) return;
      interact(userId).hasChatted = true;
      events.flat(userId, 'user_click_chatnow', { oa_id: oaId, user_id: userId });
    },
    sendText(userId, text, quotedId) {
      const quote = quotedId === undefined ? {} : { quote_msg_id: quotedId };
      const id = message(userId, 'text', { text, ...quote });
      chats.add(userId, { id, from: 'resident', text });
      return id;
    },
    tapButton(userId, messageId, index) {
      const button = parts.buttons.find(messageId, index);
      if (button === null || typeof button.payload !== 'string') return null;
      if (button.payload === SHARE_INFO.payload) {
        submitInfo(userId, { name: residents.of(userId).name, phone: RESIDENT_NUMBER, address: '' });
        return messageId;
      }
      const id = message(userId, 'text', { text: button.payload });
      // A tap on oa.query.show stands in the chat as if it had been typed; one on oa.query.hide does not show.
      if (button.type === 'oa.query.show') chats.add(userId, { id, from: 'resident', text: button.payload });
      return id;
    },
    ...createAttachmentActs(parts, message),
    submitInfo,
    lookAtChat(userId) {
      const seen = chats.markSeen(userId);
      if (seen.length > 0) events.fromAccount(userId, 'user_seen_message', { message: { msg_ids: seen } });
    },
    writeAsAdmin(userId, text) {
      const id = newMessageId();
      chats.add(userId, { id, from: 'account', text });
      events.fromAccount(userId, 'oa_send_text', { message: { text, msg_id: id } }, ADMIN_ID);
      return id;
    },
    withdraw(userId) {
      events.flat(userId, 'user_withdraw', { oa_id: oaId, user_id: userId });
    },
  };
}
