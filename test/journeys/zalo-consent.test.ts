import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createFieldCipher } from '../../adapters/mongo/field-cipher.ts';
import { createStaffRepository } from '../../adapters/mongo/staff-repository.ts';
import { createUuidV7 } from '../../bot/uuid-v7.ts';
import { signedIn } from '../console/visitor.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openPlatforms, type Platforms } from '../support/platforms.ts';
import { exchange } from '../support/report-scam.ts';
import { until } from '../support/until.ts';

const RESIDENT = '8300000000000000088';

describe('An account that took its permission back', () => {
  let database: TestDatabase;
  let platforms: Platforms;
  let app: TestApp;
  const dataKey = randomBytes(32);
  beforeAll(async () => {
    database = await openTestDatabase();
    platforms = await openPlatforms();
    app = await startApp(database, platforms, { DATA_KEY: dataKey.toString('base64') });
  });
  afterAll(async () => {
    await app.stop();
    await platforms.close();
    await database.close();
  });

  it('is shown to the administrator, whose consent lets answers out again', async () => {
    const phone = platforms.phone('zalo', RESIDENT);
    await exchange(phone, () => phone.say('menu'), /./);
    const heard = phone.received().length;
    platforms.zalo.revokePermission();
    phone.say('menu');
    const now = () => new Date();
    const { visitor } = await signedIn(
      {
        url: app.origin,
        clock: { now: now() },
        deps: {
          newId: createUuidV7(now),
          staff: createStaffRepository(database.db, createFieldCipher(dataKey)),
        },
      },
      'admin',
    );
    await until('the console to tell', async () =>
      (await visitor.get('/console/he-thong')).text.includes('Cần cấp lại quyền'),
    );
    expect((await visitor.get('/console/he-thong')).text).toMatch(/permission_revoked/);
    expect(phone.received()).toHaveLength(heard);

    const page = await visitor.get('/console/he-thong/zalo');
    const link = /href="([^"]+\/v4\/oa\/permission[^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&');
    const agreed = await fetch(link ?? '', { redirect: 'manual' });
    const back = new URL(agreed.headers.get('location') ?? '');
    expect(back.pathname).toBe('/console/he-thong/zalo/xong');
    const done = await visitor.get(`${back.pathname}${back.search}`);
    expect(done.location).toBe('/console/he-thong?xong=consent');

    const other = platforms.phone('zalo', '8300000000000000089');
    await exchange(other, () => other.say('menu'), /./);
    const after = await visitor.get('/console/he-thong');
    expect(after.text).toContain('Hoạt động');
    expect(after.text).not.toContain('Cần cấp lại quyền');
  });
});
