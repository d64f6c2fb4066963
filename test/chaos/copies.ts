import type { OutboxDocument } from '../../bot/road/documents.ts';
import type { ChatEntry } from '../../sandbox/platform/chat.ts';
import type { Resident } from './residents.ts';

/** Messages that reached a phone more often than they were written, by why that could not be known. */
export interface Copies {
  readonly all: number;
  /** The platform left open whether it had acted. */
  readonly afterUnknownOutcome: number;
  /** The program was killed between the platform's act and its own note of it. */
  readonly afterKill: number;
  readonly unexplained: number;
}

/** Every entry on a phone that is not the one its outbox row names is a copy of one with the same words. */
export function countCopies(
  everybody: readonly Resident[],
  rowsOf: ReadonlyMap<string, readonly OutboxDocument[]>,
  killedAt: readonly Date[],
): Copies {
  const copies = { all: 0, afterUnknownOutcome: 0, afterKill: 0, unexplained: 0 };
  for (const { userId, phone } of everybody) {
    const rows = rowsOf.get(userId) ?? [];
    const resent = new Set(rows.filter(({ resends }) => resends > 0).map((row) => row.platformMessageId));
    const known = new Set(rows.map(({ platformMessageId }) => platformMessageId));
    const entries = phone.received();
    for (const copy of entries.filter(({ id }) => !known.has(id))) {
      copies.all += 1;
      const twins = entries.filter(({ id, text }) => known.has(id) && text === copy.text);
      if (twins.some(({ id }) => resent.has(id))) copies.afterUnknownOutcome += 1;
      else if (twins.some((twin) => killedAt.some((at) => isBetween(at, copy, twin)))) copies.afterKill += 1;
      else copies.unexplained += 1;
    }
  }
  return copies;
}

function isBetween(at: Date, one: ChatEntry, other: ChatEntry): boolean {
  return (at >= one.at && at <= other.at) || (at >= other.at && at <= one.at);
}
