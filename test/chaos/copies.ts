import type { OutboxDocument } from '../../bot/road/documents.ts';
import type { ChatEntry } from '../../sandbox/platform/chat.ts';

/** Messages that reached a phone more often than they were written. */
export interface Copies {
  readonly all: number;
  /** Sent again, and counted so, after a try whose outcome nobody could know: no answer, or the program was killed. */
  readonly afterUnknownOutcome: number;
  readonly unexplained: number;
}

interface Receiver {
  readonly userId: string;
  readonly phone: { received(): readonly Pick<ChatEntry, 'id' | 'text'>[] };
}

/**
 * Every entry on a phone that no outbox row names is a copy of one with the same words. But that of a row which was tried and
 * still waits to know what came of it is the message itself.
 */
export function countCopies(
  everybody: readonly Receiver[],
  rowsOf: ReadonlyMap<string, readonly Pick<OutboxDocument, 'platformMessageId' | 'resends'>[]>,
): Copies {
  const copies = { all: 0, afterUnknownOutcome: 0, unexplained: 0 };
  for (const { userId, phone } of everybody) {
    const rows = rowsOf.get(userId) ?? [];
    const tried = rows.filter(({ resends }) => resends > 0).map((row) => row.platformMessageId);
    const resent = new Set(tried);
    const known = new Set(rows.map(({ platformMessageId }) => platformMessageId));
    let undecided = tried.filter((id) => id === null).length;
    const entries = phone.received();
    for (const copy of entries.filter(({ id }) => !known.has(id))) {
      const isResent = entries.some(({ id, text }) => resent.has(id) && text === copy.text);
      if (!isResent && undecided > 0) {
        undecided -= 1;
        continue;
      }
      copies.all += 1;
      if (isResent) copies.afterUnknownOutcome += 1;
      else copies.unexplained += 1;
    }
  }
  return copies;
}
