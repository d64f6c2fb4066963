import { createHash, randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Binary, ObjectId } from 'mongodb';
import { ensureIndexes } from '../../../adapters/mongo/ensure-indexes.ts';
import { createEvidenceStore } from '../../../adapters/mongo/evidence-store.ts';
import { createFieldCipher } from '../../../adapters/mongo/field-cipher.ts';
import type { EvidenceStore } from '../../../reports/evidence-ports.ts';
import { NOW } from '../../reports/report-builder.ts';
import { openDatabaseLine } from '../../support/database-line.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';

const cipher = createFieldCipher(randomBytes(32));

describe('the evidence store', () => {
  let database: TestDatabase;
  let store: EvidenceStore;
  beforeAll(async () => {
    database = await openTestDatabase();
    await ensureIndexes(database.db);
    store = createEvidenceStore(database.db, cipher);
  });
  afterAll(() => database.close());

  const photo = (id: string, bytes: Uint8Array = randomBytes(700_000)) => ({
    id,
    kind: 'image' as const,
    name: 'ảnh chụp.jpg',
    mediaType: 'image/jpeg',
    bytes,
    arrivedAt: NOW,
  });

  it('gives back the very bytes with name and type, and their SHA-256 on arrival', async () => {
    const input = photo('e-1');
    const evidence = await store.put(input);
    expect(evidence).toEqual({
      id: 'e-1',
      kind: 'image',
      name: 'ảnh chụp.jpg',
      mediaType: 'image/jpeg',
      sizeBytes: 700_000,
      sha256: createHash('sha256').update(input.bytes).digest('hex'),
      arrivedAt: NOW,
      state: 'stored',
      note: null,
    });
    const read = await store.read('e-1');
    expect(read?.bytes).toEqual(input.bytes);
    expect(read).toMatchObject({ name: 'ảnh chụp.jpg', mediaType: 'image/jpeg' });
  });

  it('an empty file is evidence too', async () => {
    await store.put(photo('e-empty', new Uint8Array()));
    expect((await store.read('e-empty'))?.bytes).toHaveLength(0);
  });

  it('what was never stored is null', async () => {
    expect(await store.read('nothing')).toBeNull();
  });

  it('the original is never replaced: storing the same id again gives what is there', async () => {
    const first = await store.put(photo('e-2'));
    const again = await store.put(photo('e-2', Buffer.from('other bytes')));
    expect(again).toEqual(first);
  });

  it('two arrivals of the same evidence at once leave one copy and no loose pieces', async () => {
    const before = await database.db.collection('evidence.chunks').countDocuments();
    const input = photo('e-3');
    const [one, other] = await Promise.all([
      store.put(input),
      createEvidenceStore(database.db, cipher).put(input),
    ]);
    expect(one).toEqual(other);
    expect(
      await database.db.collection('evidence.files').countDocuments({ 'metadata.evidenceId': 'e-3' }),
    ).toBe(1);
    const pieces = Math.ceil(700_028 / 261_120);
    expect(await database.db.collection('evidence.chunks').countDocuments()).toBe(before + pieces);
    expect((await store.read('e-3'))?.bytes).toEqual(input.bytes);
  });

  it('what there is no room for is refused by name, and what is stored stays', async () => {
    let refused = 0;
    const { db } = database;
    const [used] = await db
      .collection('evidence.files')
      .aggregate([{ $group: { _id: null, bytes: { $sum: '$length' } } }])
      .toArray();
    const quotaBytes = Number(used?.['bytes'] ?? 0) + 1_000_000;
    const residentBytesPerDay = Number.POSITIVE_INFINITY;
    const onFull = () => (refused += 1);
    const small = createEvidenceStore(db, cipher, { quotaBytes, residentBytesPerDay, onFull });
    const first = await small.put(photo('e-room'));
    expect(first.state).toBe('stored');
    expect(await small.put(photo('e-no-room'))).toMatchObject({
      name: 'ảnh chụp.jpg',
      state: 'failed',
      note: 'storage-full',
      sha256: null,
    });
    expect(refused).toBe(1);
    expect(await small.read('e-no-room')).toBeNull();
    expect(await small.put(photo('e-room'))).toEqual(first);
  });

  it('one resident cannot take all the room: a day’s amount is theirs, the next day and other people have their own', async () => {
    const quotaBytes = Number.POSITIVE_INFINITY;
    const limits = { quotaBytes, residentBytesPerDay: 1_000_000, onFull: () => undefined };
    const limited = createEvidenceStore(database.db, cipher, limits);
    const sent = async (id: string, residentKey: string, arrivedAt: Date) =>
      (await limited.put({ ...photo(id), residentKey, arrivedAt })).note;
    const [today, tomorrow] = [new Date('2026-11-22T08:00:00Z'), new Date('2026-11-23T08:00:01Z')];
    expect(await sent('e-day-1', 'greedy', today)).toBeNull();
    expect(await sent('e-day-2', 'greedy', today)).toBe('too-much-today');
    expect(await sent('e-day-3', 'other', today)).toBeNull();
    expect(await sent('e-day-4', 'greedy', tomorrow)).toBeNull();
  });

  it('a file whose storing was done though its answer was lost stays whole', async () => {
    const line = await openDatabaseLine(database.uri);
    const client = await line.connect();
    const behindTheLine = createEvidenceStore(client.db(database.name), cipher);
    await behindTheLine.read('nothing');
    const input = photo('e-lost-answer');
    line.loseAnswerTo('fileKey');
    await expect(behindTheLine.put(input)).rejects.toThrow();
    expect((await behindTheLine.put(input)).state).toBe('stored');
    expect((await store.read(input.id))?.bytes).toEqual(input.bytes);
    await client.close();
    line.close();
  });

  const fileOf = async (id: string) => {
    const file = await database.db.collection('evidence.files').findOne({ 'metadata.evidenceId': id });
    if (file === null) throw new Error(`No file ${id}`);
    return file;
  };

  it('a changed byte is noticed when the evidence is read', async () => {
    await store.put(photo('e-4'));
    const chunks = database.db.collection('evidence.chunks');
    const chunk = await chunks.findOne<{ _id: ObjectId; data: Binary }>({
      files_id: (await fileOf('e-4'))._id,
      n: 1,
    });
    if (chunk === null) throw new Error('The second piece is missing');
    const data = Buffer.from(chunk.data.buffer);
    data[1000] = (data[1000] ?? 0) ^ 1;
    await chunks.updateOne({ _id: chunk._id }, { $set: { data } });
    await expect(store.read('e-4')).rejects.toMatchObject({ code: 'evidence-damaged' });
  });

  it('a hash that was changed afterwards is noticed', async () => {
    await store.put(photo('e-5'));
    await database.db
      .collection('evidence.files')
      .updateOne({ 'metadata.evidenceId': 'e-5' }, { $set: { 'metadata.sha256': 'ab'.repeat(32) } });
    await expect(store.read('e-5')).rejects.toMatchObject({ code: 'evidence-damaged' });
  });

  it('the bytes of one piece of evidence cannot be passed off as another', async () => {
    await store.put(photo('e-6'));
    await store.put(photo('e-7'));
    const files = database.db.collection('evidence.files');
    const foreign = await fileOf('e-7');
    await files.deleteOne({ _id: (await fileOf('e-6'))._id });
    await files.updateOne({ _id: foreign._id }, { $set: { 'metadata.evidenceId': 'e-6' } });
    await expect(store.read('e-6')).rejects.toMatchObject({ code: 'evidence-damaged' });
  });
});
