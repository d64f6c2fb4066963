import { describe, expect, it } from '@jest/globals';
import { changeStatus } from '../../reports/change-status.ts';
import type { Actor, ReportStatus } from '../../reports/report.ts';
import { STATUSES } from '../../reports/report.ts';
import { FINISHED_STATUSES, STATUS_RULES, STATUS_WORDS, nextStatuses } from '../../reports/status-rules.ts';
import { withdrawReport } from '../../reports/withdraw-report.ts';
import { LATER, NOW, OFFICER, changed, reportOf } from './report-builder.ts';

const RESIDENT: Actor = { kind: 'resident' };
const SYSTEM: Actor = { kind: 'system' };
const inStatus = (status: ReportStatus) => ({ ...reportOf(), status });

/** From, to, by whom, allowed. One row a rule that somebody may ask about. */
const RULES: readonly (readonly [string, ReportStatus, ReportStatus, Actor, boolean])[] = [
  ['an officer receives a new report', 'new', 'received', OFFICER, true],
  ['an officer may begin verifying at once', 'new', 'verifying', OFFICER, true],
  ['a new report is transferred with a reason', 'new', 'transferred', OFFICER, true],
  ['a new report is set aside with a reason', 'new', 'rejected', OFFICER, true],
  ['a new report is not closed without having been looked at', 'new', 'closed', OFFICER, false],
  ['a new report is not answered before it was received', 'new', 'answered', OFFICER, false],
  ['a resident withdraws what is new', 'new', 'withdrawn', RESIDENT, true],
  ['a resident withdraws what is being verified', 'verifying', 'withdrawn', RESIDENT, true],
  ['an officer never withdraws for a resident', 'new', 'withdrawn', OFFICER, false],
  ['a resident does not receive their own report', 'new', 'received', RESIDENT, false],
  ['a resident does not close a report', 'answered', 'closed', RESIDENT, false],
  ['the system changes no status', 'new', 'received', SYSTEM, false],
  ['a received report is verified', 'received', 'verifying', OFFICER, true],
  ['a received report does not become new again', 'received', 'new', OFFICER, false],
  ['what was transferred may come back', 'transferred', 'verifying', OFFICER, true],
  ['an answered report is closed', 'answered', 'closed', OFFICER, true],
  ['a closed report is not reopened by its reporter', 'closed', 'verifying', RESIDENT, false],
  ['a closed report is reopened by an officer with a reason', 'closed', 'verifying', OFFICER, true],
  ['a closed report is not withdrawn any more', 'closed', 'withdrawn', RESIDENT, false],
  ['what was set aside is taken up again', 'rejected', 'verifying', OFFICER, true],
  ['a withdrawn report may still be verified', 'withdrawn', 'verifying', OFFICER, true],
  ['a withdrawn report is not un-withdrawn by the resident', 'withdrawn', 'new', RESIDENT, false],
];

describe('changes of status', () => {
  it.each(RULES)('%s', (_rule, from, to, by, allowed) => {
    const result = changeStatus(inStatus(from), { to, by, note: 'lý do', now: LATER });
    expect(result).toMatchObject(
      allowed ? { ok: true, report: { status: to } } : { ok: false, reason: 'not-allowed' },
    );
  });

  it('only what the table lists is possible', () => {
    for (const from of STATUSES) {
      for (const to of STATUSES) {
        for (const by of [OFFICER, RESIDENT, SYSTEM]) {
          const listed = STATUS_RULES[from].some((rule) => rule.to === to && rule.by === by.kind);
          expect(changeStatus(inStatus(from), { to, by, note: 'lý do', now: LATER }).ok).toBe(listed);
        }
      }
    }
  });

  it('the first act of an officer is the official receipt, and stays it', () => {
    const received = changed(
      changeStatus(reportOf(), { to: 'received', by: OFFICER, note: null, now: LATER }),
    );
    expect(received.receivedAt).toEqual(LATER);
    const later = new Date(LATER.getTime() + 60_000);
    const verifying = changed(
      changeStatus(received, { to: 'verifying', by: OFFICER, note: null, now: later }),
    );
    expect(verifying.receivedAt).toEqual(LATER);
  });

  it('a withdrawal is no receipt', () => {
    expect(
      changed(withdrawReport(reportOf(), { reason: 'đã tự giải quyết', now: LATER })).receivedAt,
    ).toBeNull();
  });

  it.each(['rejected', 'transferred'] as const)('%s without a reason is refused', (to) => {
    const result = changeStatus(reportOf(), { to, by: OFFICER, note: '  ', now: LATER });
    expect(result).toEqual({ ok: false, reason: 'note-missing' });
  });

  it('a resident says why they withdraw', () => {
    expect(withdrawReport(reportOf(), { reason: '', now: LATER })).toEqual({
      ok: false,
      reason: 'note-missing',
    });
  });

  it('changing to what it is already changes nothing', () => {
    expect(changeStatus(reportOf(), { to: 'new', by: OFFICER, note: null, now: LATER })).toEqual({
      ok: false,
      reason: 'unchanged',
    });
  });

  it('each change is in the history with who, when, from, to and why, and raises the version by one', () => {
    const report = changed(withdrawReport(reportOf(), { reason: 'gửi nhầm', now: LATER }));
    expect(report.history).toEqual([
      { at: NOW, by: RESIDENT, action: 'submitted', from: null, to: 'new', note: null },
      { at: LATER, by: RESIDENT, action: 'withdrawn', from: 'new', to: 'withdrawn', note: 'gửi nhầm' },
    ]);
    expect(report.version).toBe(2);
  });

  it('a report that was changed is a new one; the old stays as it was', () => {
    const report = reportOf();
    const before = structuredClone(report);
    changeStatus(report, { to: 'received', by: OFFICER, note: null, now: LATER });
    expect(report).toEqual(before);
  });
});

describe('what may come next', () => {
  it('an officer sees every allowed step and whether a reason is needed', () => {
    expect(nextStatuses('new', 'staff').map(({ to, needsNote }) => [to, needsNote])).toEqual([
      ['received', false],
      ['verifying', false],
      ['transferred', true],
      ['rejected', true],
    ]);
  });

  it('a resident may withdraw until the report is answered or finished', () => {
    const withdrawable = STATUSES.filter((status) => nextStatuses(status, 'resident').length > 0);
    expect(withdrawable).toEqual(['new', 'received', 'verifying', 'transferred']);
  });

  it('every status has words for staff and for residents', () => {
    for (const status of STATUSES) {
      expect(STATUS_WORDS[status].label.length).toBeGreaterThan(2);
      expect(STATUS_WORDS[status].plain).toMatch(/\.$/);
    }
    expect(FINISHED_STATUSES).toEqual(['closed', 'rejected', 'withdrawn']);
  });

  it('residents are never told that a report was refused', () => {
    for (const { plain } of Object.values(STATUS_WORDS))
      expect(plain).not.toMatch(/từ chối|bị từ chối|không tiếp nhận/);
  });
});
