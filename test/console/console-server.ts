import { randomBytes, randomInt } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import MongoStore from 'connect-mongo';
import express from 'express';
import { createArticleRepository } from '../../adapters/mongo/article-repository.ts';
import { createAuditLog } from '../../adapters/mongo/audit-repository.ts';
import { createDutyAlertReader } from '../../adapters/mongo/duty-alert-repository.ts';
import { ensureIndexes } from '../../adapters/mongo/ensure-indexes.ts';
import { createEvidenceStore } from '../../adapters/mongo/evidence-store.ts';
import { createFieldCipher } from '../../adapters/mongo/field-cipher.ts';
import { createFigureReader } from '../../adapters/mongo/figure-reader.ts';
import { createHandoverReader } from '../../adapters/mongo/handover-repository.ts';
import { createMissedQuestionRepository } from '../../adapters/mongo/missed-question-repository.ts';
import { createPictureWords } from '../../adapters/mongo/picture-words.ts';
import { createIndicatorRecords } from '../../adapters/mongo/verified-indicator-repository.ts';
import { createReportReader } from '../../adapters/mongo/report-repository.ts';
import { createStaffRepository } from '../../adapters/mongo/staff-repository.ts';
import { createTransact } from '../../adapters/mongo/transact.ts';
import { createPins } from '../../bot/pins.ts';
import { createReceiptDesk } from '../../bot/receipt-desk.ts';
import { createUuidV7 } from '../../bot/uuid-v7.ts';
import { createConsole } from '../../console/create-console.ts';
import { createPublicPages } from '../../console/create-public-pages.tsx';
import type { ConsoleDependencies, PublicPagesDependencies } from '../../console/dependencies.ts';
import { loadContent } from '../../knowledge/load-content.ts';
import { newCaseCode } from '../../reports/case-code.ts';
import type { ResidentMessage } from '../../reports/delivery-ports.ts';
import type { PictureWords } from '../../reports/evidence-ports.ts';
import type { Handover } from '../../reports/handover-ports.ts';
import type { Report } from '../../reports/report.ts';
import { requestHandover } from '../../reports/handover.ts';
import type { Submission } from '../../reports/submit-report.ts';
import { ADDRESS, reportOf } from '../reports/report-builder.ts';
import { openTestDatabase } from '../support/database.ts';
import { createRoadStandIns, type ToldToConsole } from './road-stand-ins.ts';

export const COMMUNE = 'Công an xã Thử';

/** The console and the public pages over real HTTP and the real database, with a clock that tests may move. */
export interface ConsoleServer extends ToldToConsole {
  readonly url: string;
  readonly deps: ConsoleDependencies & PublicPagesDependencies & { readonly pictureWords: PictureWords };
  readonly clock: { now: Date };
  /** Time passes. */
  later(ms: number): void;
  /** What residents would be sent, in order; staged in the same transaction as the act. */
  readonly sent: () => Promise<ResidentMessage[]>;
  /** Slow hashes computed for PINs. */
  readonly pinChecks: { count: number };
  readonly errors: unknown[];
  /** How slow the session store is. */
  readonly sessionStoring: { takesMs: number };
  /** What the session store holds, as it lies in the database. */
  readonly sessions: () => Promise<string[]>;
  addReport(overrides?: Partial<Submission>): Promise<Report>;
  saveReport(report: Report): Promise<void>;
  addHandover(
    overrides?: Partial<Pick<Handover, 'urgent' | 'residentKey'> & { readonly firstWords: string }>,
  ): Promise<Handover>;
  close(): Promise<void>;
}

const content = loadContent(fileURLToPath(new URL('../../knowledge', import.meta.url)));
const SLUGS = ['bao-tin-an-danh', 'sos-vua-chuyen-tien', 'kenh-that-cua-cong-an'];

