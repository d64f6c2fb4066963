import type { Db, MongoClient } from 'mongodb';
import { ReportError } from '../../reports/errors.ts';
import type { ResidentOutbox } from '../../reports/delivery-ports.ts';
import type { HandoverWriter } from '../../reports/handover-ports.ts';
import type { Transact, Work } from '../../reports/ports.ts';
import { createAuditWriter } from './audit-repository.ts';
import { createDutyAlertWriter } from './duty-alert-repository.ts';
import type { FieldCipher } from './field-cipher.ts';
import { createHandoverWriter } from './handover-repository.ts';
import { createReportWriter } from './report-repository.ts';
import { createIndicatorVerifier } from './verified-indicator-repository.ts';
import type { UnitOfWork } from './unit-of-work.ts';
import { createUnitOfWork } from './unit-of-work.ts';

const MAX_ATTEMPTS = 5;

export interface TransactParts {
  readonly client: MongoClient;
  readonly db: Db;
  readonly cipher: FieldCipher;
  /** The road's outbox, staging its rows on the unit given. */
  readonly outbox: (unit: UnitOfWork) => ResidentOutbox;
  /** Stages what else a new talk with a person changes; nothing where it is left out. */
  readonly onHandover?: (unit: UnitOfWork, residentKey: string) => void;
}

/** What an act may change, all of it staged on one unit. */
export function createWork(
  unit: UnitOfWork,
  { db, cipher, outbox, onHandover }: Omit<TransactParts, 'client'>,
): Work {
  const handovers = createHandoverWriter(unit, cipher);
  const watched: HandoverWriter = {
    add: (handover) => {
      handovers.add(handover);
      onHandover?.(unit, handover.residentKey);
    },
    save: (handover) => {
      handovers.save(handover);
    },
  };
  return {
    reports: createReportWriter(unit, cipher),
    handovers: watched,
    alerts: createDutyAlertWriter(unit, cipher),
    indicators: createIndicatorVerifier(unit, cipher),
    audit: createAuditWriter(db, unit, cipher),
    outbox: outbox(unit),
  };
}

/**
 * Acts of staff. An act that met a conflict runs again from its reads, five times in all. Commits of this process go one after
 * another: each extends the audit's chain, and would otherwise only wait for the other's link.
 */
export function createTransact(parts: TransactParts): Transact {
  let previousCommit: Promise<unknown> = Promise.resolve();
  const inTurn = (commit: () => Promise<void>): Promise<void> => {
    const mine = previousCommit.then(commit, commit);
    previousCommit = mine.catch(() => undefined);
    return mine;
  };

  return async (act) => {
    for (let attempt = 1; ; attempt += 1) {
      const unit = createUnitOfWork(parts.client, parts.db);
      const result = await act(createWork(unit, parts));
      try {
        await inTurn(() => unit.commit());
        return result;
      } catch (error) {
        const isConflict = error instanceof ReportError && error.code === 'conflict';
        if (!isConflict || attempt === MAX_ATTEMPTS) throw error;
      }
    }
  };
}
