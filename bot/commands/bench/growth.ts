import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { Db } from 'mongodb';
import { ensureIndexes } from '../../../adapters/mongo/ensure-indexes.ts';
import { createFieldCipher } from '../../../adapters/mongo/field-cipher.ts';
import { roadCollections, roadIndexes } from '../../road/documents.ts';
import { openDoor } from '../../web/door.ts';
import type { BenchParts } from './bench-parts.ts';
import { intakeApp } from './intake-app.ts';
import { median, type LoadResult } from './load.ts';
import type { LoadTask } from './load-task.ts';
import { startProduct } from './product.ts';
import { storeTalks } from './stored-talks.ts';

const STEPS = [1_000, 100_000, 1_000_000] as const;
/** What a million documents at once leave to be tidied up; no commune stores them in two minutes. */
const REST_MS = 60_000;
const WARM_UP_ROUNDS = 4;
/** Odd, so that the median is a round that was run. */
const ROUNDS = 9;
const RESIDENTS = 500;
const LOADS = {
  webhooks: { inFlight: 16, texts: ['em vừa chuyển tiền cho kẻ lừa đảo giờ làm sao'] },
  turns: { inFlight: 64, texts: ['chào', 'menu', 'có người gọi điện xưng công an yêu cầu chuyển tiền'] },
} as const;

/** As many conversations as were stored with an event and a message that are done, and what listens on that database. */
interface Step {
  readonly conversations: number;
  readonly port: number;
  stop(): Promise<void>;
}

/**
 * Signed webhook to 200, and to the platform's API called, with ever more conversations stored. Each size is a database of
 * its own on the same server; rounds alternate between them, so that all meet the same machine, and medians are compared.
 */
export async function benchGrowth(parts: BenchParts): Promise<void> {
  const { client, load } = parts;
  const dataKey = randomBytes(32);
  const stored: { readonly conversations: number; readonly db: Db }[] = [];
  try {
    for (const conversations of STEPS) {
      const db = client.db(`${parts.db.databaseName}-${conversations}`);
      stored.push({ conversations, db });
      await ensureIndexes(db, roadIndexes);
      await storeTalks(roadCollections(db), createFieldCipher(dataKey), conversations);
    }
    await delay(REST_MS);
    await measure(parts, 'webhooks', stored, async (db) => {
      const door = await openDoor('127.0.0.1', 0);
      door.open(intakeApp(db));
      return { port: door.port, stop: () => door.close() };
    });
    for (const { db } of stored) await roadCollections(db).inbox.deleteMany({ status: 'waiting' });
    await measure(parts, 'turns', stored, (db) => startProduct(client, db, load.platformUrl, dataKey));
  } finally {
    for (const { db } of stored) await db.dropDatabase();
  }
}

async function measure(
  parts: BenchParts,
  kind: LoadTask['kind'],
  stored: readonly { readonly conversations: number; readonly db: Db }[],
  open: (db: Db) => Promise<Omit<Step, 'conversations'>>,
): Promise<void> {
  const steps: Step[] = [];
  for (const { conversations, db } of stored) steps.push({ conversations, ...(await open(db)) });
  const results = new Map<Step, LoadResult[]>(steps.map((step) => [step, []]));
  for (let round = 1; round <= WARM_UP_ROUNDS + ROUNDS; round++) {
    for (const step of steps) {
      const result = await say(parts, kind, step);
      if (round > WARM_UP_ROUNDS) results.get(step)?.push(result);
    }
  }
  for (const step of steps) await step.stop();
  printSteps(parts, kind, results);
}

/** Residents drawn from all that are stored; each says one thing. */
function say(
  { load }: BenchParts,
  kind: LoadTask['kind'],
  { conversations, port }: Step,
): Promise<LoadResult> {
  const { inFlight, texts } = LOADS[kind];
  return load.run({
    kind,
    port,
    path: '/webhooks/zalo',
    count: RESIDENTS,
    inFlight,
    firstResident: randomInt(conversations - RESIDENTS),
    texts: [...texts],
  });
}

/** Each beside the same figure of the fewest. */
function printSteps(
  { print }: BenchParts,
  kind: LoadTask['kind'],
  results: ReadonlyMap<Step, readonly LoadResult[]>,
): void {
  const figures = {
    webhooks: [
      ['intake', 'webhooks/s', ({ perSecond }: LoadResult) => perSecond],
      ['intake p99', 'ms', ({ p99Ms }: LoadResult) => p99Ms],
    ],
    turns: [
      ['whole turns', 'turns/s', ({ perSecond }: LoadResult) => perSecond],
      ['whole turn p95', 'ms', ({ p95Ms }: LoadResult) => p95Ms],
    ],
  } as const;
  for (const [name, unit, figureOf] of figures[kind]) {
    let first: number | undefined;
    for (const [{ conversations }, rounds] of results) {
      const value = median(rounds.map(figureOf));
      print(`${name} with ${conversations} conversations`, value, unit, first);
      first ??= value;
    }
  }
  const failures = [...results.values()].flat().reduce((sum, round) => sum + round.failures, 0);
  print(`${kind} failures`, failures, kind);
}
