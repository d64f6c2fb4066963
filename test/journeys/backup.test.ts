import { randomBytes } from 'node:crypto';
import { appendFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import sharp from 'sharp';
import { createAuditWriter } from '../../adapters/mongo/audit-repository.ts';
import { createFieldCipher } from '../../adapters/mongo/field-cipher.ts';
import { createUnitOfWork } from '../../adapters/mongo/unit-of-work.ts';
import { startApp, type TestApp } from '../support/app.ts';
import { openTestDatabase, type TestDatabase } from '../support/database.ts';
import { openPlatforms, type Platforms } from '../support/platforms.ts';
import { reportScam } from '../support/report-scam.ts';
import { runCommand, type CommandOutcome } from '../support/run-command.ts';

/** The command with the database and key that it is to use. */
function run(
  command: 'backup' | 'restore',
  folder: string,
  database: TestDatabase,
  dataKey: Buffer,
): Promise<CommandOutcome> {
  return runCommand(command, [folder], {
    MONGODB_URI: database.uri,
    MONGODB_DB: database.name,
    DATA_KEY: dataKey.toString('base64'),
  });
}

describe('A backup', () => {
  const dataKey = randomBytes(32);
  let database: TestDatabase;
  let elsewhere: TestDatabase;
  let platforms: Platforms;
  let app: TestApp;
  let folder: string;
  let code: string;
  let written: CommandOutcome;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'commune-backup-'));
    database = await openTestDatabase();
    elsewhere = await openTestDatabase();
    platforms = await openPlatforms();
    app = await startApp(database, platforms, { DATA_KEY: dataKey.toString('base64') });
    const photo = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#c00' } })
      .png()
      .toBuffer();
    ({ code } = await reportScam(platforms.phone('zalo', '8300000000000000055'), photo));
    const unit = createUnitOfWork(database.client, database.db);
    const audit = createAuditWriter(database.db, unit, createFieldCipher(dataKey));
    const seen = {
      staffId: 's-1',
      staffName: 'Trung úy Bình',
      action: 'report-viewed',
      detail: null,
    } as const;
    for (const subject of ['r-1', 'r-2']) audit.record({ at: new Date(), subject, ...seen });
    await unit.commit();
    written = await run('backup', folder, database, dataKey);
  });
  afterAll(async () => {
    await app.stop();
    await platforms.close();
    await Promise.all([database.close(), elsewhere.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  const all = (from: TestDatabase, collection: string) =>
    from.db.collection(collection).find().sort({ _id: 1 }).toArray();

  it('is written while the program runs, and says what it holds', () => {
    expect(written.printed).toMatch(/1 hồ sơ, 1 tệp chứng cứ, 94 bài viết, 2 mục nhật ký/);
    expect(written).toMatchObject({ exitCode: 0, printed: expect.stringMatching(/^ĐẠT/m) });
  });

  it('holds nothing readable of a resident, nor the configured key', async () => {
    const held = await Promise.all(
      ['reports', 'inbox', 'outbox', 'conversations', 'manifest'].map((name) =>
        readFile(path.join(folder, name === 'manifest' ? 'manifest.json' : `${name}.bson`), 'latin1'),
      ),
    );
    expect(held.join('')).toContain(code);
    expect(held.join('')).not.toMatch(/0912345678|NGUYEN VAN A/);
    await expect(readFile(path.join(folder, 'data-key'))).rejects.toThrow('ENOENT');
  });

  it('is refused under another key before anything is written', async () => {
    const refused = await run('restore', folder, elsewhere, randomBytes(32));
    expect(refused).toMatchObject({ exitCode: 1, printed: expect.stringMatching(/KHÔNG ĐẠT.*khóa khác/) });
    expect(await elsewhere.db.collection('articles').countDocuments()).toBe(0);
  });

  it('gives back the same reports, articles, evidence and audit chain', async () => {
    const restored = await run('restore', folder, elsewhere, dataKey);
    expect(restored.printed).toMatch(/1 hồ sơ, 1 tệp chứng cứ, 94 bài viết, 2 mục nhật ký/);
    expect(restored).toMatchObject({ exitCode: 0, printed: expect.stringMatching(/^ĐẠT/m) });
    for (const collection of ['reports', 'articles', 'audit', 'staff', 'evidence.files', 'evidence.chunks'])
      expect(await all(elsewhere, collection)).toEqual(await all(database, collection));
  });

  it('is refused where the database is not empty', async () => {
    const refused = await run('restore', folder, elsewhere, dataKey);
    expect(refused).toMatchObject({ exitCode: 1, printed: expect.stringMatching(/đã có dữ liệu/) });
    expect(await elsewhere.db.collection('reports').countDocuments()).toBe(1);
  });

  it('is never written into a folder that holds something', async () => {
    const refused = await run('backup', folder, database, dataKey);
    expect(refused).toMatchObject({ exitCode: 1, printed: expect.stringMatching(/Thư mục đã có tệp/) });
  });

  it('that was changed afterwards is refused, and nothing of it is written', async () => {
    await appendFile(path.join(folder, 'reports.bson'), await readFile(path.join(folder, 'reports.bson')));
    await elsewhere.db.dropDatabase();
    const refused = await run('restore', folder, elsewhere, dataKey);
    expect(refused).toMatchObject({ exitCode: 1, printed: expect.stringMatching(/bị hỏng hoặc bị sửa/) });
    expect(await elsewhere.db.collection('articles').countDocuments()).toBe(0);
  });

  it('that was never finished is refused', async () => {
    await rm(path.join(folder, 'manifest.json'));
    const refused = await run('restore', folder, elsewhere, dataKey);
    expect(refused).toMatchObject({ exitCode: 1, printed: expect.stringMatching(/hoàn chỉnh/) });
  });
});
