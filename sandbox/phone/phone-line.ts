import type { Chats } from '../platform/chat.ts';
import type { Deliveries } from '../platform/deliveries.ts';
import type { Faults } from '../platform/faults.ts';
import type { MediaShelf } from '../platform/media-shelf.ts';
import type { SandboxMemory } from '../platform/memory.ts';
import type { MovableClock } from '../platform/movable-clock.ts';
import type { PhoneApp } from './phone-message.ts';

interface FileFromPhone {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Buffer;
}

/** What a person can send besides words, taps and files; Messenger has no place and no business card. */
interface PhoneExtras {
  sendLocation(userId: string, place: { latitude: number; longitude: number; name: string }): void;
  sendContact(userId: string, contact: { name: string; phone: string }): void;
}

/** An item of the menu beside the text box: it answers, or opens an address. */
interface MenuItem {
  readonly title: string;
  readonly url: string | null;
}

/** One app of the phone: the same acts, whatever the platform behind it calls them. */
export interface PhoneLine {
  readonly app: PhoneApp;
  readonly accountName: string;
  readonly transcript: Chats['of'];
  readonly subscribe: Chats['subscribe'];
  readonly deliveries: Pick<Deliveries, 'subscribe' | 'isOn' | 'switchOn'>;
  readonly faults: Faults;
  readonly clock: MovableClock;
  readonly memory: SandboxMemory;
  readonly shelf: Pick<MediaShelf, 'find' | 'restore'>;
  readonly extras: PhoneExtras | null;
  /** What a webhook says: its event's name and the id of the message it carries, if any. */
  describe(webhookBody: string): { readonly title: string; readonly messageId: string | null };
  /** Calls `listener` when the account begins or ends typing; a platform without typing never does. */
  onTyping(listener: (userId: string, isTyping: boolean) => void): void;
  /** The first tap in a chat: on the button to write, or to follow the account. */
  open(userId: string, how: 'start' | 'follow'): void;
  sendText(userId: string, text: string): void;
  /** False when there is no such button, or it is gone. */
  tap(userId: string, messageId: string, index: number): boolean;
  /** What the account shows before the first message, and its menu; empty where the platform has none. */
  profile(): { readonly greeting: string; readonly menu: readonly MenuItem[] };
  /** False when that item answers nothing. */
  tapMenu(userId: string, index: number): boolean;
  sendFile(userId: string, file: FileFromPhone): void;
  sendSticker(userId: string, sticker: string): void;
  lookAtChat(userId: string): void;
  /** A person answers on the platform's own page for staff, past the bot. */
  writeAsStaff(userId: string, text: string): void;
  /** The bot's token ends now; null on a platform whose tokens do not. */
  readonly expireToken: (() => void) | null;
  /** The administrator takes the app's rights back; null on a platform without such a consent. */
  readonly revokeConsent: (() => void) | null;
}
