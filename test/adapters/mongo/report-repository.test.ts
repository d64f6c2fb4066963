import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Binary } from 'mongodb';
import { ensureIndexes } from '../../../adapters/mongo/ensure-indexes.ts';
import { createFieldCipher } from '../../../adapters/mongo/field-cipher.ts';
import { createHandoverWriter } from '../../../adapters/mongo/handover-repository.ts';
import { createAuditWriter } from '../../../adapters/mongo/audit-repository.ts';
import { createEvidenceStore } from '../../../adapters/mongo/evidence-store.ts';
import { createReportReader, createReportWriter } from '../../../adapters/mongo/report-repository.ts';
import { createUnitOfWork } from '../../../adapters/mongo/unit-of-work.ts';
import { addToReport } from '../../../reports/add-to-report.ts';
import { changeStatus } from '../../../reports/change-status.ts';
import { requestHandover } from '../../../reports/handover.ts';
import { note } from '../../../reports/note.ts';
import { writeToResident } from '../../../reports/write-to-resident.ts';
import { reportRepositoryContract } from '../../contracts/report-repository-contract.ts';
import {
  ADDRESS,
  LATER,
  NOW,
  OFFICER,
  SECRETS,
  changed,
  evidenceOf,
  nextId,
  reportOf,
} from '../../reports/report-builder.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';

const cipher = createFieldCipher(randomBytes(32));

reportRepositoryContract('MongoDB', async () => {
  const database = await openTestDatabase();
  await ensureIndexes(database.db);
  return {
    reader: createReportReader(database.db, cipher),
    write: async (act) => {
      const unit = createUnitOfWork(database.client, database.db);
      act(createReportWriter(unit, cipher));
      await unit.commit();
    },
    close: database.close,
  };
});

describe('what is at rest', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
    await ensureIndexes(database.db);
  });
  afterAll(() => database.close());

  /** Every document of every collection, bytes of files included, as one text. */
  const dump = async (): Promise<string> => {
    const collections = await database.db.listCollections().toArray();
    const texts = collections.map(async ({ name }) => {
      const documents = await database.db.collection<{ data?: Binary }>(name).find({}).toArray();
      const chunks = documents.map(({ data }) =>
        data === undefined ? '' : Buffer.from(data.buffer).toString('latin1'),
      );
      return JSON.stringify(documents) + chunks.join('');
    });
    return (await Promise.all(texts)).join('\n');
  };

  it('no name, number, message, note or evidence is readable in the database', async () => {
    const unit = createUnitOfWork(database.client, database.db);
    const writer = createReportWriter(unit, cipher);
    const report = reportOf();
    writer.add(report);
    const more = {
      messageId: nextId(),
      text: 'Họ gọi lại lần nữa đòi thêm',
      evidence: [evidenceOf({ kind: 'link', name: 'trang giả', note: 'https://gia-mao.top/lan' })],
      indicators: [],
      now: LATER,
    };
    const added = changed(addToReport(report, more));
    writer.save(added);
    const noted = changed(note(added, { text: 'Chị Hương ở thôn Đông', by: OFFICER, now: LATER }));
    writer.save(noted);
    writer.save(
      changed(
        writeToResident(noted, { id: nextId(), text: 'Mời chị Hương lên trụ sở', by: OFFICER, now: LATER }),
      ),
    );
    createHandoverWriter(unit, cipher).add(
      requestHandover({
        id: nextId(),
        address: ADDRESS,
        residentKey: 'k',
        urgent: true,
        firstWords: 'Tôi là Hương đây',
        now: NOW,
      }),
    );
    createAuditWriter(database.db, unit, cipher).record({
      at: NOW,
      staffId: 'staff-1',
      staffName: 'Bình',
      action: 'report-viewed',
      subject: report.id,
      detail: 'xem theo yêu cầu của chị Hương',
    });
    await unit.commit();
    await createEvidenceStore(database.db, cipher).put({
      id: 'evidence-1',
      kind: 'image',
      name: SECRETS.evidenceName,
      mediaType: 'image/jpeg',
      bytes: Buffer.from('chữ trong ảnh của chị Hương'),
      arrivedAt: NOW,
    });

    const raw = await dump();
    expect(raw).toContain(report.code);
    const secrets = [
      ...Object.values(SECRETS),
      ADDRESS.userId,
      'Hương',
      'Họ gọi lại',
      'gia-mao.top',
      'trang giả',
      'thôn Đông',
      'trụ sở',
      '84987654321',
      'chữ trong ảnh',
    ];
    expect(secrets.filter((secret) => raw.includes(secret))).toEqual([]);
  });

  it('a stored report that is not one is named, without its content', async () => {
    const report = reportOf();
    const unit = createUnitOfWork(database.client, database.db);
    createReportWriter(unit, cipher).add(report);
    await unit.commit();
    await database.db.collection('reports').updateOne({ code: report.code }, { $set: { status: 'burnt' } });
    await expect(createReportReader(database.db, cipher).byId(report.id)).rejects.toMatchObject({
      code: 'undecodable',
      message: 'A document in reports does not decode at status',
    });
  });

  it('a report is not opened with another data key', async () => {
    const report = reportOf();
    const unit = createUnitOfWork(database.client, database.db);
    createReportWriter(unit, cipher).add(report);
    await unit.commit();
    const stranger = createReportReader(database.db, createFieldCipher(randomBytes(32)));
    await expect(stranger.byId(report.id)).rejects.toMatchObject({ code: 'undecodable' });
  });

  it('outside sees the fields that the contract names', async () => {
    const report = changed(changeStatus(reportOf(), { to: 'received', by: OFFICER, note: null, now: LATER }));
    const unit = createUnitOfWork(database.client, database.db);
    createReportWriter(unit, cipher).add(report);
    await unit.commit();
    const stored = await database.db.collection('reports').findOne({ code: report.code });
    expect(stored).toMatchObject({
      code: report.code,
      category: 'C01',
      status: 'received',
      urgency: 'P2',
      channel: 'zalo',
      createdAt: NOW,
      history: [{ action: 'submitted' }, { action: 'status-changed', from: 'new', to: 'received' }],
      messages: [],
      evidence: [{ kind: 'image' }],
      indicators: [{ kind: 'phone' }],
    });
  });
});
