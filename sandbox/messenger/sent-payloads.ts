/** What a button or quick reply of a sent message carries; null: it only opens something. */
interface SentPayload {
  readonly title: string;
  readonly payload: string | null;
  readonly isQuickReply: boolean;
}

export interface SentPayloads {
  keep(mid: string, payloads: readonly SentPayload[]): void;
  find(mid: string, index: number): SentPayload | null;
  of(mid: string): readonly SentPayload[];
}

const KEPT_MESSAGES = 10_000;

export function createSentPayloads(): SentPayloads {
  const sent = new Map<string, readonly SentPayload[]>();
  return {
    keep(mid, payloads) {
      if (payloads.length === 0) return;
      sent.set(mid, payloads);
      for (const oldest of sent.keys()) {
        if (sent.size <= KEPT_MESSAGES) break;
        sent.delete(oldest);
      }
    },
    find: (mid, index) => sent.get(mid)?.[index] ?? null,
    of: (mid) => sent.get(mid) ?? [],
  };
}
