import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { MongoClient, type Db } from 'mongodb';
import { createFieldCipher } from '../../adapters/mongo/field-cipher.ts';
import { startKillableDatabase } from '../support/killable-database.ts';
import { openPlatforms, type Platforms } from '../support/platforms.ts';
import { until } from '../support/until.ts';
import { takeAccount, type Account } from './account.ts';
import { createLedger } from './ledger.ts';
import { startProcesses, type Processes } from './processes.ts';
import { drawPictures } from './pictures.ts';
import { createPeople, type FiledReport, type People } from './residents.ts';
import { startWeather } from './weather.ts';

export interface ChaosOptions {
  readonly kills: number;
  readonly databaseKills: number;
  /** Conversations that go on at any time. */
  readonly people: number;
  readonly reports: number;
  /** Of evidence, in all; each report brings a picture of PICTURE_BYTES. */
  readonly quotaMb: number;
  /** Faults after which a message is tried again only a minute later. */
  readonly severe: boolean;
  /** How long what waits may take at the end. */
  readonly settleWithinMs: number;
  readonly onProgress: (line: string) => void;
}

export interface ChaosResult extends Account {
  readonly database: string;
  readonly processes: number;
  readonly kills: number;
  readonly databaseKills: number;
  readonly clockSteps: number;
  readonly said: number;
  readonly conversations: number;
  readonly deliveries: { readonly made: number; readonly failed: number };
  /** Last words of programs that did not stop cleanly at the end. */
  readonly unclean: readonly string[];
  readonly seconds: number;
}

const PROCESSES = 2;
const CHANNELS = ['zalo', 'messenger'] as const;
const LONGEST_PEACE_MS = 2_500;
/** On a slow machine waiting for starts would take too long. */
const LONGEST_PEACE_IN_ALL_MS = 240_000;
const OTHER_TARGET_EVERY_MS = 20;
const CLOCK_STEPS_EVERY_MS = 3_000;
const MANY_WAITING = 150;
const WAITED_AT_MOST_MS = 600_000;
/** The platforms here try again soon and for long. */
const RETRIES_MS = Array.from({ length: 5_000 }, () => 200);

/** Lets residents talk while programs and the database are killed and the platforms misbehave, then counts. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const { onProgress } = options;
  const startedAt = performance.now();
  const own = await startKillableDatabase();
  onProgress(`database: ${own.description}`);
  const client = await MongoClient.connect(own.uri);
  const db = client.db(`chaos-${randomBytes(6).toString('hex')}`);
  const platforms = await openPlatforms({ retryDelaysMs: RETRIES_MS });
  const dataKey = randomBytes(32);
  const processes = await startProcesses(PROCESSES, {
    ...platforms.environment,
    MONGODB_URI: own.uri,
    MONGODB_DB: db.databaseName,
    DATA_KEY: dataKey.toString('base64'),
    EVIDENCE_QUOTA_MB: String(options.quotaMb),
    LOG_LEVEL: 'warn',
  });
  const spread = spreadCalls(platforms, processes);
  const killing = { over: false };
  try {
    const ledger = createLedger(platforms);
    const people = createPeople(platforms, ledger, Math.random);
    await speakInPeace(people, db);
    const clearUp = startWeather(platforms, options.severe, Math.random);
    const clocks = setInterval(() => processes.stepClockOfOne(Math.random), CLOCK_STEPS_EVERY_MS);
    const talk = talkUntil(people, db, options, killing);
    const killed = kill(processes, own.kill, options, killing).finally(() => clearInterval(clocks));
    const databaseKills = await Promise.race([killed, failureOf(talk)]);
    killing.over = true;
    onProgress('no more kills; the last conversations end');
    const filed = await talk;
    clearUp();
    await processes.running();
    onProgress('waiting for what is on its way');
    await settle(db, options.settleWithinMs);
    const cipher = createFieldCipher(dataKey);
    const account = await takeAccount({ db, cipher, ledger, everybody: people.everybody, filed });
    const unclean = await processes.stop();
    return {
      ...account,
      database: own.description,
      processes: PROCESSES,
      kills: processes.kills(),
      databaseKills,
      clockSteps: processes.clockSteps(),
      said: people.said(),
      conversations: people.everybody.length,
      deliveries: ledger.attempts(),
      unclean,
      seconds: Math.round((performance.now() - startedAt) / 1000),
    };
  } finally {
    killing.over = true;
    spread();
    await processes.stop();
    await platforms.close();
    await db.dropDatabase();
    await client.close();
    await own.stop();
  }
}

/** A load balancer that does not know who lives: now this process gets the platforms' calls, now that. */
function spreadCalls(platforms: Platforms, { origins }: Processes): () => void {
  let next = 0;
  const change = (): void => {
    next += 1;
    platforms.setTarget(origins[next % origins.length] ?? '');
  };
  change();
  const timer = setInterval(change, OTHER_TARGET_EVERY_MS);
  return () => {
    clearInterval(timer);
  };
}

