/** A button as the resident's app shows it; `target` is an address or a telephone number. */
export interface ChatButton {
  readonly index: number;
  readonly title: string;
  readonly kind: 'action' | 'link' | 'call';
  readonly target: string | null;
}

export interface ChatMedia {
  readonly kind: 'image' | 'gif' | 'audio' | 'video' | 'file' | 'sticker';
  readonly url: string;
  readonly name: string;
  readonly sizeBytes: number | null;
}

export interface ChatCard {
  readonly title: string;
  readonly subtitle: string;
  readonly imageUrl: string | null;
  readonly buttons: readonly ChatButton[];
}

/** One bubble of a conversation, as the resident sees it. */
export interface ChatEntry {
  readonly id: string;
  readonly at: Date;
  readonly from: 'resident' | 'account';
  readonly text: string;
  readonly media: ChatMedia | null;
  readonly location: { readonly latitude: number; readonly longitude: number; readonly name: string } | null;
  readonly contact: { readonly name: string; readonly phone: string } | null;
  /** The words that this answers and shows above its own. */
  readonly quoted: string | null;
  /** Under the bubble for good; indexes run through `cards` first. */
  readonly buttons: readonly ChatButton[];
  readonly cards: readonly ChatCard[];
  /** Above the keyboard until the next message. */
  readonly quickReplies: readonly ChatButton[];
  /** What became of the platform's notice to the bot. */
  readonly seen: boolean;
}

interface ChatChange {
  readonly userId: string;
  readonly entry: ChatEntry;
}

export type NewEntry = Pick<ChatEntry, 'id' | 'from'> &
  Partial<Omit<ChatEntry, 'id' | 'from' | 'at' | 'seen'>>;

/** The conversations of one account, newest entries last; old ones are dropped so that a long demo stays small. */
export interface Chats {
  add(userId: string, entry: NewEntry): ChatEntry;
  find(userId: string, entryId: string): ChatEntry | null;
  /** Marks what the account wrote as seen and gives the ids that were not before. */
  markSeen(userId: string): string[];
  of(userId: string): readonly ChatEntry[];
  userIds(): string[];
  /** Puts back what an earlier run kept, in place of what is there; no listener hears of it. */
  restore(userId: string, entries: readonly ChatEntry[]): void;
  /** Calls `listener` for every new or changed entry until the returned function is called. */
  subscribe(listener: (change: ChatChange) => void): () => void;
}

const KEPT_ENTRIES = 500;

export function createChats(now: () => Date): Chats {
  const chats = new Map<string, ChatEntry[]>();
  const listeners = new Set<(change: ChatChange) => void>();
  const tell = (userId: string, entry: ChatEntry) => {
    for (const listener of listeners) listener({ userId, entry });
  };
  const replace = (userId: string, change: (entry: ChatEntry) => ChatEntry) => {
    const entries = chats.get(userId) ?? [];
    entries.forEach((entry, index) => {
      const next = change(entry);
      if (next === entry) return;
      entries[index] = next;
      tell(userId, next);
    });
  };

  return {
    add(userId, fields) {
      // The next message, whoever sends it, takes the quick replies away.
      replace(userId, (entry) => (entry.quickReplies.length === 0 ? entry : { ...entry, quickReplies: [] }));
      const entry: ChatEntry = {
        text: '',
        media: null,
        location: null,
        contact: null,
        quoted: null,
        buttons: [],
        cards: [],
        quickReplies: [],
        seen: false,
        ...fields,
        at: now(),
      };
      const entries = chats.get(userId) ?? [];
      entries.push(entry);
      chats.set(userId, entries.slice(-KEPT_ENTRIES));
      tell(userId, entry);
      return entry;
    },
    find: (userId, entryId) => chats.get(userId)?.find(({ id }) => id === entryId) ?? null,
    markSeen(userId) {
      const ids: string[] = [];
      replace(userId, (entry) => {
        if (entry.from !== 'account' || entry.seen) return entry;
        ids.push(entry.id);
        return { ...entry, seen: true };
      });
      return ids;
    },
    of: (userId) => chats.get(userId) ?? [],
    userIds: () => [...chats.keys()],
    restore: (userId, entries) => void chats.set(userId, entries.slice(-KEPT_ENTRIES)),
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
