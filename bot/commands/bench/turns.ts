import { randomBytes } from 'node:crypto';
import { ensureIndexes } from '../../../adapters/mongo/ensure-indexes.ts';
import { createFieldCipher } from '../../../adapters/mongo/field-cipher.ts';
import { roadIndexes } from '../../road/documents.ts';
import { documentsOfTurns, openBareCollections, writeBare } from './bare-turns.ts';
import type { BenchParts } from './bench-parts.ts';
import { openBenchRoad } from './bench-road.ts';
import { best, type LoadResult } from './load.ts';

const TURNS = 1_000;
const WARM_UP_ROUNDS = 2;
const ROUNDS = 3;
const BARE_IN_FLIGHT = 16;

/**
 * Turns with the smallest dialog, from events that wait in the inbox to the platform's API called: claims, reads, dialog
 * state, messages and the end of the event, against bare transactions that write the same documents. Rounds alternate.
 */
export async function benchTurns(parts: BenchParts): Promise<void> {
  const { client, db, print } = parts;
  await ensureIndexes(db, roadIndexes);
  const bare = await openBareCollections(db);
  const road = await openBenchRoad(parts, createFieldCipher(randomBytes(32)));
  const residents = Array.from({ length: TURNS }, (_, index) => index);
  const ours: number[] = [];
  const bareResults: LoadResult[] = [];
  for (let round = 0; round < WARM_UP_ROUNDS + ROUNDS; round++) {
    const since = new Date();
    const perSecond = await road.work(residents);
    const turns = await documentsOfTurns(db, since);
    const result = await writeBare(client, bare, turns, { extent: 'commit', inFlight: BARE_IN_FLIGHT });
    if (round < WARM_UP_ROUNDS) continue;
    ours.push(perSecond);
    bareResults.push(result);
  }
  await road.stop();
  print('turns', Math.max(...ours), 'turns/s', best(bareResults).perSecond);
}
