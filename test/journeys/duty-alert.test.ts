import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startApp, type TestApp } from '../support/app.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openPlatforms, type Platforms } from '../support/platforms.ts';
import { exchange } from '../support/report-scam.ts';
import { until } from '../support/until.ts';

const RESIDENT = '8300000000000000077';

describe('Somebody who needs help now', () => {
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

  it('is on the duty officer’s strip and in the log at once, without a word of theirs or who they are', async () => {
    const phone = platforms.phone('zalo', RESIDENT);
    await exchange(phone, () => phone.say('tôi vừa chuyển 20 triệu cho bọn lừa đảo'), /Đừng chuyển thêm/);
    const stored = await database.db.collection('alerts').find().toArray();
    expect(stored).toMatchObject([{ kind: 'card', slug: 'sos-vua-chuyen-tien', urgency: 'P1', open: true }]);
    expect(JSON.stringify(stored)).not.toMatch(/20 triệu|8300000000000000077/);
    const line = await until('the log line', () => /.*duty alert.*/.exec(app.logs())?.[0] ?? null);
    expect(JSON.parse(line)).toMatchObject({ channel: 'zalo', name: 'sos-vua-chuyen-tien', code: 'P1' });
    expect(line).not.toContain(RESIDENT);
  });
});
