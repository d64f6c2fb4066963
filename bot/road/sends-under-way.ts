import type { Clock } from '../../reports/ports.ts';
import type { OutboxDocument } from './documents.ts';
import type { Outbox } from './outbox.ts';
import { changeAfter } from './send-rules.ts';
import type { SendRow } from './send-row.ts';

export interface SendsUnderWay {
  readonly sendRow: SendRow;
  /** Whether a try of this row ended and what came of it could not be written down. */
  isInDoubt(row: OutboxDocument): boolean;
  /** The doubt is written down now. */
  settled(row: OutboxDocument): void;
  /** Writes down of those that have not ended, and of those in doubt, that their outcome is not known. */
  leave(): Promise<void>;
}

/** Remembers which rows the platform is being asked to send, until what came of it is written down. */
export function createSendsUnderWay(sendRow: SendRow, outbox: Outbox, clock: Clock): SendsUnderWay {
  const tries = new Map<string, { readonly row: OutboxDocument; readonly triedAt: Date; inDoubt: boolean }>();
  return {
    sendRow: async (row) => {
      const attempt = { row, triedAt: clock(), inDoubt: false };
      tries.set(row._id, attempt);
      try {
        const change = await sendRow(row);
        tries.delete(row._id);
        return change;
      } catch (error) {
        attempt.inDoubt = true;
        throw error;
      }
    },
    isInDoubt: (row) => tries.get(row._id)?.inDoubt === true,
    settled: (row) => {
      tries.delete(row._id);
    },
    leave: async () => {
      for (const { row, triedAt } of tries.values()) {
        const change = changeAfter(row, { kind: 'unknown', code: 'stopped' }, clock());
        await outbox.record(row._id, { ...change.row, triedAt });
      }
    },
  };
}
