import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SUBSCRIBED_FIELDS } from '../../../adapters/messenger/index.ts';
import { pageFace } from '../../../bot/commands/channels/page-face.ts';
import { readAction } from '../../../dialogs/buttons.ts';
import { openTestDatabase, type TestDatabase } from '../../support/database.ts';
import { openPlatforms, type Platforms } from '../../support/platforms.ts';

const run = promisify(execFile);

describe('npm run channels', () => {
  let database: TestDatabase;
  let platforms: Platforms;
  const dataKey = randomBytes(32).toString('base64');
  beforeAll(async () => {
    database = await openTestDatabase();
    platforms = await openPlatforms();
  });
  afterAll(async () => {
    await platforms.close();
    await database.close();
  });

  const channels = async (command: string, environment: Readonly<Record<string, string>>) => {
    const { stdout } = await run(process.execPath, ['--import', 'tsx', 'bot/commands/channels.ts', command], {
      env: {
        ...environment,
        MONGODB_URI: database.uri,
        MONGODB_DB: database.name,
        DATA_KEY: dataKey,
      },
    });
    return stdout;
  };

  it('status tells what is missing, setup sets it, and status then shows it', async () => {
    expect(await channels('status', platforms.environment)).toMatch(/thiếu .*messaging_handovers/);
    const after = await channels('setup', platforms.environment);
    expect(after).toMatch(/Đăng ký sự kiện +đủ/);
    expect(after).toMatch(/nút Bắt đầu, menu, câu hỏi gợi ý, lời chào/);
    expect(after).toMatch(/zalo\n.*có\n.*còn hiệu lực/);
    expect(platforms.messenger.page.subscribedFields()).toEqual([...SUBSCRIBED_FIELDS]);
    expect(platforms.messenger.page.profile().greeting?.[0]?.text).toContain('gọi 113');
  }, 180_000);

  it('without credentials it says so, and setup refuses', async () => {
    expect(await channels('status', {})).toMatch(/zalo\n.*chưa đặt\n.*chưa có trong 7 ngày/);
    await expect(channels('setup', {})).rejects.toThrow(/MESSENGER_/);
  }, 180_000);

  it('what the Page shows leads where the dialogs can go, within Meta’s limits', () => {
    const { greeting, questions, menu } = pageFace('x'.repeat(60));
    expect(greeting.length).toBeLessThanOrEqual(160);
    for (const { action } of [...questions, ...menu])
      expect(readAction(action)).toMatchObject({ kind: 'go' });
  });
});
