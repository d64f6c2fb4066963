import type { PhoneApp } from './phone-message.ts';

/** One call between the platform and the bot, as an engineer reads it. */
export interface WireEntry {
  readonly id: number;
  readonly app: PhoneApp;
  /** webhook: the platform calls the bot. api: the bot calls the platform. */
  readonly direction: 'webhook' | 'api';
  /** Milliseconds since 1970, real time. */
  readonly at: number;
  readonly title: string;
  /** HTTP status; null when no answer came. */
  readonly status: number | null;
  readonly durationMs: number;
  readonly request: string;
  readonly answer: string;
}

export interface WireLog {
  add(entry: Omit<WireEntry, 'id'>): WireEntry;
  list(): readonly WireEntry[];
  clear(): void;
}

const KEPT_ENTRIES = 150;
const SHOWN_CHARACTERS = 8_000;

/** The last calls, newest last; long bodies are shortened, binary ones named by their size. */
export function createWireLog(onEntry: (entry: WireEntry) => void): WireLog {
  let entries: WireEntry[] = [];
  let lastId = 0;
  return {
    add(fields) {
      lastId += 1;
      const entry = {
        ...fields,
        id: lastId,
        request: shortened(fields.request),
        answer: shortened(fields.answer),
      };
      entries = [...entries, entry].slice(-KEPT_ENTRIES);
      onEntry(entry);
      return entry;
    },
    list: () => entries,
    clear() {
      entries = [];
    },
  };
}

function shortened(text: string): string {
  return text.length <= SHOWN_CHARACTERS
    ? text
    : `${text.slice(0, SHOWN_CHARACTERS)}\n… (${text.length} ký tự)`;
}

/** A body for reading: text as it is, anything else as its size. */
export function readableBody(body: Buffer, contentType: string): string {
  const isText = contentType === '' || /json|text|x-www-form-urlencoded/u.test(contentType);
  return isText ? body.toString('utf8') : `(${contentType.split(';')[0] ?? ''}, ${body.length} byte)`;
}