export async function startConsole(): Promise<ConsoleServer> {
  const database = await openTestDatabase();
  const { client, db } = database;
  await ensureIndexes(db);
  const cipher = createFieldCipher(randomBytes(32));
  const clock = { now: new Date('2026-11-22T07:00:00Z') };
  const readClock = () => clock.now;
  const newId = createUuidV7(readClock);
  const standIns = createRoadStandIns();
  const sessionStoring = { takesMs: 0 };
  const pinChecks = { count: 0 };
  const pins = createPins();
  const errors: unknown[] = [];
  const outbox = db.collection<{ message: ResidentMessage }>('test-outbox');
  const articles = createArticleRepository(client, db, readClock);
  await articles.loadFirst(content.articles.filter(({ slug }) => SLUGS.includes(slug)));
  const sessionStore = MongoStore.create({ client, dbName: db.databaseName, collectionName: 'sessions' });
  const storeSession = sessionStore.set.bind(sessionStore);
  sessionStore.set = (...given) => {
    setTimeout(() => {
      storeSession(...given);
    }, sessionStoring.takesMs);
  };
  const app = express();
  app.set('trust proxy', 'loopback');
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const deps: ConsoleServer['deps'] = {
    reports: createReportReader(db, cipher),
    figures: createFigureReader(db),
    handovers: createHandoverReader(db, cipher),
    alerts: createDutyAlertReader(db, cipher),
    indicators: createIndicatorRecords(db, cipher),
    evidence: createEvidenceStore(db, cipher),
    pictureWords: createPictureWords(db, cipher),
    audit: createAuditLog(db, cipher),
    staff: createStaffRepository(db, cipher),
    articles,
    missedQuestions: createMissedQuestionRepository(db, { newId, clock: readClock }),
    transact: createTransact({
      client,
      db,
      cipher,
      outbox: (unit) => ({
        queue: (message) => {
          unit.stage('test-outbox', { insertOne: { document: { message } } });
        },
      }),
    }),
    facts: content.facts,
    ...standIns.deps,
    sessionStore,
    sessionSecret: randomBytes(32).toString('base64'),
    seal: (text) => cipher.seal(text),
    open: (sealed) => cipher.open(sealed),
    clock: readClock,
    newId,
    publicUrl: url,
    secureCookies: false,
    communeName: COMMUNE,
    onError: (error) => errors.push(error),
    receipts: createReceiptDesk(cipher),
    pins: {
      hash: (pin) => {
        pinChecks.count += 1;
        return pins.hash(pin);
      },
      verify: (pin, pinHash) => {
        pinChecks.count += 1;
        return pins.verify(pin, pinHash);
      },
    },
    dutyPhone: '0263 000 000',
    zaloSiteVerification: 'Kx9_zalo-code',
    chatLinks: [{ label: 'Zalo', url: 'https://zalo.example' }],
  };
  app.use('/console', createConsole(deps));
  app.use(createPublicPages(deps));

  return {
    url,
    deps,
    clock,
    ...standIns.told,
    later: (ms) => {
      clock.now = new Date(clock.now.getTime() + ms);
    },
    sessionStoring,
    pinChecks,
    errors,
    sessions: async () =>
      (await db.collection('sessions').find().toArray()).map((one) => JSON.stringify(one)),
    sent: async () => (await outbox.find().toArray()).map(({ message }) => message),
    addReport: async (overrides = {}) => {
      const report = reportOf({
        id: newId(),
        code: newCaseCode((bound) => randomInt(bound)),
        now: clock.now,
        evidence: [],
        ...overrides,
      });
      await deps.transact((work) => {
        work.reports.add(report);
        return Promise.resolve();
      });
      return report;
    },
    saveReport: (report) =>
      deps.transact((work) => {
        work.reports.save(report);
        return Promise.resolve();
      }),
    addHandover: async (overrides = {}) => {
      const id = newId();
      const handover = requestHandover({
        id,
        address: ADDRESS,
        residentKey: overrides.residentKey ?? `resident-${id}`,
        urgent: overrides.urgent ?? false,
        firstWords: overrides.firstWords ?? 'Tôi cần gặp cán bộ',
        now: clock.now,
      });
      await deps.transact((work) => {
        work.handovers.add(handover);
        return Promise.resolve();
      });
      return handover;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await database.close();
    },
  };
}
