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
import type {
  ChannelConsent,
  ConsoleDependencies,
  DeadLetter,
  PublicPagesDependencies,
  TriedQuestion,
} from '../../console/dependencies.ts';
import { loadContent } from '../../knowledge/load-content.ts';
import { newCaseCode } from '../../reports/case-code.ts';
import type { Forecast, ResidentMessage } from '../../reports/delivery-ports.ts';
import type { PictureWords } from '../../reports/evidence-ports.ts';
import type { Handover } from '../../reports/handover-ports.ts';
import type { Report } from '../../reports/report.ts';
import { requestHandover } from '../../reports/handover.ts';
import type { Submission } from '../../reports/submit-report.ts';
import { ADDRESS, reportOf } from '../reports/report-builder.ts';
import { openTestDatabase } from '../support/database.ts';

export const COMMUNE = 'Công an xã Thử';

/** The console and the public pages over real HTTP and the real database, with a clock that tests may move. */
export interface ConsoleServer {
  readonly url: string;
  readonly deps: ConsoleDependencies & PublicPagesDependencies & { readonly pictureWords: PictureWords };
  readonly clock: { now: Date };
  /** What residents would be sent, in order; staged in the same transaction as the act. */
  readonly sent: () => Promise<ResidentMessage[]>;
  readonly deadLetters: DeadLetter[];
  readonly forecast: { next: Forecast; nextOfSystem?: Forecast };
  /** Questions that were tried, and whether with a draft. */
  readonly tried: { question: string; draft: string | null }[];
  readonly published: { count: number };
  /** What the platform says next to a consent, and what it was asked. */
  readonly consent: {
    next: Awaited<ReturnType<ChannelConsent['finish']>>;
    readonly begun: string[];
    readonly finished: { readonly begun: unknown; readonly query: unknown }[];
  };
  /** Slow hashes computed for PINs. */
  readonly pinChecks: { count: number };
  readonly errors: unknown[];
  /** How slow the session store is. */
  readonly sessionStoring: { takesMs: number };
  /** What the session store holds, as it lies in the database. */
  readonly sessions: () => Promise<string[]>;
  addReport(overrides?: Partial<Submission>): Promise<Report>;
  saveReport(report: Report): Promise<void>;
  addHandover(overrides?: { readonly urgent?: boolean; readonly firstWords?: string }): Promise<Handover>;
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
  const deadLetters: DeadLetter[] = [];
  const forecast: ConsoleServer['forecast'] = { next: 'now' };
  const tried: ConsoleServer['tried'] = [];
  const published = { count: 0 };
  const consent: ConsoleServer['consent'] = { next: { ok: true }, begun: [], finished: [] };
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
    forecast: {
      forecast: (_address, author) =>
        Promise.resolve(author === 'system' ? (forecast.nextOfSystem ?? forecast.next) : forecast.next),
    },
    facts: content.facts,
    tryQuestion: (question, draft): Promise<TriedQuestion> => {
      tried.push({ question, draft: draft?.slug ?? null });
      const slug = draft?.slug ?? 'bao-tin-an-danh';
      const candidates = [{ slug, score: 0.92 }];
      const trace = [{ step: 'search', note: 'near', durationMs: 1.2 }];
      return Promise.resolve({
        decision: { route: 'answer', slug, candidates, trace, kbVersion: 'test' },
        text: draft?.shortAnswer ?? 'Được. Bạn có quyền yêu cầu giữ bí mật.',
      });
    },
    onPublished: () => {
      published.count += 1;
      return Promise.resolve();
    },
    deadLetters: {
      list: (limit) => Promise.resolve(deadLetters.slice(0, limit)),
      replay: (id) => {
        const position = deadLetters.findIndex((letter) => letter.id === id);
        if (position < 0) return Promise.resolve(false);
        deadLetters.splice(position, 1);
        return Promise.resolve(true);
      },
    },
    channelStates: {
      list: () =>
        Promise.resolve([
          { channel: 'zalo', state: 'sandbox', note: null },
          { channel: 'messenger', state: 'working', note: 'Mã truy cập đã hết hạn.' },
        ]),
    },
    waitingMessages: { count: () => Promise.resolve({ onTheWay: 3, forResident: 7, notTaken: 2 }) },
    zaloConsent: {
      begin: (redirectUri) => {
        consent.begun.push(redirectUri);
        return { url: 'https://oauth.zalo.example/permission', state: 'state-1', verifier: 'verifier-1' };
      },
      finish: (begun, query) => {
        consent.finished.push({ begun, query });
        return Promise.resolve(consent.next);
      },
    },
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
    deadLetters,
    forecast,
    tried,
    published,
    consent,
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
        residentKey: `resident-${id}`,
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
