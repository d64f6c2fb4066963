import type { Storage, StoreItems } from 'botbuilder-core';
import { z } from 'zod';

const storeItemsSchema = z.record(z.string(), z.record(z.string(), z.unknown()));

/**
 * Bot Framework's storage for the one turn that is running in a lane: reads come from the conversation that was
 * claimed, writes are kept until the turn commits. Two turns can never overwrite each other, because a commit under
 * an older claim matches no document (`ConversationDocument.fence`).
 */
export interface LaneStorage extends Storage {
  /** Opens a lane with its saved state (JSON, or null for a new conversation). */
  open(lane: string, saved: string | null): void;
  /** Ends the turn and gives the state to save as JSON. */
  close(lane: string): string;
}

/** Keys are `<channel>/conversations/<lane>/…`; a key of a lane that is not open is a broken promise and throws. */
export function createLaneStorage(): LaneStorage {
  const lanes = new Map<string, StoreItems>();

  const itemsOf = (key: string): StoreItems => {
    const lane = /^[^/]+\/[^/]+\/([^/]+)/.exec(key)?.[1];
    const items = lane === undefined ? undefined : lanes.get(lane);
    if (items === undefined) throw new Error('Dialog state was used outside its turn');
    return items;
  };

  return {
    open: (lane, saved) => {
      lanes.set(lane, saved === null ? {} : storeItemsSchema.parse(JSON.parse(saved)));
    },
    close: (lane) => {
      const items = lanes.get(lane);
      if (items === undefined) throw new Error('Dialog state was closed twice');
      lanes.delete(lane);
      return JSON.stringify(items);
    },
    read: (keys) => {
      const found: StoreItems = {};
      for (const key of keys) {
        const item: unknown = itemsOf(key)[key];
        if (item !== undefined) found[key] = structuredClone(item);
      }
      return Promise.resolve(found);
    },
    write: (changes) => {
      for (const [key, item] of Object.entries(changes)) itemsOf(key)[key] = structuredClone(item) as unknown;
      return Promise.resolve();
    },
    delete: (keys) => {
      for (const key of keys) Reflect.deleteProperty(itemsOf(key), key);
      return Promise.resolve();
    },
  };
}
