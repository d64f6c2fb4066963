import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openPlatforms, SOON_AND_LONG_MS, type Platforms } from '../support/platforms.ts';
import { freePort, startProgram, type Program } from '../support/program.ts';
import { until } from '../support/until.ts';

const RESIDENTS = 12;
const ROUNDS = 5;
const PATIENCE_MS = 120_000;
/** What a service manager may leave a program before it is killed for good. */
const STOP_WITHIN_MS = 10_000;

describe('Two processes on one database', () => {
  let database: TestDatabase;
  let platforms: Platforms;
  let programs: Program[];

  beforeAll(async () => {
    database = await openTestDatabase();
    platforms = await openPlatforms({ retryDelaysMs: SOON_AND_LONG_MS });
    const environment = {
      ...platforms.environment,
      MONGODB_URI: database.uri,
      MONGODB_DB: database.name,
      DATA_KEY: randomBytes(32).toString('base64'),
    };
    const ports = [await freePort(), await freePort()];
    programs = await Promise.all(ports.map((port) => startProgram(port, environment)));
  }, PATIENCE_MS);
  afterAll(async () => {
    platforms.zalo.faults.reset();
    for (const program of programs) await program.terminate();
    await platforms.close();
    await database.close();
  }, PATIENCE_MS);

  const turnsOf = async ({ origin }: Program): Promise<number> => {
    const text = await (await fetch(`${origin}/metrics`)).text();
    const counts = [...text.matchAll(/^turns_total\{.*outcome="done".*\} (\d+)$/gm)];
    return counts.reduce((sum, [, count]) => sum + Number(count), 0);
  };
  const inbox = () => database.db.collection('inbox');
  const outbox = () => database.db.collection('outbox');
  const stopInTime = async (program: Program): Promise<void> => {
    const startedAt = performance.now();
    expect(await program.terminate()).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(STOP_WITHIN_MS);
  };

  it(
    'share the work, and when one is asked to stop it does, and the other does the rest',
    async () => {
      const [one, other] = programs;
      if (one === undefined || other === undefined) throw new Error('Two programs are needed');
      const phones = Array.from({ length: RESIDENTS }, (_, index) =>
        platforms.phone('messenger', `7100000000000${String(index).padStart(4, '0')}`),
      );
      const done = () => inbox().countDocuments({ kind: 'message', status: 'done' });
      for (let round = 1; round < ROUNDS; round += 1) {
        platforms.setTarget((round % 2 === 0 ? one : other).origin);
        for (const phone of phones) phone.say('menu');
        await until('the round is done', async () => (await done()) === round * RESIDENTS, PATIENCE_MS);
      }
      expect(await turnsOf(one)).toBeGreaterThan(0);
      expect(await turnsOf(other)).toBeGreaterThan(0);
      platforms.setTarget(one.origin);
      for (const phone of phones) phone.say('menu');
      const begun = (ROUNDS - 1) * RESIDENTS + 1;
      await until('the last round begins', async () => (await done()) >= begun, PATIENCE_MS);
      platforms.setTarget(other.origin);
      await stopInTime(one);
      await until('all is done', async () => (await done()) === RESIDENTS * ROUNDS, PATIENCE_MS);
      const isSent = async () => (await outbox().countDocuments({ status: { $ne: 'sent' } })) === 0;
      await until('all is sent', isSent, PATIENCE_MS);
      const rows = await outbox().countDocuments();
      const received = phones.reduce((sum, phone) => sum + phone.received().length, 0);
      expect(received).toBe(rows);
    },
    PATIENCE_MS * 2,
  );

  it(
    'one that is asked to stop while the platform answers nobody hands back what it cannot finish',
    async () => {
      const [, program] = programs;
      if (program === undefined) throw new Error('Two programs are needed');
      platforms.zalo.faults.change({ sendTrouble: 'hang' });
      const phone = platforms.phone('zalo', '8300000000000099999');
      phone.say('menu');
      await until('its reply is written', async () => (await outbox().findOne({ channel: 'zalo' })) !== null);
      await stopInTime(program);
      expect(await outbox().findOne({ channel: 'zalo' })).toMatchObject({
        status: 'unknown',
        owner: null,
        resends: 1,
      });
      expect(await database.db.collection('conversations').countDocuments({ owner: { $ne: null } })).toBe(0);
    },
    PATIENCE_MS,
  );
});