/** What everybody later is compared with. */
async function speakInPeace(people: People, db: Db): Promise<void> {
  for (const channel of CHANNELS) {
    await people.live(channel, 'asker');
    await people.live(channel, 'hasty');
  }
  await settle(db, 60_000);
}

async function talkUntil(
  people: People,
  db: Db,
  { people: count, reports }: ChaosOptions,
  killing: { readonly over: boolean },
): Promise<FiledReport[]> {
  const pictures = await drawPictures(reports);
  const filing = Array.from({ length: reports }, (_, index) =>
    people.report(CHANNELS[index % CHANNELS.length]!, pictures[index]!),
  );
  const talking = Array.from({ length: count }, async (_, index) => {
    for (;;) {
      await until('few to wait', async () => killing.over || (await doFewWait(db)), WAITED_AT_MOST_MS);
      if (killing.over) return;
      const manner = index % 4 < 2 ? 'asker' : 'hasty';
      await people.live(CHANNELS[index % CHANNELS.length]!, manner);
    }
  });
  const [filed] = await Promise.all([Promise.all(filing), Promise.all(talking)]);
  return filed;
}

/** People who only wait for the 200 outrun a program that must also answer: nobody begins while many wait. */
async function doFewWait(db: Db): Promise<boolean> {
  try {
    const waiting = await db
      .collection('inbox')
      .countDocuments({ status: 'waiting' }, { limit: MANY_WAITING, maxTimeMS: 5_000 });
    return waiting < MANY_WAITING;
  } catch {
    // the database was killed: nobody can be told to wait less
    return false;
  }
}

/** Rejects as soon as the talk does; never resolves. */
async function failureOf(talk: Promise<unknown>): Promise<never> {
  await talk;
  return new Promise(() => undefined);
}

/** Gives how often the database was killed. */
async function kill(
  processes: Processes,
  killDatabase: (() => boolean) | null,
  { kills, databaseKills: wanted, onProgress }: ChaosOptions,
  killing: { readonly over: boolean },
): Promise<number> {
  let databaseKills = 0;
  const peaceUntil = performance.now() + LONGEST_PEACE_IN_ALL_MS;
  for (let index = 1; index <= kills && !killing.over; index += 1) {
    // every second time all of them are up and at work, else one may be at its start
    if (index % 2 === 0 && performance.now() < peaceUntil) await processes.running();
    await pause(Math.random() * LONGEST_PEACE_MS);
    await processes.killOne(Math.random);
    if (killDatabase !== null && databaseKills < Math.round((index * wanted) / kills)) {
      await pause(Math.random() * LONGEST_PEACE_MS);
      await until('a database to kill', killDatabase);
      databaseKills += 1;
    }
    onProgress(`killed ${index} programs, the database ${databaseKills} times`);
  }
  return databaseKills;
}

/** Waits until nothing waits any more; what still does then is counted. */
async function settle(db: Db, withinMs: number): Promise<void> {
  const isQuiet = async (): Promise<boolean> =>
    (await db.collection('inbox').findOne({ status: 'waiting' })) === null &&
    (await db.collection('outbox').findOne({ status: { $in: ['waiting', 'unknown'] } })) === null;
  await until('quiet', isQuiet, withinMs).catch(() => undefined);
}
