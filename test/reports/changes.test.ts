import { describe, expect, it } from '@jest/globals';
import { addToReport } from '../../reports/add-to-report.ts';
import { assign } from '../../reports/assign.ts';
import { changeCategory } from '../../reports/change-category.ts';
import { changeUrgency } from '../../reports/change-urgency.ts';
import { eraseContact } from '../../reports/erase-contact.ts';
import { classify } from '../../reports/classify.ts';
import { markDelivery } from '../../reports/mark-delivery.ts';
import { note } from '../../reports/note.ts';
import type { Actor, Delivery, Report, Urgency } from '../../reports/report.ts';
import { unreadFromResident } from '../../reports/unread.ts';
import { writeToResident } from '../../reports/write-to-resident.ts';
import { LATER, OFFICER, changed, evidenceOf, nextId, reportOf } from './report-builder.ts';

const RESIDENT: Actor = { kind: 'resident' };
const SYSTEM: Actor = { kind: 'system' };

describe('urgency', () => {
  it.each<readonly [string, Urgency, Urgency, Actor, string]>([
    ['the bot raises it', 'P3', 'P1', SYSTEM, 'ok'],
    ['a resident’s words raise it', 'P2', 'P0', RESIDENT, 'ok'],
    ['an officer raises it', 'P3', 'P2', OFFICER, 'ok'],
    ['an officer lowers it', 'P0', 'P3', OFFICER, 'ok'],
    ['the bot never lowers it', 'P1', 'P2', SYSTEM, 'only-staff-lowers'],
    ['a resident never lowers it', 'P0', 'P4', RESIDENT, 'only-staff-lowers'],
    ['the same is no change', 'P2', 'P2', OFFICER, 'unchanged'],
  ])('%s', (_rule, from, to, by, outcome) => {
    const result = changeUrgency({ ...reportOf(), urgency: from }, { to, by, note: null, now: LATER });
    expect(result.ok ? 'ok' : result.reason).toBe(outcome);
    if (result.ok) {
      expect(result.report.urgency).toBe(to);
      expect(result.report.history.at(-1)).toMatchObject({ action: 'urgency-changed', from, to, by });
    }
  });
});

describe('what officers do with a report', () => {
  it('the category is changed and the urgency stays', () => {
    const report = changed(
      changeCategory(reportOf(), { to: 'C04', by: OFFICER, note: 'có cài app', now: LATER }),
    );
    expect(report).toMatchObject({ category: 'C04', urgency: 'P2', version: 2 });
    expect(report.history.at(-1)).toMatchObject({
      action: 'category-changed',
      from: 'C01',
      to: 'C04',
      note: 'có cài app',
    });
  });

  it('the legal kind is set, and a mistake taken back', () => {
    const set = changed(classify(reportOf(), { to: 'to-giac', by: OFFICER, note: null, now: LATER }));
    expect(set.classification).toBe('to-giac');
    const back = changed(classify(set, { to: null, by: OFFICER, note: 'nhầm', now: LATER }));
    expect(back.classification).toBeNull();
    expect(back.history.map(({ from, to }) => [from, to])).toEqual([
      [null, 'new'],
      [null, 'to-giac'],
      ['to-giac', null],
    ]);
  });

  it('a report is given to a colleague and to nobody', () => {
    const to = { staffId: 'staff-2', name: 'Cường' };
    const given = changed(assign(reportOf(), { to, fromName: null, by: OFFICER, now: LATER }));
    expect(given.assignedTo).toBe('staff-2');
    expect(assign(given, { to, fromName: 'Cường', by: OFFICER, now: LATER })).toEqual({
      ok: false,
      reason: 'unchanged',
    });
    expect(
      changed(assign(given, { to: null, fromName: 'Cường', by: OFFICER, now: LATER })).assignedTo,
    ).toBeNull();
  });

  it.each([
    ['empty', ' ', 'empty'],
    ['endless', 'x'.repeat(4_001), 'too-long'],
  ])('a note that is %s is refused', (_name, text, reason) => {
    expect(note(reportOf(), { text, by: OFFICER, now: LATER })).toEqual({ ok: false, reason });
  });

  it('a note is in the history', () => {
    const report = changed(note(reportOf(), { text: ' đã gọi ngân hàng ', by: OFFICER, now: LATER }));
    expect(report.history.at(-1)).toMatchObject({ action: 'noted', note: 'đã gọi ngân hàng', by: OFFICER });
  });
});

describe('what is deleted when a reporter asks for it', () => {
  const erase = { by: OFFICER, note: ' người dân yêu cầu ', now: LATER };

  it('is who they are; what happened, the evidence, the traces and the way to answer stay', () => {
    const before = reportOf();
    const report = changed(eraseContact(before, erase));
    expect(report.reporter).toEqual({ ...before.reporter, anonymous: true, name: null, phone: null });
    expect({ ...report, reporter: null, history: [], version: 0 }).toEqual({
      ...before,
      reporter: null,
      history: [],
      version: 0,
    });
    expect(report.history.at(-1)).toMatchObject({
      action: 'contact-erased',
      by: OFFICER,
      note: 'người dân yêu cầu',
    });
  });

  it('is deleted with a reason, and once', () => {
    expect(eraseContact(reportOf(), { ...erase, note: ' ' })).toEqual({ ok: false, reason: 'note-missing' });
    const report = changed(eraseContact(reportOf(), erase));
    expect(eraseContact(report, erase)).toEqual({ ok: false, reason: 'unchanged' });
  });
});

