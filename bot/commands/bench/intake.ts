import { ensureIndexes } from '../../../adapters/mongo/ensure-indexes.ts';
import { roadIndexes } from '../../road/documents.ts';
import { openDoor, type Door } from '../../web/door.ts';
import type { BenchParts } from './bench-parts.ts';
import { bareApp } from './bare-app.ts';
import { intakeApp } from './intake-app.ts';
import { best, type LoadResult } from './load.ts';

const CALLS_PER_ROUND = 1_500;
const WARM_UP = 500;
const ROUNDS = 3;
const IN_FLIGHT = 16;
const RESIDENT_STEP = 10_000;

/** Signed webhook to 200, against a bare route on the same database; rounds alternate so that both meet the same machine. */
export async function benchIntake({ db, load, print }: BenchParts): Promise<void> {
  await ensureIndexes(db, roadIndexes);
  const ours = await openDoor('127.0.0.1', 0);
  ours.open(intakeApp(db));
  const bare = await openDoor('127.0.0.1', 0);
  bare.open(bareApp(db));
  let firstResident = 0;
  const call = async ({ port }: Door, path: string, count = CALLS_PER_ROUND): Promise<LoadResult> => {
    firstResident += RESIDENT_STEP;
    const texts: [string] = ['em vừa chuyển tiền cho kẻ lừa đảo giờ làm sao'];
    return load.run({ kind: 'webhooks', port, path, count, inFlight: IN_FLIGHT, firstResident, texts });
  };
  const ourResults: LoadResult[] = [];
  const bareResults: LoadResult[] = [];
  await call(ours, '/webhooks/zalo', WARM_UP);
  await call(bare, '/bare', WARM_UP);
  for (let round = 0; round < ROUNDS; round++) {
    bareResults.push(await call(bare, '/bare'));
    ourResults.push(await call(ours, '/webhooks/zalo'));
  }
  await ours.close();
  await bare.close();
  const [our, base] = [best(ourResults), best(bareResults)];
  print('intake throughput', our.perSecond, 'webhooks/s', base.perSecond);
  print('intake p99', our.p99Ms, 'ms', base.p99Ms);
  const failures = ourResults.reduce((sum, result) => sum + result.failures, 0);
  print('intake failures', failures, 'calls');
}
