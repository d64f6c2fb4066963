import { randomUUID } from 'node:crypto';
import type { Db, MongoClient } from 'mongodb';
import { createArticleRepository } from '../adapters/mongo/article-repository.ts';
import { createAuditLog } from '../adapters/mongo/audit-repository.ts';
import { createEvidenceShelf } from '../adapters/mongo/evidence-shelf.ts';
import { createEvidenceStore } from '../adapters/mongo/evidence-store.ts';
import { createDutyAlertReader, createDutyCalls } from '../adapters/mongo/duty-alert-repository.ts';
import { createFieldCipher } from '../adapters/mongo/field-cipher.ts';
import { createHandoverReader } from '../adapters/mongo/handover-repository.ts';
import { createMissedQuestionRepository } from '../adapters/mongo/missed-question-repository.ts';
import { createPictureWords } from '../adapters/mongo/picture-words.ts';
import { createReportReader } from '../adapters/mongo/report-repository.ts';
import { createStaffRepository } from '../adapters/mongo/staff-repository.ts';
import { createIndicatorRecords } from '../adapters/mongo/verified-indicator-repository.ts';
import type { Clock } from '../reports/ports.ts';
import type { Config } from './config.ts';
import type { Log } from './logging.ts';
import { createMetrics } from './metrics.ts';
import { createPins } from './pins.ts';
import { createReceiptDesk } from './receipt-desk.ts';
import { createUuidV7 } from './uuid-v7.ts';

export interface OutsideOptions {
  readonly config: Config;
  readonly client: MongoClient;
  readonly db: Db;
  readonly dataKey: Buffer;
  readonly log: Log;
  readonly clock?: Clock;
}

/** What is outside, from the database and the configuration. */
export function openOutside(options: OutsideOptions) {
  const { config, client, db, dataKey, log } = options;
  const clock = options.clock ?? (() => new Date());
  const cipher = createFieldCipher(dataKey);
  const newId = createUuidV7(clock);
  return {
    config,
    client,
    db,
    log,
    clock,
    cipher,
    processId: randomUUID(),
    newId,
    metrics: createMetrics(),
    pins: createPins(),
    receipts: createReceiptDesk(cipher),
    reports: createReportReader(db, cipher),
    handovers: createHandoverReader(db, cipher),
    alerts: createDutyAlertReader(db, cipher),
    dutyCalls: createDutyCalls(db, cipher),
    indicators: createIndicatorRecords(db, cipher),
    evidence: createEvidenceStore(db, cipher, {
      quotaBytes: config.evidenceQuotaBytes,
      residentBytesPerDay: config.evidenceResidentBytesPerDay,
      onFull: () => {
        log.error('evidence storage full');
      },
    }),
    evidenceShelf: createEvidenceShelf(db),
    pictureWords: createPictureWords(db, cipher),
    audit: createAuditLog(db, cipher),
    staff: createStaffRepository(db, cipher),
    articles: createArticleRepository(client, db, clock),
    missedQuestions: createMissedQuestionRepository(db, { newId, clock }),
  };
}

export type Outside = ReturnType<typeof openOutside>;
