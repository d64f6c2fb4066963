import type { Change } from '../reports/change.ts';
import type { Work } from '../reports/ports.ts';
import type { Report } from '../reports/report.ts';
import { auditEntry, reportSubject } from './audit-acts.ts';
import type { AuditAct } from './audit-acts.ts';
import type { ConsoleDependencies } from './dependencies.ts';
import type { StaffVisit } from './route.ts';
import { takeAlertsOf } from './take-alert.ts';
import type { vi } from './texts/vi.ts';

export type ReportActName = Extract<AuditAct, keyof typeof vi.report.done>;
export type ActFault = keyof typeof vi.report.fault;

/** What an officer does to a report. */
export interface ReportAct {
  readonly name: ReportActName;
  /** What the page says after it, where that is more than the name tells. */
  readonly done?: keyof typeof vi.report.done;
  /** For the audit; nothing personal. */
  readonly detail?: (before: Report) => string;
  /** A form sent twice: nothing is left to do. */
  readonly isDone?: (report: Report) => boolean;
  readonly change: (report: Report) => Change<ActFault>;
  /** What else belongs to the same act. */
  readonly also?: (changed: Report, work: Work) => void;
}

export type ActOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'fault'; readonly fault: ActFault }
  | { readonly kind: 'gone' };

/** The act, its history, its audit entry and what it sends, all or nothing. */
export function actOnReport(
  deps: ConsoleDependencies,
  visit: StaffVisit,
  reportId: string,
  act: ReportAct,
): Promise<ActOutcome> {
  return deps.transact(async (work): Promise<ActOutcome> => {
    const report = await deps.reports.byId(reportId);
    if (report === null) return { kind: 'gone' };
    if (act.isDone?.(report) === true) return { kind: 'done' };
    const change = act.change(report);
    if (!change.ok) return { kind: 'fault', fault: change.reason };
    work.reports.save(change.report);
    act.also?.(change.report, work);
    const isFirstStep = report.status === 'new' && change.report.status !== 'new';
    if (isFirstStep) await takeAlertsOf(deps.alerts, visit, change.report, work);
    const action: AuditAct = act.name;
    work.audit.record(
      auditEntry(visit.staff, action, reportSubject(reportId), visit.now, act.detail?.(report) ?? null),
    );
    return { kind: 'done' };
  });
}
