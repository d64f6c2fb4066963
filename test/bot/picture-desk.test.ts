import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ensureIndexes } from '../../adapters/mongo/ensure-indexes.ts';
import { createEvidenceStore } from '../../adapters/mongo/evidence-store.ts';
import { createFieldCipher } from '../../adapters/mongo/field-cipher.ts';
import { createPictureWords } from '../../adapters/mongo/picture-words.ts';
import { createPictureDesk } from '../../bot/picture-desk.ts';
import type { EvidenceStore, PictureWords } from '../../reports/evidence-ports.ts';
import { NOW } from '../reports/report-builder.ts';
import type { TestDatabase } from '../support/database.ts';
import { openTestDatabase } from '../support/database.ts';
import { until } from '../support/until.ts';

const cipher = createFieldCipher(randomBytes(32));

describe('the desk where pictures are read', () => {
  let database: TestDatabase;
  let evidence: EvidenceStore;
  let kept: PictureWords;
  beforeAll(async () => {
    database = await openTestDatabase();
    await ensureIndexes(database.db);
    evidence = createEvidenceStore(database.db, cipher);
    kept = createPictureWords(database.db, cipher);
  });
  afterAll(() => database.close());

  const put = (id: string, mediaType = 'image/png') =>
    evidence.put({
      id,
      kind: 'image',
      name: 'ảnh.png',
      mediaType,
      bytes: Buffer.from(`bytes of ${id}`),
      arrivedAt: NOW,
    });

  /** Reads as words what the bytes are, and counts. */
  function createDesk() {
    const looked: string[] = [];
    const desk = createPictureDesk({
      evidence,
      kept,
      reader: {
        read: (bytes) => {
          looked.push(Buffer.from(bytes).toString());
          return Promise.resolve(looked.at(-1)?.includes('blank') === true ? null : 'words');
        },
        stop: () => Promise.resolve(),
      },
    });
    const readAll = async (...ids: string[]): Promise<void> => {
      desk.read(ids);
      await until('all pictures read', async () => (await desk.words(ids)).size === ids.length);
    };
    return { desk, looked, readAll };
  }

  it('keeps the words encrypted beside the file, whose bytes and hash stay as they were', async () => {
    const before = await put('p-1');
    const { desk, readAll } = createDesk();
    await readAll('p-1');
    expect(await desk.words(['p-1', 'unknown'])).toEqual(new Map([['p-1', 'words']]));
    const file = await database.db.collection('evidence.files').findOne({ 'metadata.evidenceId': 'p-1' });
    expect(JSON.stringify(file)).not.toContain('"words":"words"');
    expect(await put('p-1')).toEqual(before);
  });

  it('reads a picture once, however often it is asked for and by how many programs', async () => {
    await put('p-2');
    const first = createDesk();
    first.desk.read(['p-2', 'p-2']);
    await first.readAll('p-2');
    const second = createDesk();
    second.desk.read(['p-2']);
    await put('p-3');
    await second.readAll('p-3');
    expect([...first.looked, ...second.looked]).toEqual(['bytes of p-2', 'bytes of p-3']);
  });

  it('remembers that there is nothing to read, and does not open what is no picture', async () => {
    await put('blank');
    await put('p-4', 'application/pdf');
    const { desk, looked, readAll } = createDesk();
    await readAll('blank', 'p-4');
    expect(await desk.words(['blank', 'p-4'])).toEqual(
      new Map([
        ['blank', null],
        ['p-4', null],
      ]),
    );
    expect(looked).toEqual(['bytes of blank']);
  });

  it('leaves unread what it could not look at, so that it is tried again', async () => {
    await put('p-5');
    const { desk } = createDesk();
    await desk.stop();
    desk.read(['p-5']);
    expect(await desk.words(['p-5'])).toEqual(new Map());
    await createDesk().readAll('p-5');
  });
});
