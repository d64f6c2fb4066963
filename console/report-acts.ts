import type { StaffActor } from '../reports/change.ts';
import { assign } from '../reports/assign.ts';
import { changeCategory } from '../reports/change-category.ts';
import { changeStatus } from '../reports/change-status.ts';
import { changeUrgency, isMoreUrgent } from '../reports/change-urgency.ts';
import { classify } from '../reports/classify.ts';
import { eraseContact } from '../reports/erase-contact.ts';
import { note } from '../reports/note.ts';
import type { Category, Classification, ReportStatus, Urgency } from '../reports/report.ts';
import type { StaffMember } from '../reports/staff.ts';
import { STATUS_WORDS } from '../reports/status-rules.ts';
import { writeToResident } from '../reports/write-to-resident.ts';
import type { ReportAct } from './act-on-report.ts';
import type { StaffVisit } from './route.ts';
import { vi } from './texts/vi.ts';

export function actorOf({ staff }: StaffVisit): StaffActor {
  return { kind: 'staff', staffId: staff.id, name: staff.name };
}

/** `seen` is what the officer's page showed: acting on anything else is acting blindly. */
export interface Decision<Value> {
  readonly seen: Value;
  readonly to: Value;
  readonly note: string;
}

function decided<Value>(visit: StaffVisit, { to, note: reason }: Decision<Value>) {
  return { to, by: actorOf(visit), note: reason === '' ? null : reason, now: visit.now };
}

export function statusAct(visit: StaffVisit, decision: Decision<ReportStatus>, tell: boolean): ReportAct {
  const { seen, to } = decision;
  return {
    name: 'status-changed',
    done: tell ? 'status-told' : 'status-changed',
    detail: (before) => `${before.status} → ${to}`,
    change: (report) =>
      report.status === seen
        ? changeStatus(report, decided(visit, decision))
        : { ok: false, reason: 'stale' },
    also: (changed, work) => {
      if (!tell) return;
      const text = vi.report.statusToResident(visit.communeName, changed.code, STATUS_WORDS[to].plain);
      work.outbox.queue({ address: changed.reporter.address, text, author: 'system', report: null });
    },
  };
}

/** Receives a new report and gives it to who receives it: two changes, one act. */
export function receiveAct(visit: StaffVisit): ReportAct {
  const received = statusAct(visit, { seen: 'new', to: 'received', note: '' }, true);
  return {
    ...received,
    done: 'received',
    also: (changed, work) => {
      received.also?.(changed, work);
      const given = assignAct(visit, changed.assignedTo, visit.staff, null).change(changed);
      if (given.ok) work.reports.save(given.report);
    },
  };
}

export function urgencyAct(visit: StaffVisit, decision: Decision<Urgency>): ReportAct {
  const { seen, to } = decision;
  return {
    name: 'urgency-changed',
    detail: (before) => `${before.urgency} → ${to}`,
    change: (report) => {
      if (report.urgency !== seen) return { ok: false, reason: 'stale' };
      if (isMoreUrgent(report.urgency, to) && decision.note === '') {
        return { ok: false, reason: 'note-missing' };
      }
      return changeUrgency(report, decided(visit, decision));
    },
  };
}

export function categoryAct(visit: StaffVisit, decision: Decision<Category>): ReportAct {
  const { seen, to } = decision;
  return {
    name: 'category-changed',
    detail: (before) => `${before.category} → ${to}`,
    change: (report) =>
      report.category === seen
        ? changeCategory(report, decided(visit, decision))
        : { ok: false, reason: 'stale' },
  };
}

export function classifyAct(visit: StaffVisit, decision: Decision<Classification | null>): ReportAct {
  const { seen, to } = decision;
  return {
    name: 'classified',
    detail: (before) => `${before.classification ?? '–'} → ${to ?? '–'}`,
    change: (report) =>
      report.classification === seen
        ? classify(report, decided(visit, decision))
        : { ok: false, reason: 'stale' },
  };
}

export function assignAct(
  visit: StaffVisit,
  seen: string | null,
  to: Pick<StaffMember, 'id' | 'name'> | null,
  fromName: string | null,
): ReportAct {
  const { now } = visit;
  return {
    name: 'assigned',
    change: (report) =>
      report.assignedTo === seen
        ? assign(report, {
            to: to === null ? null : { staffId: to.id, name: to.name },
            fromName,
            by: actorOf(visit),
            now,
          })
        : { ok: false, reason: 'stale' },
  };
}

/** Whoever was chosen takes no reports, or no longer. */
export const refusedAssignment: ReportAct = {
  name: 'assigned',
  change: () => ({ ok: false, reason: 'not-a-colleague' }),
};

export function noteAct(visit: StaffVisit, text: string): ReportAct {
  return { name: 'noted', change: (report) => note(report, { text, by: actorOf(visit), now: visit.now }) };
}

/** Deletes who reports, and tells them what was deleted, what is kept and why. */
export function eraseContactAct(visit: StaffVisit, reason: string): ReportAct {
  return {
    name: 'contact-erased',
    change: (report) => eraseContact(report, { by: actorOf(visit), note: reason, now: visit.now }),
    also: (changed, work) => {
      const text = vi.report.contactErasedToResident(visit.communeName, changed.code);
      work.outbox.queue({ address: changed.reporter.address, text, author: 'system', report: null });
    },
  };
}

/** `messageId` was made with the form: sending the same form twice writes once. */
export function messageAct(visit: StaffVisit, messageId: string, text: string): ReportAct {
  return {
    name: 'resident-written',
    isDone: (report) => report.messages.some(({ id }) => id === messageId),
    change: (report) => writeToResident(report, { id: messageId, text, by: actorOf(visit), now: visit.now }),
    also: (changed, work) => {
      work.outbox.queue({
        address: changed.reporter.address,
        text: vi.report.toResident(visit.communeName, changed.code, text),
        author: 'officer',
        report: { reportId: changed.id, messageId },
      });
    },
  };
}
