import type { OutboxDocument } from '../../bot/road/documents.ts';
import type { Resident } from './residents.ts';

/** Messages that reached a phone more often than they were written. */
export interface Copies {
  readonly all: number;
  /** Sent again, and counted so, after a try whose outcome nobody could know: no answer, or the program was killed. */
  readonly afterUnknownOutcome: number;
  readonly unexplained: number;
}

/** Every entry on a phone that is not the one its outbox row names is a copy of one with the same words. */
export function countCopies(
  everybody: readonly Resident[],
  rowsOf: ReadonlyMap<string, readonly OutboxDocument[]>,
): Copies {
  const copies = { all: 0, afterUnknownOutcome: 0, unexplained: 0 };
  for (const { userId, phone } of everybody) {
    const rows = rowsOf.get(userId) ?? [];
    const resent = new Set(rows.filter(({ resends }) => resends > 0).map((row) => row.platformMessageId));
    const known = new Set(rows.map(({ platformMessageId }) => platformMessageId));
    const entries = phone.received();
    for (const copy of entries.filter(({ id }) => !known.has(id))) {
      copies.all += 1;
      const twins = entries.filter(({ id, text }) => known.has(id) && text === copy.text);
      if (twins.some(({ id }) => resent.has(id))) copies.afterUnknownOutcome += 1;
      else copies.unexplained += 1;
    }
  }
  return copies;
}