describe('the thread of a report', () => {
  const withMessage = (): { report: Report; messageId: string } => {
    const messageId = nextId();
    return {
      messageId,
      report: changed(
        writeToResident(reportOf(), { id: messageId, text: 'Chào chị', by: OFFICER, now: LATER }),
      ),
    };
  };

  it('an officer’s words wait for delivery', () => {
    const { report } = withMessage();
    expect(report.messages).toMatchObject([
      { from: 'officer', staffId: 'staff-1', text: 'Chào chị', delivery: 'waiting' },
    ]);
    expect(report.version).toBe(2);
  });

  it.each([
    ['empty', '\n ', 'empty'],
    ['longer than one message of the channels', 'x'.repeat(1_901), 'too-long'],
  ])('words that are %s are refused', (_name, text, reason) => {
    expect(writeToResident(reportOf(), { id: nextId(), text, by: OFFICER, now: LATER })).toEqual({
      ok: false,
      reason,
    });
  });

  it.each<readonly [Delivery, Delivery, boolean]>([
    ['waiting', 'sent', true],
    ['waiting', 'held', true],
    ['held', 'sent', true],
    ['held', 'nudged', true],
    ['nudged', 'sent', true],
    ['nudged', 'held', false],
    ['sent', 'nudged', false],
    ['sent', 'delivered', true],
    ['failed', 'sent', true],
    ['delivered', 'sent', false],
    ['delivered', 'failed', false],
    ['sent', 'waiting', false],
    ['sent', 'sent', false],
  ])('delivery from %s to %s: %s', (from, to, allowed) => {
    const { report, messageId } = withMessage();
    const before = {
      ...report,
      messages: report.messages.map((message) => ({ ...message, delivery: from })),
    };
    const result = markDelivery(before, { messageId, delivery: to });
    expect(result.ok).toBe(allowed);
    if (result.ok) expect(result.report.messages[0]?.delivery).toBe(to);
  });

  it('a mark for a message that is not an officer’s is refused', () => {
    expect(markDelivery(reportOf(), { messageId: 'x', delivery: 'sent' })).toEqual({
      ok: false,
      reason: 'unknown-message',
    });
  });
});

describe('what a resident adds', () => {
  const addition = { messageId: 'm', text: null, evidence: [], indicators: [], now: LATER };

  it('words become a message of the thread and evidence is appended', () => {
    const evidence = [evidenceOf(), evidenceOf()];
    const report = changed(addToReport(reportOf(), { ...addition, text: 'Họ gọi lại', evidence }));
    expect(report.messages).toMatchObject([{ from: 'resident', text: 'Họ gọi lại', staffId: null }]);
    expect(report.evidence).toHaveLength(3);
    expect(report.history.at(-1)).toMatchObject({ action: 'added', note: '2 chứng cứ' });
  });

  it('the same evidence arriving twice is there once', () => {
    const evidence = [evidenceOf()];
    const report = changed(addToReport(reportOf(), { ...addition, text: 'ảnh', evidence }));
    expect(changed(addToReport(report, { ...addition, text: 'ảnh', evidence })).evidence).toHaveLength(2);
  });

  it('the same indicator named twice is there once', () => {
    const report = reportOf();
    const added = changed(
      addToReport(report, { ...addition, text: 'lại số đó', indicators: report.indicators }),
    );
    expect(added.indicators).toEqual(report.indicators);
  });

  it('nothing is refused, and so is more than anybody can read', () => {
    expect(addToReport(reportOf(), { ...addition, text: ' ' })).toEqual({ ok: false, reason: 'nothing' });
    const evidence = Array.from({ length: 60 }, () => evidenceOf());
    expect(addToReport(reportOf(), { ...addition, evidence })).toEqual({ ok: false, reason: 'too-much' });
  });

  it('a closed report is added to without being reopened', () => {
    const closed = { ...reportOf(), status: 'closed' as const };
    expect(changed(addToReport(closed, { ...addition, text: 'Có tin mới' })).status).toBe('closed');
  });

  it('what a resident added is unread until an officer acts or writes', () => {
    const report = reportOf();
    expect(unreadFromResident(report)).toBe(0);
    const added = changed(addToReport(report, { ...addition, text: 'một' }));
    expect(unreadFromResident(added)).toBe(1);
    const after = new Date(LATER.getTime() + 1_000);
    expect(unreadFromResident(changed(note(added, { text: 'đã đọc', by: OFFICER, now: after })))).toBe(0);
    const answered = changed(writeToResident(added, { id: nextId(), text: 'vâng', by: OFFICER, now: after }));
    expect(unreadFromResident(answered)).toBe(0);
  });
});
