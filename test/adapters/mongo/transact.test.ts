import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { auditChainKey, createAuditLog } from '../../../adapters/mongo/audit-repository.ts';
import { ensureIndexes } from '../../../adapters/mongo/ensure-indexes.ts';
import { createFieldCipher } from '../../../adapters/mongo/field-cipher.ts';
import { createReportReader } from '../../../adapters/mongo/report-repository.ts';
import { createTransact } from '../../../adapters/mongo/transact.ts';
import { verifyChain } from '../../../reports/audit-chain.ts';
import { changeStatus } from '../../../reports/change-status.ts';
import { note } from '../../../reports/note.ts';
import type { AuditEntry, Transact } from '../../../reports/ports.ts';
import { LATER, NOW, OFFICER, changed, reportOf } from '../../reports/report-builder.ts';
import type { TestDatabase } from '../../support/database.ts';
import { openTestDatabase } from '../../support/database.ts';

const cipher = createFieldCipher(randomBytes(32));

const entryOf = (subject: string, detail: string | null = null): AuditEntry => ({
  at: NOW,
  staffId: 'staff-1',
  staffName: 'Bình',
  action: 'report-viewed',
  subject,
  detail,
});

describe('acts of staff', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase();
    await ensureIndexes(database.db);
  });
  afterAll(() => database.close());

  const openTransact = (): Transact =>
    createTransact({
      client: database.client,
      db: database.db,
      cipher,
      outbox: (unit) => ({
        queue: ({ text }) => {
          unit.stage('outbox', { insertOne: { document: { text } } });
        },
      }),
    });
  const chain = () => verifyChain(auditChainKey(cipher), createAuditLog(database.db, cipher).links());

  it('report, audit and message are committed together', async () => {
    const report = reportOf();
    await openTransact()((work) => {
      work.reports.add(report);
      work.audit.record(entryOf(report.id));
      work.outbox.queue({ address: report.reporter.address, text: 'm-1', author: 'system', report: null });
      return Promise.resolve();
    });
    expect(await createReportReader(database.db, cipher).byId(report.id)).not.toBeNull();
    expect(await createAuditLog(database.db, cipher).ofSubject(report.id, 5)).toEqual([entryOf(report.id)]);
    expect(await database.db.collection('outbox').countDocuments({ text: 'm-1' })).toBe(1);
  });

  it('an act that throws changes nothing', async () => {
    const report = reportOf();
    const act = openTransact()((work) => {
      work.reports.add(report);
      work.audit.record(entryOf(report.id));
      return Promise.reject(new Error('changed my mind'));
    });
    await expect(act).rejects.toThrow('changed my mind');
    expect(await createReportReader(database.db, cipher).byId(report.id)).toBeNull();
    expect(await createAuditLog(database.db, cipher).ofSubject(report.id, 5)).toEqual([]);
  });

  it('an act overtaken by another runs again from its reads', async () => {
    const report = reportOf();
    const transact = openTransact();
    const reader = createReportReader(database.db, cipher);
    await transact((work) => {
      work.reports.add(report);
      return Promise.resolve();
    });
    const addNote = (text: string) =>
      transact(async (work) => {
        const current = await reader.byId(report.id);
        if (current === null) throw new Error('The report is gone');
        work.reports.save(changed(note(current, { text, by: OFFICER, now: LATER })));
      });
    await Promise.all(['một', 'hai', 'ba', 'bốn'].map(addNote));
    const notes = (await reader.byId(report.id))?.history.map((entry) => entry.note) ?? [];
    expect(notes.filter((text) => text !== null).sort()).toEqual(['ba', 'bốn', 'hai', 'một']);
  });

  it('an act that cannot win is given up with a conflict', async () => {
    const report = reportOf();
    const transact = openTransact();
    await transact((work) => {
      work.reports.add(report);
      return Promise.resolve();
    });
    let tries = 0;
    const stale = {
      ...changed(changeStatus(report, { to: 'received', by: OFFICER, note: null, now: LATER })),
      version: 9,
    };
    const act = transact((work) => {
      tries += 1;
      work.reports.save(stale);
      return Promise.resolve();
    });
    await expect(act).rejects.toMatchObject({ code: 'conflict' });
    expect(tries).toBe(5);
  });

  it('gives back what the act gives back', async () => {
    expect(await openTransact()(() => Promise.resolve('done'))).toBe('done');
  });

  it('acts of two processes at once make one unbroken chain without a gap', async () => {
    const before = await database.db.collection('audit').countDocuments();
    const [one, other] = [openTransact(), openTransact()];
    await Promise.all(
      Array.from({ length: 24 }, (_, index) => {
        const transact = index % 2 === 0 ? one : other;
        return transact((work) => {
          work.audit.record(entryOf('shared', `first of ${index}`));
          work.audit.record(entryOf('shared', `second of ${index}`));
          return Promise.resolve();
        });
      }),
    );
    expect(await chain()).toEqual({ ok: true, count: before + 48 });
  });

  it('the newest entries come first', async () => {
    const transact = openTransact();
    for (const detail of ['a', 'b', 'c']) {
      await transact((work) => {
        work.audit.record(entryOf('ordered', detail));
        return Promise.resolve();
      });
    }
    const log = createAuditLog(database.db, cipher);
    expect((await log.ofSubject('ordered', 2)).map(({ detail }) => detail)).toEqual(['c', 'b']);
    expect((await log.latest(1)).map(({ detail }) => detail)).toEqual(['c']);
  });

  it.each([
    ['a changed entry', { $set: { action: 'nothing-happened' } }],
    ['a changed time', { $set: { at: LATER } }],
    ['a changed hash', { $set: { hash: 'ab'.repeat(32) } }],
  ])('%s breaks the chain', async (_name, update) => {
    const audit = database.db.collection<{ _id: number }>('audit');
    const original = await audit.findOne({ _id: 3 });
    if (original === null) throw new Error('The third link is missing');
    await audit.updateOne({ _id: 3 }, update);
    expect(await chain()).toEqual({ ok: false, brokenAt: 3 });
    await audit.replaceOne({ _id: 3 }, original);
    expect((await chain()).ok).toBe(true);
  });

  it('a removed entry breaks the chain', async () => {
    await database.db.collection<{ _id: number }>('audit').deleteOne({ _id: 2 });
    expect(await chain()).toEqual({ ok: false, brokenAt: 2 });
  });
});
