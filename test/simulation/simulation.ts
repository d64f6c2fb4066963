import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { Writable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import type { Db, MongoClient } from 'mongodb';
import { ensureIndexes } from '../../adapters/mongo/ensure-indexes.ts';
import { createFieldCipher } from '../../adapters/mongo/field-cipher.ts';
import { createReportReader } from '../../adapters/mongo/report-repository.ts';
import { compose } from '../../bot/compose.ts';
import type { App } from '../../bot/compose.ts';
import { readConfig } from '../../bot/config.ts';
import { createLog } from '../../bot/logging.ts';
import { roadCollections, roadIndexes } from '../../bot/road/documents.ts';
import { laneOf } from '../../bot/road/sealing.ts';
import { openPlatforms, SOON_AND_LONG_MS, type Phone, type Platforms } from '../support/platforms.ts';
import { pictureOf, receiptLines } from '../support/receipt-picture.ts';
import { smallPicture } from '../support/small-picture.ts';
import { judge, sumUp } from './judge.ts';
import type { SimulationResult } from './judge.ts';
import { createPeople, type Person } from './people.ts';
import { RECEIPT_ACCOUNT } from './replies.ts';
import { liveThrough } from './resident.ts';
import type { Course, World } from './resident.ts';

const LOOK_EVERY_MS = 40;
const DAY_MS = 86_400_000;
/** A machine that does much else beside is slow; whoever waits longer counts as lost. */
const ANSWERED_WITHIN_MS = 120_000;

export interface SimulationOptions {
  readonly client: MongoClient;
  readonly db: Db;
  readonly residents: number;
  /** People who report at the same time; the program is restarted once among them. */
  readonly atOnce: number;
  /** The same start gives the same people. */
  readonly start: number;
}

/** Residents of all habits report over both channels to the whole program, which is restarted now and then among them. */
export async function simulate(options: SimulationOptions): Promise<SimulationResult> {
  const startedAt = Date.now();
  const platforms = await openPlatforms({ retryDelaysMs: SOON_AND_LONG_MS });
  const dataKey = randomBytes(32);
  const program = await createProgram(options, platforms, dataKey);
  const cipher = createFieldCipher(dataKey);
  const picture = await smallPicture();
  const answered = createAnswered(options.db, (phone) => laneOf(cipher, phone));
  const people = createPeople(options.residents, options.start);
  const courses: Course[] = [];
  try {
    for (let first = 0; first < people.length; first += options.atOnce) {
      const group = people.slice(first, first + options.atOnce);
      const restart = createRestart(group, program.restart);
      const restarted = (person: Person): Promise<void> => {
        restart.arrived(person);
        return restart.done;
      };
      const living = group.map(async (person) => {
        const phone = platforms.phone(person.channel, userIdOf(person.number));
        const course = await liveThrough(person, phone, {
          answered,
          picture,
          receipt: receiptOf,
          read: createRead(options.db, (one) => laneOf(cipher, one)),
          restarted,
        });
        restart.arrived(person);
        return course;
      });
      courses.push(...(await Promise.all(living)));
    }
    const reports = createReportReader(options.db, cipher);
    const verdicts = await Promise.all(courses.map((course) => judge(course, reports)));
    const deadLetters = await roadCollections(options.db).inbox.countDocuments({ status: 'dead' });
    const seconds = Math.round((Date.now() - startedAt) / 1_000);
    return sumUp(verdicts, { restarts: program.restarts(), deadLetters, seconds });
  } finally {
    await program.stop();
    await platforms.close();
  }
}

/** A transfer of yesterday evening. */
function receiptOf({ amount }: Person): Promise<Buffer> {
  const [year, month, day] = new Date(Date.now() - DAY_MS).toISOString().slice(0, 10).split('-');
  const moment = `20:45 - ${day ?? ''}/${month ?? ''}/${year ?? ''}`;
  return pictureOf(
    receiptLines({ amount: (amount ?? '').replace('đ', ''), account: RECEIPT_ACCOUNT, moment }),
  );
}

const userIdOf = (number: number): string => String(7_300_000_000_000_000n + BigInt(number));

async function createProgram({ client, db }: SimulationOptions, platforms: Platforms, dataKey: Buffer) {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'commune-simulate-'));
  const config = readConfig({
    PORT: '0',
    SANDBOX: 'off',
    DATA_DIR: dataDir,
    LOG_LEVEL: 'error',
    ...platforms.environment,
  });
  const silent = new Writable({
    write: (_chunk, _encoding, done) => {
      done();
    },
  });
  const startApp = async (): Promise<App> => {
    await ensureIndexes(db, roadIndexes);
    const app = await compose({ config, client, db, dataKey, log: createLog('error', silent) });
    platforms.setTarget(app.origin);
    await app.start();
    return app;
  };
  let app = await startApp();
  let restarts = 0;
  return {
    restarts: () => restarts,
    restart: async () => {
      restarts += 1;
      await app.stop();
      app = await startApp();
    },
    stop: async () => {
      await app.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Restarts once all who want to live through it are in the middle of their reports or have ended; the others write on meanwhile. */
function createRestart(people: readonly Person[], restart: () => Promise<void>) {
  const awaited = new Set(people.filter(({ habit }) => habit === 'restart-midway'));
  let begin: () => void = () => undefined;
  const done = new Promise<void>((resolve) => {
    begin = resolve;
  }).then(restart);
  return {
    /** This person waits for the restart, or will not any more. */
    arrived: (person: Person): void => {
      if (awaited.delete(person) && awaited.size === 0) begin();
    },
    done,
  };
}

/** Looks into the database instead of waiting for some time: so nothing is mistaken for silence. */
function createAnswered(db: Db, laneOfPhone: (phone: Phone) => string): World['answered'] {
  const { inbox, outbox } = roadCollections(db);
  return async (phone, events) => {
    const lane = laneOfPhone(phone);
    const deadline = Date.now() + ANSWERED_WITHIN_MS;
    for (;;) {
      // one after the other: a turn that ends between two looks at once would seem worked without a reply
      const worked = await inbox.countDocuments({ lane, status: { $in: ['done', 'dead'] } });
      const unsent = await outbox.countDocuments({ lane, status: { $in: ['waiting', 'unknown'] } });
      if (worked >= events && unsent === 0) return null;
      if (Date.now() > deadline) return `${worked} of ${events} events worked, ${unsent} replies unsent`;
      await pause(LOOK_EVERY_MS);
    }
  };
}

function createRead(db: Db, laneOfPhone: (phone: Phone) => string): World['read'] {
  const files = db.collection('evidence.files');
  return async (phone, withinMs) => {
    const read = { 'metadata.residentKey': laneOfPhone(phone), 'metadata.words': { $exists: true } };
    const deadline = Date.now() + withinMs;
    while (Date.now() < deadline && (await files.countDocuments(read)) === 0) await pause(LOOK_EVERY_MS);
  };
}
