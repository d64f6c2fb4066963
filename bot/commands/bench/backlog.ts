import { randomBytes } from 'node:crypto';
import { ensureIndexes } from '../../../adapters/mongo/ensure-indexes.ts';
import { createFieldCipher } from '../../../adapters/mongo/field-cipher.ts';
import { roadCollections, roadIndexes } from '../../road/documents.ts';
import type { BenchParts } from './bench-parts.ts';
import { openBenchRoad } from './bench-road.ts';

const SHORT = 5_000;
const LONG = 100_000;
const AT_ONCE = 500;
/** Turns worked of the backlog while memory is watched. */
const WATCHED_TURNS = 3_000;
const LOOK_EVERY_MS = 50;
const BYTES_PER_MB = 1_000_000;

/** What the program holds at most while it works a long backlog that nobody woke it for, against a short one. */
export async function benchBacklog(parts: BenchParts): Promise<void> {
  const { db, print } = parts;
  await ensureIndexes(db, roadIndexes);
  const road = await openBenchRoad(parts, createFieldCipher(randomBytes(32)));
  const { inbox } = roadCollections(db);
  const waiting = () => inbox.countDocuments({ lane: { $gt: '' }, status: 'waiting' });
  let resident = 0;
  const mostWith = async (events: number): Promise<number> => {
    // some are worked while others are stored
    for (let missing = events; missing > 0; missing = events - (await waiting()))
      for (const end = resident + missing; resident < end; resident += AT_ONCE)
        await road.store(Array.from({ length: AT_ONCE }, (_, index) => resident + index));
    // what the storing left over is not the backlog's
    globalThis.gc?.();
    let most = 0;
    const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), LOOK_EVERY_MS);
    await road.untilSent(WATCHED_TURNS);
    clearInterval(watch);
    return most / BYTES_PER_MB;
  };
  const short = await mostWith(SHORT);
  const long = await mostWith(LONG);
  await road.stop();
  print(`memory with ${LONG} waiting events`, long, 'MB', short);
}
