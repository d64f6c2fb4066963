import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openPlatforms, SOON_AND_LONG_MS, type Phone, type Platforms } from '../support/platforms.ts';
import { EVENTS, freePort, startProgram, type Program } from '../support/program.ts';
import { until } from '../support/until.ts';

const RESIDENTS = 20;
const KILLS = 3;
const PATIENCE_MS = 120_000;

/** Every resident says the same, and whichever overtakes which on its second delivery, is answered alike. */
const words = [
  'mật khẩu thế nào là mạnh',
  'shipper gọi bảo hủy hội viên',
  'menu',
  'ma otp la gi',
  'trợ giúp',
  'chặn cuộc gọi rác',
];

describe('A program that is killed again and again', () => {
  let database: TestDatabase;
  let platforms: Platforms;
  let program: Program;
  let port: number;
  let environment: Record<string, string>;

  beforeAll(async () => {
    database = await openTestDatabase();
    platforms = await openPlatforms({ retryDelaysMs: SOON_AND_LONG_MS });
    port = await freePort();
    environment = {
      ...platforms.environment,
      MONGODB_URI: database.uri,
      MONGODB_DB: database.name,
      DATA_KEY: randomBytes(32).toString('base64'),
    };
    program = await startProgram(port, environment);
    platforms.setTarget(program.origin);
  }, PATIENCE_MS);
  afterAll(async () => {
    await program.terminate();
    await platforms.close();
    await database.close();
  }, PATIENCE_MS);

  it(
    `acts exactly once on each of ${EVENTS} events of both channels`,
    async () => {
      const phones: Phone[] = Array.from({ length: RESIDENTS }, (_, index) =>
        index % 2 === 0
          ? platforms.phone('zalo', `83000000000000${String(index).padStart(5, '0')}`)
          : platforms.phone('messenger', `71000000000${String(index).padStart(5, '0')}`),
      );
      const each = Math.ceil(EVENTS / RESIDENTS);
      const inbox = database.db.collection('inbox');
      const done = () => inbox.countDocuments({ kind: 'message', status: 'done' });
      for (let round = 0; round < each; round++) {
        for (const phone of phones) phone.say(words[round % words.length] ?? '');
        if (round % Math.ceil(each / KILLS) === 0) {
          const before = await done();
          await until('some of the work', async () => (await done()) > before, PATIENCE_MS);
          await program.kill();
          program = await startProgram(port, environment);
        }
      }
      await until('every event is done', async () => (await done()) === each * RESIDENTS, PATIENCE_MS);
      await until(
        'every reply is sent',
        async () =>
          (await database.db.collection('outbox').countDocuments({ status: { $ne: 'sent' } })) === 0,
        PATIENCE_MS,
      );
      expect(await inbox.countDocuments({ status: { $in: ['waiting', 'dead'] } })).toBe(0);
      await expectEverybodyAnsweredAlike(database, 'zalo');
      await expectEverybodyAnsweredAlike(database, 'messenger');
      expectNoReplyLost(phones, await outboxRows(database));
    },
    PATIENCE_MS * 2,
  );
});

async function outboxRows(database: TestDatabase): Promise<number> {
  return database.db.collection('outbox').countDocuments();
}

/** A turn run twice would leave more rows in that resident's lane, a turn lost fewer. */
async function expectEverybodyAnsweredAlike(database: TestDatabase, channel: string): Promise<void> {
  const lanes = await database.db
    .collection('outbox')
    .aggregate([{ $match: { channel } }, { $group: { _id: '$lane', rows: { $sum: 1 } } }])
    .toArray();
  expect(lanes).toHaveLength(RESIDENTS / 2);
  expect(new Set(lanes.map((lane) => Number(lane['rows']))).size).toBe(1);
}

/** A copy may reach a resident twice where the program died between the platform's answer and its own note of it. */
function expectNoReplyLost(phones: readonly Phone[], rows: number): void {
  const received = phones.reduce((sum, phone) => sum + phone.received().length, 0);
  expect(received).toBeGreaterThanOrEqual(rows);
  expect(received).toBeLessThanOrEqual(rows + KILLS * RESIDENTS);
}
