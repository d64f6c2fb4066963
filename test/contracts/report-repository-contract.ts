import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { addToReport } from '../../reports/add-to-report.ts';
import { assign } from '../../reports/assign.ts';
import { changeStatus } from '../../reports/change-status.ts';
import type { QueueFilter, QueuePlace, QueueRow, ReportReader, ReportWriter } from '../../reports/ports.ts';
import type { Report } from '../../reports/report.ts';
import { withdrawReport } from '../../reports/withdraw-report.ts';
import { writeToResident } from '../../reports/write-to-resident.ts';
import { LATER, OFFICER, changed, nextId, reportOf } from '../reports/report-builder.ts';

export interface ReportRepositoryUnderTest {
  readonly reader: ReportReader;
  /** Stages on one unit and commits it. */
  write(act: (reports: ReportWriter) => void): Promise<void>;
  close(): Promise<void>;
}

/** What every case file keeps, wherever it is stored. */
export function reportRepositoryContract(name: string, open: () => Promise<ReportRepositoryUnderTest>): void {
  describe(`the case file (${name})`, () => {
    let repository: ReportRepositoryUnderTest;
    beforeAll(async () => {
      repository = await open();
    });
    afterAll(() => repository.close());

    const add = async (...reports: Report[]) => {
      await repository.write((writer) => reports.forEach((report) => writer.add(report)));
    };
    const save = (report: Report) => repository.write((writer) => writer.save(report));

    it('a report comes back as it was handed in', async () => {
      const report = reportOf();
      await add(report);
      expect(await repository.reader.byId(report.id)).toEqual(report);
      expect(await repository.reader.byCode(report.code)).toEqual(report);
    });

    it('a report with everything that may happen to it comes back as it was', async () => {
      const first = reportOf();
      await add(first);
      const received = changed(
        changeStatus(first, { to: 'received', by: OFFICER, note: 'đã gọi điện', now: LATER }),
      );
      await save(received);
      const written = changed(
        writeToResident(received, { id: nextId(), text: 'Chào chị', by: OFFICER, now: LATER }),
      );
      await save(written);
      expect(await repository.reader.byId(first.id)).toEqual(written);
    });

    it('what is not there is null', async () => {
      expect(await repository.reader.byId('nobody')).toBeNull();
      expect(await repository.reader.byCode('2222-2222')).toBeNull();
    });

    it('of two officers who changed the same version the second is refused', async () => {
      const report = reportOf();
      await add(report);
      await save(changed(changeStatus(report, { to: 'received', by: OFFICER, note: null, now: LATER })));
      const stale = changed(changeStatus(report, { to: 'rejected', by: OFFICER, note: 'trùng', now: LATER }));
      await expect(save(stale)).rejects.toMatchObject({ code: 'conflict' });
      expect((await repository.reader.byId(report.id))?.status).toBe('received');
    });

    it('sending the same report twice makes one', async () => {
      const report = reportOf();
      await add(report);
      await expect(add(report)).rejects.toMatchObject({ code: 'conflict' });
    });

    it('two reports never have the same code', async () => {
      const report = reportOf();
      await add(report);
      await expect(add(reportOf({ code: report.code }))).rejects.toMatchObject({ code: 'conflict' });
    });

    it('when one change of several is refused, none is made', async () => {
      const [known, fresh] = [reportOf(), reportOf()];
      await add(known);
      await expect(add(fresh, known)).rejects.toMatchObject({ code: 'conflict' });
      expect(await repository.reader.byId(fresh.id)).toBeNull();
    });

    it("a person's own reports come newest first and nobody else's with them", async () => {
      const reporter = { ...reportOf().reporter, key: `key-${nextId()}` };
      const mine = [reportOf({ reporter }), reportOf({ reporter })];
      await add(...mine, reportOf());
      const found = await repository.reader.ofReporter(reporter.key, 10);
      expect(found.map(({ id }) => id)).toEqual([mine[1]?.id, mine[0]?.id]);
    });

    it('people whose reports are asked for at the same time get each their own, though one has many', async () => {
      const reporters = Array.from({ length: 4 }, () => ({
        ...reportOf().reporter,
        key: `key-${nextId()}`,
      }));
      const theirs = reporters.map((reporter, index) =>
        Array.from({ length: index === 3 ? 9 : index }, () => reportOf({ reporter })),
      );
      await add(...theirs.flat());
      const found = await Promise.all(reporters.map(({ key }) => repository.reader.ofReporter(key, 2)));
      expect(found.map((reports) => reports.map(({ id }) => id))).toEqual(
        theirs.map((reports) =>
          reports
            .map(({ id }) => id)
            .toReversed()
            .slice(0, 2),
        ),
      );
    });

    const everyPage = async (filter: Omit<QueueFilter, 'limit' | 'after'>) => {
      const seen: QueueRow[] = [];
      for (let after: QueuePlace | null = null, pages = 0; pages < 9; pages += 1) {
        const page = await repository.reader.queue({ ...filter, limit: 3, ...(after !== null && { after }) });
        seen.push(...page.rows);
        after = page.next;
        if (after === null) break;
      }
      return seen.map(({ id }) => id);
    };

    it('the queue pages newest first through every matching report once', async () => {
      const reports = Array.from({ length: 7 }, () => reportOf({ category: 'C12' }));
      await add(...reports, reportOf({ category: 'C13' }));
      expect(await everyPage({ categories: ['C12'] })).toEqual(reports.map(({ id }) => id).reverse());
    });

    it('the queue by urgency pages through the most urgent first, of equal ones the oldest', async () => {
      const urgencies = ['P3', 'P1', 'P3', 'P0', 'P1', 'P3', 'P1', 'P4'] as const;
      const reports = urgencies.map((urgency) => reportOf({ category: 'C09', urgency }));
      await add(...reports, reportOf({ category: 'C10', urgency: 'P0' }));
      const expected = [3, 1, 4, 6, 0, 2, 5, 7].map((index) => reports[index]?.id);
      const filter = { statuses: ['new'], categories: ['C09'], mostUrgentFirst: true } as const;
      expect(await everyPage(filter)).toEqual(expected);
    });

    it('the queue filters by status, urgency, channel and code', async () => {
      const report = reportOf({ category: 'C14', urgency: 'P0' });
      await add(report, reportOf({ category: 'C14', urgency: 'P1' }));
      const idsOf = async (filter: Parameters<ReportReader['queue']>[0]) =>
        (await repository.reader.queue(filter)).rows.map(({ id }) => id);
      expect(await idsOf({ categories: ['C14'], urgencies: ['P0'], limit: 9 })).toEqual([report.id]);
      expect(await idsOf({ categories: ['C14'], statuses: ['closed'], limit: 9 })).toEqual([]);
      expect(await idsOf({ categories: ['C14'], channels: ['messenger'], limit: 9 })).toEqual([]);
      expect(await idsOf({ code: report.code, limit: 9 })).toEqual([report.id]);
    });

    it('the queue of a member of staff is what was given to them', async () => {
      const report = reportOf({ category: 'C11' });
      await add(report, reportOf({ category: 'C11' }));
      const staffId = nextId();
      const by = { kind: 'staff', staffId, name: 'Bình' } as const;
      const to = { staffId, name: 'Bình' };
      await save(changed(assign(report, { to, fromName: null, by, now: LATER })));
      const { rows } = await repository.reader.queue({ assignedTo: staffId, limit: 9 });
      expect(rows.map(({ id }) => id)).toEqual([report.id]);
    });

    it('codes are found by report ids, and nothing for other ids', async () => {
      const reports = [reportOf(), reportOf()];
      await add(...reports, reportOf());
      const codes = await repository.reader.codesOf([...reports.map(({ id }) => id), nextId()]);
      expect([...codes].sort()).toEqual(reports.map(({ id, code }) => [id, code]).sort());
    });

    it('a row of the queue says how much evidence there is and what the resident wrote since an officer acted', async () => {
      const report = reportOf({ category: 'C15' });
      await add(report);
      const more = { messageId: nextId(), text: 'Họ lại gọi', evidence: [], indicators: [], now: LATER };
      await save(changed(addToReport(report, more)));
      const page = await repository.reader.queue({ categories: ['C15'], limit: 1 });
      expect(page.rows[0]).toEqual({
        id: report.id,
        code: report.code,
        category: 'C15',
        status: 'new',
        urgency: 'P2',
        channel: 'zalo',
        createdAt: report.createdAt,
        evidenceCount: 1,
        unreadFromResident: 1,
        assignedTo: null,
      });
    });

    it('what the resident wrote or withdrew since an officer acted is found and counted in every status', async () => {
      const { reader } = repository;
      const [quiet, written, closed] = [reportOf(), reportOf(), reportOf()];
      await add(quiet, written, closed);
      const before = await reader.count({ unread: true });
      const more = { messageId: nextId(), text: 'Họ lại gọi', evidence: [], indicators: [], now: LATER };
      await save(changed(addToReport(written, more)));
      await save(changed(withdrawReport(closed, { reason: 'Gửi nhầm', now: LATER })));
      const { rows } = await reader.queue({ unread: true, limit: 2 });
      expect(rows.map(({ id }) => id)).toEqual([closed.id, written.id]);
      expect(await reader.count({ unread: true })).toBe(before + 2);
      expect(await reader.count({ unread: true, statuses: ['new'] })).toBeGreaterThan(0);
    });

    it('open reports are counted by status, finished ones are not', async () => {
      const before = await repository.reader.openCounts();
      const report = reportOf();
      await add(report);
      await save(changed(changeStatus(report, { to: 'received', by: OFFICER, note: null, now: LATER })));
      const after = await repository.reader.openCounts();
      expect(after.received).toBe((before.received ?? 0) + 1);
      expect(after.new).toBe(before.new);
      expect(after.closed).toBeUndefined();
    });

    it('reports that name the same indicator are found, without the one asked from', async () => {
      const indicator = { kind: 'account', value: `970422:${nextId()}`, display: '0123 – MB' } as const;
      const [one, other] = [reportOf({ indicators: [indicator] }), reportOf({ indicators: [indicator] })];
      await add(one, other, reportOf());
      const linked = await repository.reader.withIndicator(indicator, one.id, 10);
      expect(linked.map(({ id }) => id)).toEqual([other.id]);
      expect(await repository.reader.withIndicator({ ...indicator, kind: 'phone' }, null, 10)).toEqual([]);
    });
  });
}
