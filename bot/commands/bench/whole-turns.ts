import { randomBytes } from 'node:crypto';
import {
  documentsOfTurns,
  openBareCollections,
  writeBare,
  type BareExtent,
  type TurnDocuments,
} from './bare-turns.ts';
import type { BenchParts } from './bench-parts.ts';
import { median, type LoadResult } from './load.ts';
import type { PrintBench } from './print.ts';
import { profileCpu } from './cpu-shares.ts';
import { startProduct, type RunningProduct } from './product.ts';

/** By then the compiler has seen what either side often does: what is measured is what can be sustained. */
const WARM_UP_ROUNDS = 4;
/** Odd, so that the median is a round that was run. */
const ROUNDS = 9;
const RESIDENTS = 500;
/**
 * As many as serve each side best: what can be sustained is asked for. With fewer the lanes run empty while answers are on
 * their way; with more only the waiting grows. The bare writes are as fast with any number from 16 to 64.
 */
const IN_FLIGHT = 64;
const BARE_IN_FLIGHT = 16;
const COUNTED_TURNS = 300;

/** One after the other, each with the documents that the turns of this round left. */
interface Round {
  readonly ours: LoadResult;
  /** Bare writes, see `BareExtent`. */
  readonly turn: LoadResult;
  readonly separate: LoadResult;
}

/** What residents write: greetings, menu, questions, the way into a report and out of it. */
const TEXTS: [string, ...string[]] = [
  'chào',
  'em vừa chuyển tiền cho kẻ lừa đảo giờ làm sao',
  'menu',
  'có người gọi điện xưng công an yêu cầu chuyển tiền',
  'báo cáo',
  'hủy',
  'làm căn cước công dân ở đâu',
];

/** Each of the residents says one thing; which one differs between them. */
function say(
  { load }: Pick<BenchParts, 'load'>,
  { port }: RunningProduct,
  change: { readonly count?: number; readonly inFlight?: number; readonly round?: number } = {},
): Promise<LoadResult> {
  const { count = RESIDENTS, inFlight = IN_FLIGHT, round = 0 } = change;
  const texts: typeof TEXTS = [...TEXTS];
  for (let step = 0; step < round % TEXTS.length; step++) texts.push(texts.shift() ?? '');
  return load.run({
    kind: 'turns',
    port,
    path: '/webhooks/zalo',
    count,
    inFlight,
    firstResident: 0,
    texts,
  });
}

/**
 * Whole turns of the whole product, from the signed webhook to the platform's API called, against bare transactions that
 * make the same writes through the driver alone; and, harder, against those writes with only the middle in a transaction.
 *
 * Each side is measured beside the other in every round, as often and as long warmed up, and the medians are compared: of two
 * best rounds one may be a second in which the machine was free for that side alone, and either side's rate moves by a third
 * from round to round. The rounds' own ratios are told as well.
 */
export async function benchWholeTurns(parts: BenchParts): Promise<void> {
  const { client, db, load, print } = parts;
  const dataKey = randomBytes(32);
  const bare = await openBareCollections(db);
  const product = await startProduct(client, db, load.platformUrl, dataKey);
  const rounds: Round[] = [];
  const write = (turns: TurnDocuments[], extent: BareExtent) =>
    writeBare(client, bare, turns, { extent, inFlight: BARE_IN_FLIGHT });
  for (let round = 1; round <= WARM_UP_ROUNDS + ROUNDS; round++) {
    const since = new Date();
    const ours = await say(parts, product, { round });
    const turns = await documentsOfTurns(db, since);
    const measured = { ours, turn: await write(turns, 'turn'), separate: await write(turns, 'separate') };
    if (round > WARM_UP_ROUNDS) rounds.push(measured);
  }
  printRounds(rounds, print);
  const alone = await say(parts, product, { count: COUNTED_TURNS, inFlight: 1, round: 4 });
  print('whole turn alone p50', alone.p50Ms, 'ms');
  const shares = await profileCpu(() => say(parts, product, { round: 5 }));
  for (const [where, share] of shares) print(`whole turn share: ${where}`, share, 'of 1');
  await product.stop();
  await countCalls(parts, dataKey);
}

function printRounds(rounds: readonly Round[], print: PrintBench): void {
  const middle = (figureOf: (round: Round) => number): number => median(rounds.map(figureOf));
  const ours = middle((round) => round.ours.perSecond);
  const ratios = rounds.map((round) => round.ours.perSecond / round.turn.perSecond);
  print(
    'whole turns',
    ours,
    'turns/s',
    middle(({ turn }) => turn.perSecond),
  );
  print('whole turns, lowest ratio of a round', Math.min(...ratios), 'of 1');
  print('whole turns, highest ratio of a round', Math.max(...ratios), 'of 1');
  print(
    'whole turns, harder',
    ours,
    'turns/s',
    middle(({ separate }) => separate.perSecond),
  );
  print(
    'whole turn p95',
    middle((round) => round.ours.p95Ms),
    'ms',
  );
  const failures = rounds.reduce((sum, round) => sum + round.ours.failures, 0);
  print('whole turn failures', failures, 'turns');
}

/** Calls to the database a turn, with turns one at a time and many at once. */
async function countCalls({ db, load, openWatched, print }: BenchParts, dataKey: Buffer): Promise<void> {
  let calls = 0;
  const client = await openWatched(() => (calls += 1));
  const product = await startProduct(client, client.db(db.databaseName), load.platformUrl, dataKey);
  await say({ load }, product, { round: 6 });
  for (const [name, inFlight] of [
    ['alone', 1],
    ['under load', IN_FLIGHT],
  ] as const) {
    const before = calls;
    await say({ load }, product, { count: COUNTED_TURNS, inFlight });
    print(`whole turn calls to the database, ${name}`, (calls - before) / COUNTED_TURNS, 'calls');
  }
  await product.stop();
  await client.close();
}
