import type { Clock } from '../../reports/ports.ts';
import type { OutboxDocument } from './documents.ts';
import type { Outbox } from './outbox.ts';
import { changeAfter } from './send-rules.ts';
import type { SendRow } from './send-row.ts';

export interface SendsUnderWay {
  readonly sendRow: SendRow;
  /** Writes down of those that have not ended that their outcome is not known. */
  leave(): Promise<void>;
}

/** Remembers which rows the platform is being asked to send. */
export function createSendsUnderWay(sendRow: SendRow, outbox: Outbox, clock: Clock): SendsUnderWay {
  const beganAt = new Map<OutboxDocument, Date>();
  return {
    sendRow: async (row) => {
      beganAt.set(row, clock());
      try {
        return await sendRow(row);
      } finally {
        beganAt.delete(row);
      }
    },
    leave: async () => {
      for (const [row, triedAt] of beganAt) {
        const change = changeAfter(row, { kind: 'unknown', code: 'stopped' }, clock());
        await outbox.record(row._id, { ...change.row, triedAt });
      }
    },
  };
}
