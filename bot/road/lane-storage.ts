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
  /** By lane the JSON of each item: read and written as text, it is a copy without being cloned. */
  const lanes = new Map<string, Map<string, string>>();

  const textsOf = (key: string): Map<string, string> => {
    const lane = /^[^/]+\/[^/]+\/([^/]+)/.exec(key)?.[1];
    const texts = lane === undefined ? undefined : lanes.get(lane);
    if (texts === undefined) throw new Error('Dialog state was used outside its turn');
    return texts;
  };

  return {
    open: (lane, saved) => {
      const items = saved === null ? {} : storeItemsSchema.parse(JSON.parse(saved));
      lanes.set(lane, new Map(Object.entries(items).map(([key, item]) => [key, JSON.stringify(item)])));
    },
    close: (lane) => {
      const texts = lanes.get(lane);
      if (texts === undefined) throw new Error('Dialog state was closed twice');
      lanes.delete(lane);
      return `{${[...texts].map(([key, text]) => `${JSON.stringify(key)}:${text}`).join(',')}}`;
    },
    read: (keys) => {
      const found: StoreItems = {};
      for (const key of keys) {
        const text = textsOf(key).get(key);
        if (text !== undefined) found[key] = JSON.parse(text) as unknown;
      }
      return Promise.resolve(found);
    },
    write: (changes) => {
      for (const [key, item] of Object.entries(changes)) textsOf(key).set(key, JSON.stringify(item));
      return Promise.resolve();
    },
    delete: (keys) => {
      for (const key of keys) textsOf(key).delete(key);
      return Promise.resolve();
    },
  };
}
