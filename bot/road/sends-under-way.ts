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
  /** Writes down of those that have not ended that their outcome is not known. */
  leave(): Promise<void>;
}

/** Remembers which rows the platform is being asked to send. */
export function createSendsUnderWay(sendRow: SendRow, outbox: Outbox, clock: Clock): SendsUnderWay {
  const beganAt = new Map<OutboxDocument, Date>();
  const unrecorded = new Set<string>();
  return {
    sendRow: async (row) => {
      beganAt.set(row, clock());
      try {
        return await sendRow(row);
      } catch (error) {
        unrecorded.add(row._id);
        throw error;
      } finally {
        beganAt.delete(row);
      }
    },
    isInDoubt: (row) => unrecorded.has(row._id),
    settled: (row) => {
      unrecorded.delete(row._id);
    },
    leave: async () => {
      for (const [row, triedAt] of beganAt) {
        const change = changeAfter(row, { kind: 'unknown', code: 'stopped' }, clock());
        await outbox.record(row._id, { ...change.row, triedAt });
      }
    },
  };
}
