import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createEvidenceShelf } from '../../adapters/mongo/evidence-shelf.ts';
import { createEvidenceStore } from '../../adapters/mongo/evidence-store.ts';
import { createFieldCipher, type FieldCipher } from '../../adapters/mongo/field-cipher.ts';
import { createLog } from '../../bot/logging.ts';
import { roadCollections } from '../../bot/road/documents.ts';
import { createEvidenceSweep } from '../../bot/road/evidence-sweep.ts';
import type { Phone } from '../support/platforms.ts';
import { openProduct, type Product } from '../support/product.ts';
import { pictureOf } from '../support/receipt-picture.ts';
import { exchange, reportScam } from '../support/report-scam.ts';

const HOUR_MS = 3_600_000;

describe('Files that belong to nothing any more', () => {
  let product: Product;
  let picture: Buffer;
  let cipher: FieldCipher;
  beforeAll(async () => {
    product = await openProduct();
    cipher = createFieldCipher(product.dataKey);
    picture = await pictureOf(['Chào chị']);
  });
  afterAll(() => product.close());

  const files = () =>
    product.database.db.collection<{ metadata: { evidenceId: string; loose?: boolean } }>('evidence.files');
  const store = () => createEvidenceStore(product.database.db, cipher);

  /** As the program would, so many hours from now. */
  const sweepAfter = (hours: number): Promise<void> =>
    createEvidenceSweep({
      shelf: createEvidenceShelf(product.database.db),
      collections: roadCollections(product.database.db),
      cipher,
      clock: () => new Date(Date.now() + hours * HOUR_MS),
      log: createLog('error', new PassThrough().resume()),
    }).sweep();

  /** Sends a photo and gives its evidence id. */
  const photo = async (phone: Phone, answer: RegExp): Promise<string> => {
    const before = new Set((await files().find().toArray()).map(({ _id }) => String(_id)));
    await exchange(phone, () => phone.photo(picture), answer);
    const added = (await files().find().toArray()).find(({ _id }) => !before.has(String(_id)));
    return added?.metadata.evidenceId ?? 'none';
  };
  const isStored = async (id: string): Promise<boolean> => (await store().read(id)) !== null;

  const beginReport = async (phone: Phone): Promise<string> => {
    await exchange(phone, () => phone.say('báo cáo lừa đảo'), /đồng ý để bắt đầu/);
    return photo(phone, /Đã nhận 1 ảnh/);
  };

  it('are deleted a day after a report was given up, with every byte', async () => {
    const phone = product.platforms.phone('zalo', '8300000000000000090');
    const id = await beginReport(phone);
    await exchange(phone, () => phone.say('hủy'), /Đã bỏ|bỏ hẳn/);
    await sweepAfter(23);
    expect(await isStored(id)).toBe(true);
    const chunks = await product.database.db.collection('evidence.chunks').countDocuments();
    await sweepAfter(25);
    expect(await isStored(id)).toBe(false);
    expect(await product.database.db.collection('evidence.chunks').countDocuments()).toBeLessThan(chunks);
  });

  it('are kept while a half-done report is, and deleted when its seven days are over', async () => {
    const phone = product.platforms.phone('messenger', '8300000000000000091');
    const id = await beginReport(phone);
    await exchange(phone, () => phone.say('để sau'), /7 ngày/);
    await sweepAfter(6 * 24);
    expect(await isStored(id)).toBe(true);
    await sweepAfter(7 * 24 + 1);
    expect(await isStored(id)).toBe(false);
  });

  it('are kept while the resident is asked what they are for, and deleted when they were sent by mistake', async () => {
    const phone = product.platforms.phone('zalo', '8300000000000000092');
    const id = await photo(phone, /dùng vào việc gì/);
    await sweepAfter(48);
    expect(await isStored(id)).toBe(true);
    await exchange(phone, () => phone.tap('Gửi nhầm'), /không được dùng/);
    await sweepAfter(48);
    expect(await isStored(id)).toBe(false);
  });

  it('are never those of a report', async () => {
    await reportScam(product.platforms.phone('zalo', '8300000000000000093'), picture);
    const report = await product.database.db.collection<{ evidence: { id: string }[] }>('reports').findOne();
    const id = report?.evidence[0]?.id ?? 'none';
    await sweepAfter(200 * 24);
    await sweepAfter(400 * 24);
    expect(await isStored(id)).toBe(true);
    expect((await files().findOne({ 'metadata.evidenceId': id }))?.metadata.loose).toBeUndefined();
  });

  it('are kept for a message that waits or was given up and may be worked again', async () => {
    const lane = 'a lane without a conversation';
    const input = { kind: 'image', name: 'a.png', mediaType: 'image/png', bytes: picture } as const;
    await store().put({ ...input, id: 'unworked', arrivedAt: new Date(), residentKey: lane });
    const { inbox } = roadCollections(product.database.db);
    const some = await inbox.findOne();
    if (some === null) throw new Error('There is no event');
    await inbox.insertOne({ ...some, _id: 'waits', lane, status: 'dead', expiresAt: null });
    await sweepAfter(48);
    expect(await isStored('unworked')).toBe(true);
    await inbox.updateOne({ _id: 'waits' }, { $set: { status: 'done' } });
    await sweepAfter(48);
    expect(await isStored('unworked')).toBe(false);
  });
});
