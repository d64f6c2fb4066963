import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openPlatforms, type Platforms } from '../support/platforms.ts';
import { exchange } from '../support/report-scam.ts';
import { until } from '../support/until.ts';

const RESIDENT = '8300000000000000061';
/** Well formed, and of no report. */
const NO_CODE = 'K7M4-RX9C';
const FREE_GUESSES = 5;

describe('Somebody who guesses codes and leaves Zalo in between', () => {
  let database: TestDatabase;
  let platforms: Platforms;
  let app: TestApp;
  beforeAll(async () => {
    database = await openTestDatabase();
    platforms = await openPlatforms();
    app = await startApp(database, platforms);
  });
  afterAll(async () => {
    await app.stop();
    await platforms.close();
    await database.close();
  });

  it('has to wait as long as if they had stayed, and nothing else of the conversation is left', async () => {
    const phone = platforms.phone('zalo', RESIDENT);
    await exchange(phone, () => phone.say('mã otp là gì'), /OTP/);
    await exchange(phone, () => phone.say('xem hồ sơ'), /gõ mã hồ sơ/);
    for (let guess = 1; guess <= FREE_GUESSES; guess += 1) {
      await exchange(phone, () => phone.say(NO_CODE), /gõ mã PIN/);
      const answer = guess === FREE_GUESSES ? /tạm dừng việc tra cứu/ : /chưa đúng/;
      await exchange(phone, () => phone.say('000111'), answer);
    }
    const conversations = database.db.collection('conversations');
    const before = await conversations.findOne({});
    platforms.zalo.unfollow(RESIDENT);
    platforms.zalo.withdraw(RESIDENT);
    const worked = { kind: 'withdrawal', status: 'done' };
    await until(
      'both to be worked',
      async () => (await database.db.collection('inbox').countDocuments(worked)) === 2,
    );
    const after = await conversations.findOne({});
    expect(String(after?.['sealed']).length).toBeLessThan(String(before?.['sealed']).length / 2);

    platforms.zalo.follow(RESIDENT);
    await exchange(phone, () => phone.say('xem hồ sơ'), /gõ mã hồ sơ/);
    await exchange(phone, () => phone.say(NO_CODE), /gõ mã PIN/);
    await exchange(phone, () => phone.say('000111'), /tạm dừng việc tra cứu/);
  });
});
